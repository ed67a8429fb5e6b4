"""Where a text stands in the catalog: duties, indicators, records, systems, policies and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.record import record
from dealer_cli.model.values import fill, values_of
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Named
from dealer_cli.questions.narrow import narrowed
from dealer_cli.questions.search import VOCABULARIES, layered, pattern_of, vocabulary_paths, within
from dealer_cli.reading.tree import Document, Mapping, Sequence, Step, Tree
from dealer_cli.reading.yaml import read

KINDS = {
    "role": (),
    "duty": ("duties",),
    "clause": ("clauses",),
    "indicator": ("kpis",),
    "authority": ("authority",),
    "requirement": ("requirements",),
    "relation": ("relations",),
    "condition": ("conditions",),
    "rule": ("rules",),
    "step": ("steps",),
    "policy": (),
    "function": ("functions",),
    "record": ("records",),
    "system": ("systems",),
    "department": ("departments",),
    "external": ("externals",),
    "separation": ("separations",),
    "statutory": ("positions",),
}
"""What is found, by the key of a file that it stands under; a role and a policy have all other keys."""

_KIND_OF_KEY = {key: kind for kind, keys in KINDS.items() if kind not in ("role", "policy") for key in keys}


@record
class Match:
    """One text that holds what was looked for."""

    key: str
    """The key that the text stands under: zh, en, function, records …"""
    text: str
    """The text, with the store's values."""
    spans: tuple[tuple[int, int], ...]
    """First character and the first behind, of every match."""
    line: int
    """The line of the file."""
    column: int
    """The column."""


@record
class Hit:
    """A duty, an indicator, a rule … that holds what was looked for."""

    kind: str
    """What it is."""
    owner: Named
    """The role, the policy or the entry that it stands in."""
    id: str | None
    """Its own name there, where it has one."""
    text: Text
    """What it says, with the store's values."""
    path: str
    """The file, by its name in the catalog."""
    matches: tuple[Match, ...]
    """Where it holds it."""


@record
class Find:
    """Where a text stands."""

    asked: str
    """What was looked for."""
    hits: tuple[Hit, ...]
    """Where it stands, in the order of the files."""


def find(catalog: Catalog, asked: str, store: str | None = None, kinds: Iterable[str] = ()) -> Find:
    """Everything that holds a text; with a store, only in roles that it seats, and with its values."""
    pattern = pattern_of(asked)
    wanted = frozenset(kinds)
    search = _Search(catalog, pattern, store)
    hits = (hit for hit in search.hits(wanted) if not wanted or hit.kind in wanted)
    return Find(asked=asked, hits=tuple(hits))


class _Search:
    """One text in one catalog."""

    def __init__(self, catalog: Catalog, pattern: re.Pattern[str], store: str | None) -> None:
        self.catalog = catalog
        self.pattern = pattern
        chosen = store or catalog.settings.record.default_store
        entry = catalog.store(chosen).record if chosen else None
        self.values = {lang: values_of(entry, lang) for lang in ("zh", "en")}
        self.seated = None
        if store and entry:
            held = (h if isinstance(h, str) else h.role for p in entry.positions for h in p.also_holds)
            self.seated = {p.role for p in entry.positions}.union(held)

    def hits(self, wanted: frozenset[str]) -> Iterator[Hit]:
        """The hits in roles, then policies, then vocabularies; only what may hold one is parsed."""
        if not wanted or wanted - NEVER_IN_ROLES:
            for role in self.catalog.role_ids():
                path = self.catalog.role_path(role)
                if path is not None and (self.seated is None or role in self.seated):
                    yield from self._in_file(path, "role")
        if not wanted or wanted & POLICY_KINDS:
            for policy in self.catalog.policy_ids():
                yield from self._in_file(layered(self.catalog, f"policies/{policy}.yaml"), "policy")
        if not wanted or wanted & VOCABULARY_KINDS:
            for name in VOCABULARIES:
                yield from self._in_vocabulary(name)

    def _document(self, path: Path) -> Document | None:
        layer = next(layer for layer in self.catalog.layers if path.is_relative_to(layer))
        return narrowed(path, layer, self.pattern, list(self.values.values()))

    def _in_file(self, path: Path, kind: str) -> Iterator[Hit]:
        document = self._document(path)
        if document is not None:
            owner = Named(id=path.stem, title=_title(document.data))
            for key, part in document.data.items():
                yield from self._in_part(document, owner, _KIND_OF_KEY.get(key, kind), (key,), part)

    def _in_vocabulary(self, name: str) -> Iterator[Hit]:
        """The hits in a vocabulary; an entry of the user's replaces the built-in one of that id."""
        found: dict[str, list[Hit]] = {}
        for path in vocabulary_paths(self.catalog, name):
            mine = _ids(path) if found else frozenset()
            found = {key: hits for key, hits in found.items() if key not in mine}
            document = self._document(path)
            for key, part in document.data.items() if document else ():
                for i, entry in enumerate(part if isinstance(part, Sequence) else ()):
                    if document and isinstance(entry, Mapping):
                        owner = Named(id=str(entry.get("id")), title=_title(entry))
                        found[owner.id] = list(self._hit(document, owner, _KIND_OF_KEY.get(key, name), (key, i), entry))
        for hits in found.values():
            yield from hits

    def _in_part(self, document: Document, owner: Named, kind: str, steps: tuple[Step, ...], part: Tree) -> Iterator[Hit]:
        key = steps[-1]
        listed, at = part, steps
        if isinstance(part, Mapping) and isinstance(part.get("list"), Sequence):
            listed, at = part["list"], (*steps, "list")
        if isinstance(listed, Sequence) and any(isinstance(entry, Mapping) for entry in listed):
            for i, entry in enumerate(listed):
                yield from self._hit(document, owner, kind, (*at, i), entry)
            if listed is not part and isinstance(part, Mapping) and "why" in part:
                yield from self._hit(document, owner, kind, (*steps, "why"), part["why"])
        elif key not in ("id", "list"):
            yield from self._hit(document, owner, kind, steps, part)

    def _hit(self, document: Document, owner: Named, kind: str, steps: tuple[Step, ...], data: Tree) -> Iterator[Hit]:
        matches = tuple(self._matches(document, steps, data))
        if matches:
            found = data.get("id") if isinstance(data, Mapping) else None
            path = within(self.catalog, document.path)
            name = found if isinstance(found, str) and found != owner.id else None
            yield Hit(kind=kind, owner=owner, id=name, text=self._filled(data), path=path, matches=matches)

    def _matches(self, document: Document, steps: tuple[Step, ...], data: Tree) -> Iterator[Match]:
        if isinstance(data, Mapping):
            for key, value in data.items():
                yield from self._matches(document, (*steps, key), value)
        elif isinstance(data, Sequence):
            for i, value in enumerate(data):
                yield from self._matches(document, (*steps, i), value)
        elif isinstance(data, str):
            key = str(next(step for step in reversed(steps) if isinstance(step, str)))
            text = fill(data, self.values.get(key, {}))
            spans = tuple(match.span() for match in self.pattern.finditer(text) if match.group())
            if spans:
                place = document.place(*steps)
                yield Match(key=key, text=text, spans=spans, line=place.line, column=place.column)

    def _filled(self, data: Tree) -> Text:
        text = _title(data) if isinstance(data, Mapping) else Text()
        zh, en = self.values["zh"], self.values["en"]
        return Text(zh=fill(text.zh, zh) if text.zh else None, en=fill(text.en, en) if text.en else None)


POLICY_KINDS = frozenset({"policy", "rule", "step"})
VOCABULARY_KINDS = frozenset({"function", "indicator", "record", "system", "department", "external", "clause", "separation", "statutory"})
NEVER_IN_ROLES = POLICY_KINDS | VOCABULARY_KINDS - {"indicator", "clause"}


def _ids(path: Path) -> frozenset[str]:
    """The ids that a vocabulary's file defines."""
    lists = [part for part in read(path).data.values() if isinstance(part, Sequence)]
    return frozenset(str(entry.get("id")) for part in lists for entry in part if isinstance(entry, Mapping))


def _title(data: Mapping) -> Text:
    """What a part of a file says: its texts, else its title, else its reason."""
    for part in (data, data.get("title"), data.get("reason"), data.get("name")):
        if isinstance(part, Mapping) and (part.get("zh") or part.get("en")):
            zh, en = part.get("zh"), part.get("en")
            return Text(zh=zh if isinstance(zh, str) else None, en=en if isinstance(en, str) else None)
    return Text()
