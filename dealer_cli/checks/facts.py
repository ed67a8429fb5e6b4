"""What rules ask of a role again and again, computed once for all the stores that seat it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from dealer_cli.model.catalog import Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.role import ClauseUse, Duty, Role, RoleIndicator
from dealer_cli.model.sourced import duty_as_stated
from dealer_cli.model.store import Store
from dealer_cli.model.words import Statement
from dealer_cli.reading.faults import Place
from dealer_cli.reading.tree import Step

T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class Placed(Generic[T]):
    """A part of a record with the way to it, so that a rule can point at it or at one of its keys."""

    record: T
    entry: Entry[object]
    steps: tuple[Step, ...]

    def place(self, *steps: Step) -> Place:
        """The place of the part, or of something in it."""
        return self.entry.place(*self.steps, *steps)

    def key_place(self, *steps: Step) -> Place:
        """The place of the key that the last step names."""
        return self.entry.key_place(*self.steps, *steps)


def origin(store: Store, named: Container[str]) -> str:
    """By what a store's duties are told apart from those of others; `named` are the stores that duties name.

    A thousand stores that began as the same one take the same duties.
    """
    return store.id if store.sections or store.id in named else store.based_on or ""


class Charge:
    """The functions that somebody is responsible for, each with the first duty that says so."""

    def __init__(self, duties: Iterable[Placed[Duty]]) -> None:
        self.duties: dict[str, Placed[Duty]] = {}
        for duty in duties:
            self.duties.setdefault(duty.record.function or "", duty)
        self.functions = frozenset(self.duties)

    def place(self, function: str) -> Place:
        """Where the duty names the function."""
        return self.duties[function].place("function")


class RoleFacts:
    """A role as rules see it; with `sourced`, only what cites items, without our classification."""

    def __init__(self, entry: Entry[Role], sourced: bool) -> None:
        self.entry = entry
        self.role = entry.record
        self.sourced = sourced
        self._charges: dict[str, Charge] = {}

    @cached_property
    def duties(self) -> tuple[Placed[Duty], ...]:
        """The duties."""
        found = []
        for i, duty in enumerate(self.role.duties):
            if self.sourced:
                if not duty.from_:
                    continue
                duty = duty_as_stated(duty)
            found.append(Placed(duty, self.entry, ("duties", i)))
        return tuple(found)

    @cached_property
    def clauses(self) -> tuple[Placed[ClauseUse], ...]:
        """The shared clauses."""
        return tuple(Placed(use, self.entry, ("clauses", i)) for i, use in enumerate(self.role.clauses) if use.from_ or not self.sourced)

    @cached_property
    def kpis(self) -> tuple[Placed[RoleIndicator], ...]:
        """The indicators."""
        listed = self.role.kpis.list if self.role.kpis else ()
        return tuple(Placed(kpi, self.entry, ("kpis", "list", i)) for i, kpi in enumerate(listed) if kpi.from_ or not self.sourced)

    @cached_property
    def statements(self) -> tuple[Placed[Statement], ...]:
        """Every sentence of the role, duties first."""
        return (*self.duties, *self._others())

    @cached_property
    def charge(self) -> Charge:
        """What the role is responsible for in a store that neither a duty nor a section limits."""
        return Charge(duty for duty in self._responsible if not duty.record.stores)

    def charge_in(self, store: Store) -> Charge:
        """What the role is responsible for in a store."""
        if not self.is_special(store):
            return self.charge
        own = origin(store, self._named)
        found = self._charges.get(own)
        if found is None:
            found = self._charges[own] = Charge(duty for duty in self._responsible if holds(duty.record, store))
        return found

    def is_special(self, store: Store) -> bool:
        """Whether other duties may hold in a store than in those that no duty and no section limits."""
        return bool(store.sections) or store.id in self._named or store.based_on in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(store for duty in self._responsible for store in duty.record.stores)

    @cached_property
    def _responsible(self) -> tuple[Placed[Duty], ...]:
        return tuple(duty for duty in self.duties if duty.record.function and duty.record.part == "responsible")

    def duties_in(self, store: Store) -> Iterator[Placed[Duty]]:
        """The duties that hold in a store."""
        return (duty for duty in self.duties if holds(duty.record, store))

    def _others(self) -> Iterator[Placed[Statement]]:
        role = self.role
        groups = (
            ("authority", role.authority),
            ("requirements", role.requirements),
            ("relations", role.relations),
            ("conditions", role.conditions),
        )
        if role.purpose and (role.purpose.from_ or not self.sourced):
            yield Placed(role.purpose, self.entry, ("purpose",))
        for name, group in groups:
            for i, statement in enumerate(group.list if group else ()):
                if statement.from_ or not self.sourced:
                    yield Placed(statement, self.entry, (name, "list", i))
