"""What rules see: everything of a catalog that could be read, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from dealer_cli.chart.heads import heads
from dealer_cli.chart.segregation import Separations
from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.checks.facts import Charge, Placed, RoleFacts, origin
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.policy import Policy
from dealer_cli.model.role import Duty, Level, Role
from dealer_cli.model.source import Source
from dealer_cli.model.store import Store
from dealer_cli.reading.faults import Fault, Refused

T = TypeVar("T")
K = TypeVar("K")


class StoreView:
    """A store with its chart."""

    def __init__(self, entry: Entry[Store]) -> None:
        self.entry = entry
        self.chart = Chart(entry.record)

    @property
    def id(self) -> str:
        """The store's id."""
        return self.entry.record.id

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that the store seats, those held together with another included."""
        return frozenset(self.chart.seats_of_role)


class View:
    """A catalog as far as it could be read; `faults` says what could not.

    `as_stated`: resolutions are ignored. `sourced`: of roles, only what cites items. `judged`: the
    stores that are judged, None for all; whatever they are, all are known.
    """

    def __init__(self, catalog: Catalog, as_stated: bool = False, sourced: bool = False, judged: Collection[str] | None = None) -> None:
        self.catalog = catalog
        self.sourced = sourced
        self.judged = judged
        self._known: dict[Callable[[View], object], object] = {}
        self._alike: dict[tuple[Callable[[View, StoreView], object], frozenset[str], str], object] = {}
        self._unknown: dict[str, list[Fault]] | None = None
        self._heads: dict[str, dict[str, list[Seat]]] = {}
        self.unread: set[str] = set()
        """The kinds of things of which a file could not be read: what it would have defined is not known."""
        self.faults: list[Fault] = [self._about(fault) for fault in catalog.folders.strays()] + _without_logo(catalog)
        self.roles: dict[str, Entry[Role]] = self._all("roles", catalog.role_ids(), catalog.role)
        self.policies: dict[str, Entry[Policy]] = self._all("policies", catalog.policy_ids(), catalog.policy)
        self.sources: dict[str, Entry[Source]] = self._all("sources", catalog.source_ids(), catalog.source)
        self.departments = self._table("departments", lambda: catalog.departments)
        self.functions = self._table("functions", lambda: catalog.functions)
        self.kpis = self._table("kpis", lambda: catalog.kpis)
        self.systems = self._table("systems", lambda: catalog.systems)
        self.records = self._table("records", lambda: catalog.records)
        self.externals = self._table("externals", lambda: catalog.externals)
        self.clauses = self._table("clauses", lambda: catalog.clauses)
        self.separations = self._table("separations", lambda: catalog.separations)
        self.statutory = self._table("statutory", lambda: catalog.statutory)
        self.constraints = self._table("constraints", lambda: catalog.constraints)
        self.lines = self._list("lines", catalog.stated_lines)
        self.titles = self._list("titles", catalog.printed_titles)
        self.left_out = self._list("left_out", catalog.left_out)
        self.resolutions = [] if as_stated else self._list("resolutions", catalog.resolutions)
        self.waivers = self._list("waivers", catalog.waivers)
        self.stores: dict[str, StoreView] = {
            name: StoreView(entry) for name, entry in self._all("stores", catalog.store_ids(), catalog.store).items()
        }

    @cached_property
    def files(self) -> int:
        """How many files the catalog has."""
        return sum(1 for _ in self.catalog.file_kinds())

    @cached_property
    def sections(self) -> dict[str, int]:
        """The number of items of every section."""
        return {s.id: s.items for source in self.sources.values() for s in source.record.sections}

    def unknown_names(self, walk: Callable[[View], dict[str, list[Fault]]]) -> dict[str, list[Fault]]:
        """What a walk over all references finds, walked once for all the rules that share it."""
        if self._unknown is None:
            self._unknown = walk(self)
        return self._unknown

    def name_of(self, path: str) -> str:
        """A file of the catalog by its name below its layer, the same on every machine; a role's whatever its folder is called."""
        layer = next((layer for layer in self.catalog.layers if Path(path).is_relative_to(layer)), None)
        name = Path(path).relative_to(layer).as_posix() if layer else path
        parts = name.split("/")
        return f"roles/{parts[2]}" if layer and len(parts) == 3 and parts[0] == "roles" else name

    def once(self, compute: Callable[[View], K]) -> K:
        """What a function makes of the view, computed once for all the rules that ask for it."""
        if compute not in self._known:
            self._known[compute] = compute(self)
        return cast(K, self._known[compute])

    def alike(self, store: StoreView, compute: Callable[[View, StoreView], K]) -> K:
        """What a function makes of the roles that a store seats and of the duties that hold there.

        Computed once for all stores that are alike in both: a group seats the same roles in a thousand stores.
        """
        key = (compute, store.roles, origin(store.entry.record, self._named_stores))
        if key not in self._alike:
            self._alike[key] = compute(self, store)
        return cast(K, self._alike[key])

    def charges(self, store: StoreView) -> dict[str, Charge]:
        """What every role that a store seats is responsible for there."""
        return self.alike(store, _charges)

    @cached_property
    def _named_stores(self) -> frozenset[str]:
        return frozenset(name for role in self.roles.values() for duty in role.record.duties for name in duty.stores)

    def entries(self) -> Iterator[Entry[Any]]:
        """Everything that can refer to something else."""
        yield self.catalog.settings
        yield from self.roles.values()
        yield from (store.entry for store in self.stores.values())
        yield from self.policies.values()
        for vocabulary in (self.functions, self.kpis, self.systems, self.records, self.separations, self.statutory, self.constraints):
            yield from vocabulary.values()
        yield from self.sources.values()
        yield from (*self.lines, *self.titles, *self.left_out, *self.resolutions)

    @cached_property
    def facts(self) -> dict[str, RoleFacts]:
        """What rules ask of every role."""
        return {role: RoleFacts(entry, self.sourced) for role, entry in self.roles.items()}

    @cached_property
    def separated(self) -> Separations:
        """The incompatible duties, ready to be asked."""
        return Separations(entry.record for entry in self.separations.values())

    def heads(self, store: StoreView) -> dict[str, list[Seat]]:
        """The heads of every department of a store, found once for all the rules that ask."""
        found = self._heads.get(store.id)
        if found is None:
            found = self._heads[store.id] = heads(store.chart, self.department, self.level)
        return found

    def duties_at(self, store: StoreView, seat: Seat, held: bool = True) -> Iterator[Placed[Duty]]:
        """The duties of a position in its store; with `held`, those of the roles held together too."""
        for role in seat.roles if held else (seat.position.role,):
            if role in self.facts:
                yield from self.facts[role].duties_in(store.entry.record)

    def department(self, seat: Seat) -> str:
        """Where a position sits; empty if its role could not be read."""
        if seat.position.department:
            return seat.position.department
        role = self.roles.get(seat.position.role)
        return role.record.department if role else ""

    def level(self, seat: Seat) -> Level:
        """The level of a position's role; the lowest if it could not be read."""
        role = self.roles.get(seat.position.role)
        return role.record.level if role else "staff"

    def _about(self, fault: Fault) -> Fault:
        """A fault of reading is about its file: so its fingerprint does not hang on faults in other files."""
        return fault if fault.entities else fault._replace(entities=(self.name_of(fault.place.path),))

    def _all(self, kind: str, names: list[str], read: Callable[[str], Entry[T]]) -> dict[str, Entry[T]]:
        found = {}
        for name in names:
            try:
                found[name] = read(name)
            except Refused as refused:
                self._miss(kind, refused)
        return found

    def _table(self, kind: str, read: Callable[[], dict[str, Entry[T]]]) -> dict[str, Entry[T]]:
        try:
            return read()
        except Refused as refused:
            self._miss(kind, refused)
            return {}

    def _list(self, kind: str, read: Callable[[], list[Entry[T]]]) -> list[Entry[T]]:
        try:
            return read()
        except Refused as refused:
            self._miss(kind, refused)
            return []

    def _miss(self, kind: str, refused: Refused) -> None:
        self.unread.add(kind)
        self.faults += (self._about(fault) for fault in refused.faults)


def _charges(view: View, store: StoreView) -> dict[str, Charge]:
    return {role: view.facts[role].charge_in(store.entry.record) for role in store.chart.seats_of_role if role in view.facts}


def _without_logo(catalog: Catalog) -> list[Fault]:
    """A logo that is named and not there stops every document: better that CI says so than the printer."""
    logo = catalog.settings.record.house.logo
    if logo is None or (catalog.folder / logo).is_file():
        return []
    return [Fault("Y001", catalog.settings.place("house", "logo"), entities=("catalog.yaml", "house"), variant="logo")]
