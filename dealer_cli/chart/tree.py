"""The chart of a store: lines are stored once, upward; everything else is derived here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from dealer_cli.model.store import DottedLine, ExternalSuperior, HeldRole, Position, Store


class Seat(NamedTuple):
    """A position of a store with its place in the list; `key` is its name in the store."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a seat
    key: str
    position: Position
    roles: tuple[str, ...]
    """The position's role and those it also holds."""

    @property
    def held(self) -> tuple[HeldRole, ...]:
        """The roles held together with the position's own."""
        return tuple(HeldRole(role=held) if isinstance(held, str) else held for held in self.position.also_holds)

    @property
    def dotted(self) -> tuple[DottedLine, ...]:
        """The dotted lines."""
        return tuple(DottedLine(position=line) if isinstance(line, str) else line for line in self.position.also_reports_to)


def _roles(position: Position) -> tuple[str, ...]:
    held = (held if isinstance(held, str) else held.role for held in position.also_holds)
    return (position.role, *held) if position.also_holds else (position.role,)


class Chart:
    """A store's seats and lines. A line to nowhere or into a ring does no harm here: rules report it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.seats: dict[str, Seat] = {}
        for i, position in enumerate(store.positions):
            self.seats.setdefault(position.key, Seat(i, position.key, position, _roles(position)))
        self._above: dict[str, str | None] = {}
        for key, seat in self.seats.items():
            above = seat.position.reports_to
            self._above[key] = above if isinstance(above, str) and above in self.seats else None

    def superior(self, key: str) -> str | None:
        """The position above; None for a root, and where the line leads nowhere."""
        return self._above[key]

    def external(self, key: str) -> str | None:
        """The superior outside the store."""
        above = self.seats[key].position.reports_to
        return above.external if isinstance(above, ExternalSuperior) else None

    @cached_property
    def reports(self) -> dict[str, list[str]]:
        """Direct reports of every position, in the order of the file."""
        found: dict[str, list[str]] = {key: [] for key in self.seats}
        for key in self.seats:
            above = self._above[key]
            if above is not None:
                found[above].append(key)
        return found

    @cached_property
    def dotted_reports(self) -> dict[str, list[str]]:
        """Those with a dotted line to a position."""
        found: dict[str, list[str]] = {key: [] for key in self.seats}
        for seat in self.seats.values():
            for line in seat.dotted:
                if line.position in found:
                    found[line.position].append(seat.key)
        return found

    @cached_property
    def seats_of_role(self) -> dict[str, list[Seat]]:
        """The seats of every role, those that hold it together with another included."""
        found: dict[str, list[Seat]] = {}
        for seat in self.seats.values():
            for role in seat.roles:
                found.setdefault(role, []).append(seat)
        return found

    @property
    def roots(self) -> list[str]:
        """Positions without a superior in the store."""
        return [key for key in self.seats if self._above[key] is None]

    @property
    def tops(self) -> list[str]:
        """Where trees begin: the roots, and the first name of every ring, so that nobody is left out."""
        return self.roots + [ring[0] for ring in self.rings()]

    @cached_property
    def depths(self) -> dict[str, int]:
        """How deep every position sits, a root at 1; none in or below a ring."""
        found: dict[str, int] = {}
        for root in self.roots:
            for depth, key in self.below(root):
                found[key] = depth + 1
        return found

    def chain(self, key: str) -> list[str]:
        """The superiors of a position, nearest first; it ends where it would repeat itself."""
        found: list[str] = []
        seen = {key}
        above = self._above[key]
        while above is not None and above not in seen:
            found.append(above)
            seen.add(above)
            above = self._above[above]
        return found

    def below(self, key: str) -> Iterator[tuple[int, str]]:
        """A position and all below it, each with its depth, in the order in which a tree prints."""
        seen: set[str] = set()
        stack = [(0, key)]
        while stack:
            depth, name = stack.pop()
            if name in seen:
                continue
            seen.add(name)
            yield depth, name
            stack += [(depth + 1, report) for report in reversed(self.reports[name])]

    def rings(self) -> list[list[str]]:
        """The cycles, each beginning with its first name in the alphabet; the cycles sorted."""
        found: list[list[str]] = []
        done: set[str] = set()
        for start in self.seats:
            path: list[str] = []
            place: dict[str, int] = {}
            name: str | None = start
            while name is not None and name not in done and name not in place:
                place[name] = len(path)
                path.append(name)
                name = self._above[name]
            if name is not None and name in place:
                ring = path[place[name] :]
                first = ring.index(min(ring))
                found.append(ring[first:] + ring[:first])
            done.update(path)
        return sorted(found)
