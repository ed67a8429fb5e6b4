"""A position is its own deputy.

## What it finds
A `deputy` that is the position itself, where it has one holder. Where there are several, each can stand
in for the other.

## Why it matters
Nobody stands in: the post is empty whenever its holder is away.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager, deputy: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager, deputy: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position, at its deputy."""
    for seat in store.chart.seats.values():
        if seat.position.deputy == seat.key and seat.position.headcount == 1:
            place = store.entry.place("positions", seat.index, "deputy")
            yield Fault("P005", place, {"position": seat.key}, entities=(store.id, seat.key))
