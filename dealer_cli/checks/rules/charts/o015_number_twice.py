"""Two positions of a store state the same post number.

## What it finds
A position with the `number` of a position before it.

## Why it matters
The number stands on job descriptions and letters that people sign. Two documents with one number
cannot be told apart in a file, and the later one is printed under a name of its own.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, number: XS-01, reports_to: general-manager}
      - {role: sales-consultant, number: XS-01, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, number: XS-01, reports_to: general-manager}
      - {role: sales-consultant, number: XS-02, reports_to: sales-director}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position, at its number."""
    first: dict[str, str] = {}
    for seat in store.chart.seats.values():
        number = seat.position.number
        if number and first.setdefault(number, seat.key) != seat.key:
            params = {"position": seat.key, "number": number, "other": first[number]}
            yield Fault("O015", store.entry.place("positions", seat.index, "number"), params, entities=(store.id, seat.key))
