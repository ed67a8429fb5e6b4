"""A department has no head.

## What it finds
A department with positions of which none reports outside it: they report to each other in a ring.

## Why it matters
Nobody answers for the department to the rest of the store.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: sales-consultant}
      - {role: sales-consultant, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a department, at its first position."""
    for department, found in view.heads(store).items():
        if not found and department:
            first = next(seat for seat in store.chart.seats.values() if view.department(seat) == department)
            place = store.entry.place("positions", first.index, "role")
            yield Fault("O004", place, {"department": department}, entities=(store.id, department))
