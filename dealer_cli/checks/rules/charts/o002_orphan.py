"""A position reports to nobody.

## What it finds
A position without `reports_to`. A position at the top says whom it reports to outside the store.

## Why it matters
A forgotten line looks like a second general manager: nobody assigns or judges the work.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position without a line."""
    for seat in store.chart.seats.values():
        if seat.position.reports_to is None:
            place = store.entry.place("positions", seat.index, "id" if seat.position.id else "role")
            yield Fault("O002", place, {"position": seat.key}, entities=(store.id, seat.key))
