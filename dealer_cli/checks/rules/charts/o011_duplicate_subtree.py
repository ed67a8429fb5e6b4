"""Two positions, with all below them, are the same.

## What it finds
Two positions with the same role, superior, title, department, posts held together, dotted lines and
deputy, and below them the same positions again, so that only the ids differ. Two teams are told
apart by a `title` or a `number`; several people in one position by `headcount`.

## Why it matters
It is a passage that was copied: headcounts are then counted twice. If it is meant, nobody can tell
the two apart in a chart.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {id: first-consultant, role: sales-consultant, reports_to: sales-director}
      - {id: second-consultant, role: sales-consultant, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, headcount: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a copy, at its position; the first is the related place."""
    chart = store.chart
    siblings: dict[tuple[str, str], list[Seat]] = {}
    for seat in chart.seats.values():
        above = chart.superior(seat.key)
        if above is not None:
            siblings.setdefault((above, seat.position.role), []).append(seat)
    shapes = Shapes(chart)
    for seats in siblings.values():
        first: dict[int, Seat] = {}
        for seat in seats if len(seats) > 1 else ():
            same = first.setdefault(shapes.of(seat.key), seat)
            if same is not seat:
                place, before = (store.entry.place("positions", s.index, "id" if s.position.id else "role") for s in (seat, same))
                params = {"position": seat.key, "first": same.key}
                yield Fault("O011", place, params, (Related(before, "first-here"),), (store.id, seat.key))


class Shapes:
    """A number for each way that a position and all below it can look, their ids left aside."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._numbers: dict[tuple[str, tuple[int, ...]], int] = {}
        self._known: dict[str, int] = {}

    def of(self, key: str) -> int:
        """The number of a position; equal for two of which one is a copy of the other."""
        for _, name in reversed(list(self.chart.below(key))):
            if name not in self._known:
                p = self.chart.seats[name].position
                own = repr((p.role, p.number, p.title, p.department, p.also_reports_to, p.contracted, p.also_holds, p.deputy))
                # A report that leads back up has no number yet: a ring, which is another finding.
                below = tuple(sorted(self._known.get(report, -1) for report in self.chart.reports[name]))
                self._known[name] = self._numbers.setdefault((own, below), len(self._numbers))
        return self._known[key]
