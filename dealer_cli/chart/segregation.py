"""Incompatible duties: what two functions meet in one person, and which separation forbids it.

Judged on who is responsible, never on who is accountable: every head of finance is accountable for
both sides of most separations. Pure functions over functions; rules and questions both ask them.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dealer_cli.chart.tree import Seat
from dealer_cli.model.holding import holds
from dealer_cli.model.role import Duty
from dealer_cli.model.store import Store
from dealer_cli.model.vocabulary import Separation

Scope = Literal["role", "holder", "superior"]


@dataclass(frozen=True)
class Breach:
    """Two functions that meet where a separation keeps them apart."""

    separation: Separation
    function: str
    """What the first of the two is responsible for."""
    other: str
    """What the second is responsible for; the first too, where one person is judged."""


def responsible_for(duties: Iterable[Duty], store: Store) -> frozenset[str]:
    """The functions that duties make responsible for in a store."""
    return frozenset(duty.function for duty in duties if duty.function and duty.part == "responsible" and holds(duty, store))


class Separations:
    """The separations of a catalog, asked many times about the same few sets of functions."""

    def __init__(self, separations: Iterable[Separation]) -> None:
        self._by_scope: dict[Scope, list[Separation]] = {"role": [], "holder": [], "superior": []}
        for separation in separations:
            for scope in dict.fromkeys(separation.scope):
                self._by_scope[scope].append(separation)
        self._known: dict[tuple[AbstractSet[str], AbstractSet[str], Scope], tuple[Breach, ...]] = {}

    def functions(self, scope: Scope) -> frozenset[str]:
        """The functions that any separation of a scope names: what names none of them breaks nothing there."""
        return frozenset(name for separation in self._by_scope[scope] for name in (*separation.functions, *separation.never_with))

    def within(self, functions: frozenset[str], scope: Scope) -> tuple[Breach, ...]:
        """What meets in one set of functions: one breach a separation."""
        return self.between(functions, functions, scope)

    def between(self, one: frozenset[str], two: frozenset[str], scope: Scope) -> tuple[Breach, ...]:
        """What meets when `one` comes upon `two`, either of them on either side: one breach a separation."""
        key = (one, two, scope)
        found = self._known.get(key)
        if found is None:
            met = (_meet(separation, one, two) or _meet(separation, two, one, swapped=True) for separation in self._by_scope[scope])
            found = self._known[key] = tuple(breach for breach in met if breach)
        return found


def never_apart(seat: Seat) -> list[tuple[str, str]]:
    """The pairs of roles that some holder of a position must hold together.

    A role held on some of the seats only meets another one such only where the seats do not suffice
    to give them to different people.
    """
    heads = seat.position.headcount
    total = heads if isinstance(heads, int) else 1
    roles = [(seat.position.role, total), *((held.role, held.seats or total) for held in seat.held)]
    return [(one, two) for (one, seats), (two, others) in combinations(roles, 2) if seats + others > total and one != two]


def _meet(separation: Separation, one: frozenset[str], two: frozenset[str], swapped: bool = False) -> Breach | None:
    function = next((name for name in separation.functions if name in one), None)
    other = next((name for name in separation.never_with if name in two and name != function), None) if function else None
    if function is None or other is None:
        return None
    return Breach(separation, other, function) if swapped else Breach(separation, function, other)
