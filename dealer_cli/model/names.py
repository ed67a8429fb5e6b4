"""What a person types to what the catalog calls it: ids, titles and aliases, either script, pinyin, a part of a title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, Protocol, get_args

from dealer_cli.model.catalog import Catalog, Entry, NotFound
from dealer_cli.model.naming.look_up import Ambiguous, look_up
from dealer_cli.model.naming.name import ALIAS, ID, OWN, TITLE, Name, in_store, named, normal
from dealer_cli.model.naming.printed import Printed
from dealer_cli.model.words import Text

__all__ = ["KINDS", "OWN", "Ambiguous", "Kind", "Name", "find_any", "find_named", "find_role", "named", "names_of", "normal", "title_of"]

Kind = Literal["roles", "stores", "policies", "departments", "functions", "kpis", "systems", "records", "externals"]
"""What carries names: folders of files, and vocabularies."""
KINDS: tuple[Kind, ...] = get_args(Kind)


def find_role(catalog: Catalog, name: str, store: str | None = None, own: Sequence[Name] = ()) -> str:
    """The id of the role that a name means; `own`: further names, those of a store's positions.

    Raises `NotFound` with the nearest three, `Ambiguous` where a name fits several, and `Refused` where
    nothing fits but a role file is broken, which might have.
    """
    asked = normal(name)
    if catalog.role_path(asked) is not None:
        return asked
    names = [*own, *in_store(catalog.role_names, store)]
    try:
        return look_up(name, names, "roles", Printed(catalog, store))
    except NotFound:
        titled = {name.of for name in names if name.rank == TITLE}
        for role in catalog.role_ids():
            if role not in titled:
                catalog.role_head(role)
        raise


def find_named(catalog: Catalog, kind: Kind, name: str, own: Sequence[Name] = ()) -> str:
    """The id of what a name means among the catalog's things of one kind; raises like `find_role`."""
    if kind == "roles":
        return find_role(catalog, name, own=own)
    asked = normal(name)
    if asked in _ids(catalog, kind):
        return asked
    return look_up(name, [*own, *names_of(catalog, kind)], kind)


def find_any(catalog: Catalog, name: str, store: str | None = None) -> tuple[Kind, str]:
    """The kind and id of what a name means, whatever it is; roles before all else, where one has just this name.

    What several kinds have in common is asked for as `functions/complaint-handling`.
    """
    asked = normal(name)
    if any(role.key == asked for role in in_store(catalog.role_names, store)):
        return "roles", find_role(catalog, name, store)
    names = [named(f"{kind}/{one.of}", one.text, one.rank) for kind in KINDS for one in _all_names(catalog, kind, store)]
    names += [named(one.of, one.of, ID) for one in names if one.rank == ID]
    kind, _, id_ = look_up(name, names, "things").partition("/")
    return next(known for known in KINDS if known == kind), id_


def names_of(catalog: Catalog, kind: Kind) -> list[Name]:
    """Every id, title and alias of a kind."""
    if kind == "roles":
        return list(catalog.role_names)
    if kind in ("stores", "policies"):
        from dealer_cli.model.naming.beginnings import file_names

        return file_names(catalog, kind)
    return list(_entry_names(_vocabulary(catalog, kind)))


def title_of(catalog: Catalog, kind: str, id_: str) -> Text | None:
    """What something is called; None if there is nothing of that id, or its file cannot be read."""
    if kind == "things":
        kind, _, id_ = id_.partition("/")
    found = next((known for known in KINDS if known == kind), None)
    titles = {name.text.isascii(): name.text for name in names_of(catalog, found) if name.of == id_ and name.rank == TITLE} if found else {}
    return Text(zh=titles.get(False), en=titles.get(True)) if titles else None


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...


def _vocabulary(catalog: Catalog, kind: Kind) -> Mapping[str, Entry[_Titled]]:
    vocabularies: dict[str, Callable[[], Mapping[str, Entry[_Titled]]]] = {
        "departments": lambda: catalog.departments,
        "functions": lambda: catalog.functions,
        "kpis": lambda: catalog.kpis,
        "systems": lambda: catalog.systems,
        "records": lambda: catalog.records,
        "externals": lambda: catalog.externals,
    }
    return vocabularies[kind]()


def _ids(catalog: Catalog, kind: Kind) -> Sequence[str]:
    if kind == "stores":
        return catalog.store_ids()
    return catalog.policy_ids() if kind == "policies" else list(_vocabulary(catalog, kind))


def _all_names(catalog: Catalog, kind: Kind, store: str | None) -> Sequence[Name]:
    if kind != "roles":
        return names_of(catalog, kind)
    return [*in_store(catalog.role_names, store), *Printed(catalog, store).every]


def _entry_names(vocabulary: Mapping[str, Entry[_Titled]]) -> Iterator[Name]:
    for id_, entry in vocabulary.items():
        yield named(id_, id_, ID)
        for text in (entry.record.title.zh, entry.record.title.en):
            if text:
                yield named(id_, text, TITLE)
        aliases: tuple[str, ...] = getattr(entry.record, "aliases", ())
        yield from (named(id_, alias, ALIAS) for alias in aliases)
