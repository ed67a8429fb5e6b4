"""A catalog: folders of YAML in layers, read file by file as a question needs them.

Nothing is read before it is asked for, and nothing twice. A record comes with the document that it
stands in, so that whoever judges it can point at it.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from dealer_cli.model.decode import decode, nearest
from dealer_cli.model.folders import Folders
from dealer_cli.model.layout import CATALOG_FILE, catalog_above, shipped
from dealer_cli.model.settings import Settings, Waiver, Waivers
from dealer_cli.reading.faults import Fault, Place, Refused
from dealer_cli.reading.plain import Plain, read_plain
from dealer_cli.reading.tree import Document, Step
from dealer_cli.reading.yaml import read

if TYPE_CHECKING:
    from dealer_cli.model.constraint import Constraint
    from dealer_cli.model.external import External
    from dealer_cli.model.naming.name import Name
    from dealer_cli.model.policy import Policy
    from dealer_cli.model.role import Role, RoleHead
    from dealer_cli.model.source import LeftOut, PrintedTitle, Resolution, Source, StatedLine
    from dealer_cli.model.store import Store
    from dealer_cli.model.vocabulary import (
        Clause,
        Department,
        Function,
        Indicator,
        Record,
        Separation,
        StatutoryPosition,
        System,
    )

T = TypeVar("T", covariant=True)
K = TypeVar("K")

HEAD_KEYS = frozenset({"id", "title", "aliases", "department", "level"})
"""What a role file says first."""

SOURCE_FILES = frozenset({"lines", "titles", "left-out", "resolutions"})
"""Files in sources/ that are no source."""


class Entry(NamedTuple, Generic[T]):
    """A record and where it stands."""

    record: T
    document: Document
    steps: tuple[Step, ...] = ()

    def place(self, *steps: Step) -> Place:
        """The place of a part of the record."""
        return self.document.place(*self.steps, *steps)

    def key_place(self, *steps: Step) -> Place:
        """The place of the key that the last step names."""
        return self.document.key_place(*self.steps, *steps)


class Catalog:
    """One or two layers of YAML: a user's folder, and the built-in one if it extends that.

    Every method that reads raises `Refused` for errors in the files it reads, and only in those.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._documents: dict[Path, Document] = {}
        self._entries: dict[tuple[str, str], Entry[Any]] = {}
        self._vocabularies: dict[str, dict[str, Entry[Any]]] = {}
        self._lists: dict[str, list[Entry[Any]]] = {}
        self.settings: Entry[Settings] = self._load(folder / CATALOG_FILE, Settings, folder)
        builtin = shipped("catalog")
        extended = self.settings.record.extends == "builtin" and folder.resolve() != builtin.resolve()
        self.layers: tuple[Path, ...] = (folder, builtin) if extended else (folder,)
        """The folders, the one that wins first."""
        self.folders = Folders(self.layers)

    @classmethod
    def open(cls, folder: Path | None = None) -> Catalog:
        """The catalog in `folder`; without one, the nearest upward from here, else the built-in one."""
        return cls(folder or catalog_above(Path.cwd()) or shipped("catalog"))

    # Roles

    def role_ids(self) -> list[str]:
        """The ids of all roles, sorted."""
        return sorted(self.folders.files("roles", nested=True))

    def role_path(self, role: str) -> Path | None:
        """The file of a role."""
        return self.folders.files("roles", nested=True).get(role)

    def role_head(self, role: str) -> Entry[RoleHead]:
        """Id, titles, department and level of a role; reading stops there, where they come first."""
        from dealer_cli.model.role import RoleHead

        full = self._entries.get(("role", role))
        if full is not None:
            return full
        try:
            return self._entry("head", role, RoleHead, self.folders.files("roles", nested=True), HEAD_KEYS)
        except Refused:
            return self.role(role)  # the keys stand in another order, or something is wrong indeed

    def role(self, role: str) -> Entry[Role]:
        """A whole role."""
        from dealer_cli.model.role import Role

        return self._entry("role", role, Role, self.folders.files("roles", nested=True))

    # Stores and policies

    def store_ids(self) -> list[str]:
        """The ids of all stores, sorted."""
        return sorted(self.folders.files("stores"))

    def store(self, store: str) -> Entry[Store]:
        """A store."""
        from dealer_cli.model.store import Store

        return self._entry("store", store, Store, self.folders.files("stores"))

    def policy_ids(self) -> list[str]:
        """The ids of all policies, sorted."""
        return sorted(self.folders.files("policies"))

    def policy(self, policy: str) -> Entry[Policy]:
        """A policy."""
        from dealer_cli.model.policy import Policy

        return self._entry("policy", policy, Policy, self.folders.files("policies"))

    def beginnings(self, folder: str, keys: Container[str]) -> Iterator[tuple[str, dict[str, Plain] | None]]:
        """Id and first keys of every file in roles, stores or policies; None where only YAML can say."""
        for name, path in self.folders.files(folder, nested=folder == "roles").items():
            yield name, read_plain(path, self.folders.layer_of(path), keys)

    @cached_property
    def role_names(self) -> tuple[Name, ...]:
        """Every id, title and alias of a role."""
        from dealer_cli.model.naming.beginnings import role_names

        return role_names(self)

    # Vocabularies: id to entry, in the order of the files; a user's entry replaces a built-in one

    @property
    def departments(self) -> dict[str, Entry[Department]]:
        """The departments."""
        from dealer_cli.model.vocabulary import Departments

        return self._vocabulary("departments", "departments", Departments)

    @property
    def functions(self) -> dict[str, Entry[Function]]:
        """The business functions and controls."""
        from dealer_cli.model.vocabulary import Functions

        return self._vocabulary("functions", "functions", Functions)

    @property
    def kpis(self) -> dict[str, Entry[Indicator]]:
        """The indicators."""
        from dealer_cli.model.vocabulary import Indicators

        return self._vocabulary("kpis", "kpis", Indicators)

    @property
    def systems(self) -> dict[str, Entry[System]]:
        """The systems."""
        from dealer_cli.model.vocabulary import Systems

        return self._vocabulary("systems", "systems", Systems)

    @property
    def records(self) -> dict[str, Entry[Record]]:
        """The records."""
        from dealer_cli.model.vocabulary import Records

        return self._vocabulary("records", "records", Records)

    @property
    def externals(self) -> dict[str, Entry[External]]:
        """The externals."""
        from dealer_cli.model.external import Externals

        return self._vocabulary("externals", "externals", Externals)

    @property
    def clauses(self) -> dict[str, Entry[Clause]]:
        """The shared clauses."""
        from dealer_cli.model.vocabulary import Clauses

        return self._vocabulary("clauses", "clauses", Clauses)

    @property
    def separations(self) -> dict[str, Entry[Separation]]:
        """The incompatible duties."""
        from dealer_cli.model.vocabulary import Segregation

        return self._vocabulary("segregation", "separations", Segregation)

    @property
    def statutory(self) -> dict[str, Entry[StatutoryPosition]]:
        """The positions that law asks for."""
        from dealer_cli.model.vocabulary import Statutory

        return self._vocabulary("statutory", "positions", Statutory)

    @property
    def constraints(self) -> dict[str, Entry[Constraint]]:
        """What the owner of the catalog wants to hold in its stores."""
        from dealer_cli.model.constraint import Constraints

        return self._vocabulary("constraints", "constraints", Constraints)

    # Sources

    def source_ids(self) -> list[str]:
        """The ids of the sources, in their order."""
        return sorted(set(self.folders.files("sources")) - SOURCE_FILES)

    def source(self, source: str) -> Entry[Source]:
        """A source with its sections."""
        from dealer_cli.model.source import Source

        return self._entry("source", source, Source, self.folders.files("sources"))

    def stated_lines(self) -> list[Entry[StatedLine]]:
        """Every stated line."""
        from dealer_cli.model.source import StatedLines

        return self._listed("lines", "lines", StatedLines)

    def printed_titles(self) -> list[Entry[PrintedTitle]]:
        """How printed titles are read."""
        from dealer_cli.model.source import PrintedTitles

        return self._listed("titles", "titles", PrintedTitles)

    def left_out(self) -> list[Entry[LeftOut]]:
        """The items left out."""
        from dealer_cli.model.source import LeftOutItems

        return self._listed("left-out", "left_out", LeftOutItems)

    def resolutions(self) -> list[Entry[Resolution]]:
        """How contradictions are settled."""
        from dealer_cli.model.source import Resolutions

        return self._listed("resolutions", "resolutions", Resolutions)

    # Waivers

    def waivers(self) -> list[Entry[Waiver]]:
        """The findings that are accepted; those of the catalog itself, never of the one it extends."""
        path = self.folder / "waivers.yaml"
        if not os.path.lexists(path):
            return []
        entry = self._load(path, Waivers, self.folder)
        return [Entry(waiver, entry.document, ("waivers", i)) for i, waiver in enumerate(entry.record.waivers)]

    # Files

    def file_kinds(self) -> Iterator[tuple[Path, Path, type[Any]]]:
        """Every file of the catalog with its layer and its kind, in a stable order."""
        yield from ((layer / CATALOG_FILE, layer, Settings) for layer in self.layers)
        yield from self._vocabulary_files()
        from dealer_cli.model.policy import Policy
        from dealer_cli.model.role import Role
        from dealer_cli.model.source import Source
        from dealer_cli.model.store import Store

        for folder, kind, nested in (("roles", Role, True), ("stores", Store, False), ("policies", Policy, False)):
            for path in sorted(self.folders.files(folder, nested=nested).values()):
                yield path, self.folders.layer_of(path), kind
        for name in self.source_ids():
            path = self.folders.files("sources")[name]
            yield path, self.folders.layer_of(path), Source

    def document(self, path: Path) -> Document | None:
        """A document that was read, by its path."""
        return self._documents.get(path)

    def _vocabulary_files(self) -> Iterator[tuple[Path, Path, type[Any]]]:
        from dealer_cli.model import constraint, external, source, vocabulary

        kinds: dict[str, type[Any]] = {
            "departments": vocabulary.Departments,
            "functions": vocabulary.Functions,
            "kpis": vocabulary.Indicators,
            "systems": vocabulary.Systems,
            "records": vocabulary.Records,
            "externals": external.Externals,
            "clauses": vocabulary.Clauses,
            "segregation": vocabulary.Segregation,
            "statutory": vocabulary.Statutory,
            "constraints": constraint.Constraints,
            "waivers": Waivers,
            "sources/lines": source.StatedLines,
            "sources/titles": source.PrintedTitles,
            "sources/left-out": source.LeftOutItems,
            "sources/resolutions": source.Resolutions,
        }
        for layer in self.layers:
            for name, kind in kinds.items():
                path = layer / f"{name}.yaml"
                if os.path.lexists(path):
                    yield path, layer, kind

    def _entry(self, family: str, name: str, kind: type[Any], files: dict[str, Path], head: Iterable[str] | None = None) -> Entry[Any]:
        entry = self._entries.get((family, name))
        if entry is None:
            path = files.get(name)
            if path is None:
                raise NotFound(name, nearest(name, tuple(files), 3))
            entry = self._load(path, kind, self.folders.layer_of(path), frozenset(head) if head else None)
            if entry.record.id != name:
                params = {"id": entry.record.id, "file": name}
                raise Refused([Fault("S009", entry.place("id"), params, entities=(name,))])
            self._entries[family, name] = entry
        return entry

    def _vocabulary(self, file: str, key: str, kind: type[Any]) -> dict[str, Entry[Any]]:
        found = self._vocabularies.get(file)
        if found is None:
            found = {}
            for layer in reversed(self.layers):
                path = layer / f"{file}.yaml"
                if not os.path.lexists(path):
                    continue
                entry = self._load(path, kind, layer)
                for i, record in enumerate(getattr(entry.record, key)):
                    found[record.id] = Entry(record, entry.document, (key, i))
            self._vocabularies[file] = found
        return found

    def _listed(self, file: str, key: str, kind: type[Any]) -> list[Entry[Any]]:
        found = self._lists.get(file)
        if found is None:
            found = []
            for layer in reversed(self.layers):
                path = layer / "sources" / f"{file}.yaml"
                if os.path.lexists(path):
                    entry = self._load(path, kind, layer)
                    found += [Entry(record, entry.document, (key, i)) for i, record in enumerate(getattr(entry.record, key))]
            self._lists[file] = found
        return found

    def _load(self, path: Path, kind: type[K], layer: Path, head: frozenset[str] | None = None) -> Entry[K]:
        document = self._documents.get(path) if head is None else None
        if document is None:
            document = read(path, layer, head)
            if head is None:
                self._documents[path] = document
        record, faults = decode(document, kind)
        if record is None:
            raise Refused(faults)
        return Entry(record, document)


class NotFound(Exception):
    """Nothing has the name that was asked for."""

    def __init__(self, name: str, near: tuple[str, ...] = (), kind: str = "roles") -> None:
        super().__init__(name)
        self.name = name
        self.nearest = near
        """What the name could mean, best first."""
        self.kind = kind
        """What was looked for: roles, stores, functions …"""
