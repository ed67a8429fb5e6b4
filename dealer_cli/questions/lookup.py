"""What a typed name means where it is no role: an entry of a vocabulary, a store, a policy, by id, title or alias."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog, Entry, NotFound
from dealer_cli.model.decode import nearest
from dealer_cli.model.names import Ambiguous, normal
from dealer_cli.questions.search import may_hold, vocabulary_paths
from dealer_cli.reading.files import read_text

Kind = Literal["role", "store", "department", "function", "kpi", "system", "record", "external", "policy"]
KINDS: tuple[Kind, ...] = ("role", "store", "department", "function", "kpi", "system", "record", "external", "policy")

VOCABULARY_OF: dict[Kind, str] = {
    "department": "departments",
    "function": "functions",
    "kpi": "kpis",
    "system": "systems",
    "record": "records",
    "external": "externals",
}


def entry_id(entries: Mapping[str, Entry[Any]], name: str) -> str:
    """The entry of a vocabulary that a name means. Raises `NotFound`, and `Ambiguous` where several are called so."""
    found = called(entries, name)
    if not found:
        raise NotFound(name, nearest(name, tuple(entries), 3))
    if len(found) > 1:
        raise Ambiguous(name, tuple(found))
    return found[0]


def called(entries: Mapping[str, Entry[Any]], name: str) -> list[str]:
    """The entries with that id; else those with that title or alias."""
    asked = normal(name)
    if asked in entries:
        return [asked]
    return [key for key, entry in entries.items() if asked in {normal(text) for text in _names(entry.record)}]


def department_id(catalog: Catalog, name: str | None) -> str | None:
    """The department that a name means; none for none."""
    return entry_id(catalog.departments, name) if name else None


def locate(scene: Scene, name: str) -> tuple[Kind, str]:
    """What a name means among everything that can be shown; `kind:id` says which where an id is used twice.

    Ids are looked for before titles, and a role's exact title before others; a name that only
    resembles a role's title gives way to the exact title of something else.
    """
    kind, _, rest = name.partition(":")
    if rest and kind in KINDS:
        return _of_kind(scene, next(k for k in KINDS if k == kind), rest)
    found = list(_by_id(scene.catalog, normal(name)))
    if not found:
        found = _by_title(scene, name)
    if len(found) > 1:
        raise Ambiguous(name, tuple(f"{kind}:{key}" for kind, key in found))
    return found[0]


def _of_kind(scene: Scene, kind: Kind, name: str) -> tuple[Kind, str]:
    catalog = scene.catalog
    if kind == "role":
        return kind, scene.find(name)[0]
    if kind == "store":
        return kind, entry_id({key: catalog.store(key) for key in catalog.store_ids()}, name)
    if kind == "policy":
        return kind, entry_id({key: catalog.policy(key) for key in catalog.policy_ids()}, name)
    return kind, entry_id(getattr(catalog, VOCABULARY_OF[kind]), name)


def _by_id(catalog: Catalog, asked: str) -> Iterator[tuple[Kind, str]]:
    if catalog.role_path(asked) is not None:
        yield "role", asked
    if asked in catalog.store_ids():
        yield "store", asked
    if asked in catalog.policy_ids():
        yield "policy", asked
    pattern = re.compile(rf"\bid\W{{1,3}}{re.escape(asked)}\b")
    for kind, vocabulary in VOCABULARY_OF.items():
        if _scanned(catalog, vocabulary, pattern) and asked in getattr(catalog, vocabulary):
            yield kind, asked


def _by_title(scene: Scene, name: str) -> list[tuple[Kind, str]]:
    catalog = scene.catalog
    role: str | None = None
    missing: NotFound | None = None
    try:
        role = scene.find(name)[0]
    except NotFound as error:
        missing = error
    if role is not None and normal(name) in {normal(text) for text in _names(catalog.role_head(role).record)}:
        return [("role", role)]
    found: list[tuple[Kind, str]] = []
    for kind, vocabulary in VOCABULARY_OF.items():
        found += [(kind, key) for key in called(getattr(catalog, vocabulary), name)]
    found += [("store", key) for key in called({key: catalog.store(key) for key in catalog.store_ids()}, name)]
    found += [("policy", key) for key in called({key: catalog.policy(key) for key in catalog.policy_ids()}, name)]
    if not found and role is not None:
        return [("role", role)]
    if not found and missing is not None:
        raise missing
    return found


def _scanned(catalog: Catalog, vocabulary: str, pattern: re.Pattern[str]) -> bool:
    return any(may_hold(read_text(path), pattern) for path in vocabulary_paths(catalog, vocabulary))


def _names(record: Any) -> Iterator[str]:
    """Title and aliases of whatever has them."""
    for text in (record.title.zh, record.title.en):
        if text:
            yield text
            # A record is asked for without its brackets too.
            yield text.strip("《》")
    for alias in getattr(record, "aliases", ()):
        yield alias if isinstance(alias, str) else alias.name
