"""A dotted line says nothing new.

## What it finds
A dotted line to the position's own superior, to itself, or to the same position twice.

## Why it matters
The second line was meant for somebody else, or it is left over from an earlier chart.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, also_reports_to: [sales-director]}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, also_reports_to: [general-manager]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a line, at its target."""
    for seat in store.chart.seats.values():
        if not seat.position.also_reports_to:
            continue
        above = store.chart.superior(seat.key)
        seen: set[str] = set()
        for i, line in enumerate(seat.dotted):
            target = line.position
            variant = "itself" if target == seat.key else "twice" if target in seen else ""
            if variant or target == above:
                place = store.entry.place("positions", seat.index, "also_reports_to", i, "position")
                yield Fault("O010", place, {"position": seat.key, "target": target}, (), (store.id, seat.key, target), variant)
            seen.add(target)
