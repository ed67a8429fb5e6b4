"""A second position reports outside the store.

## What it finds
Two or more positions that report to an external, where those behind the first say neither `from`
nor `why`.

## Why it matters
A store has one person who answers for it. A second root is often a line that was never drawn.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position behind the first; the first is the related place."""
    roots = [seat for seat in store.chart.seats.values() if store.chart.external(seat.key)]
    for seat in roots[1:]:
        if not (seat.position.why or seat.position.from_):
            related = (Related(store.entry.place("positions", roots[0].index, "reports_to"), "first-here"),)
            params = {"position": seat.key, "first": roots[0].key}
            yield Fault("O012", store.entry.place("positions", seat.index, "reports_to"), params, related, (store.id, seat.key))
