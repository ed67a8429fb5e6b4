"""Names out of the first lines of files: without YAML where they are plain, and with it where they are not."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.model.catalog import HEAD_KEYS, Catalog
from dealer_cli.model.naming.name import ALIAS, ID, TITLE, Name, named
from dealer_cli.model.role import RoleHead
from dealer_cli.model.words import Text
from dealer_cli.reading.faults import Refused
from dealer_cli.reading.plain import Plain

_TITLE_KEYS = frozenset({"id", "title"})


def role_names(catalog: Catalog) -> tuple[Name, ...]:
    """Every id, title and alias of a role; a role file with an error has its id only, until somebody asks for it."""
    names: list[Name] = []
    for role, head in catalog.beginnings("roles", HEAD_KEYS):
        names.append(named(role, role, ID))
        found = None if head is None else _plain_names(role, head)
        names += found if found is not None else _parsed_names(catalog, role)
    return tuple(names)


def file_names(catalog: Catalog, folder: str) -> list[Name]:
    """Every id and title of a store or a policy."""
    names: list[Name] = []
    for id_, head in catalog.beginnings(folder, _TITLE_KEYS):
        names.append(named(id_, id_, ID))
        found = None if head is None else _plain_titles(id_, head)
        names += found if found is not None else _parsed_titles(catalog, folder, id_)
    return names


def _plain_names(role: str, head: dict[str, Plain]) -> list[Name] | None:
    names = _plain_titles(role, head)
    aliases = head.get("aliases", [])
    if names is None or not isinstance(aliases, list):
        return None
    for alias in aliases:
        if isinstance(alias, str):
            names.append(named(role, alias, ALIAS))
            continue
        name, stores = (alias.get("name"), alias.get("stores")) if isinstance(alias, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(stores, list):
            return None
        names.append(named(role, name, ALIAS, tuple(store for store in stores if isinstance(store, str))))
    return names


def _plain_titles(id_: str, head: dict[str, Plain]) -> list[Name] | None:
    title = head.get("title")
    if not isinstance(title, dict):
        return None
    return [named(id_, text, TITLE) for text in title.values() if isinstance(text, str)]


def _parsed_names(catalog: Catalog, role: str) -> Iterator[Name]:
    try:
        head: RoleHead = catalog.role_head(role).record
    except Refused:
        return
    yield from titles(role, head.title)
    for alias in head.aliases:
        if isinstance(alias, str):
            yield named(role, alias, ALIAS)
        else:
            yield named(role, alias.name, ALIAS, alias.stores)


def _parsed_titles(catalog: Catalog, folder: str, id_: str) -> Iterator[Name]:
    try:
        title = (catalog.store(id_) if folder == "stores" else catalog.policy(id_)).record.title
    except Refused:
        return
    yield from titles(id_, title)


def titles(id_: str, title: Text) -> Iterator[Name]:
    """The names that a title is, one a language."""
    for text in (title.zh, title.en):
        if text:
            yield named(id_, text, TITLE)
