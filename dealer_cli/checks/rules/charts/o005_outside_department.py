"""A position reports outside its department without a reason.

## What it finds
A position that is no head of its department, whose superior sits in another one, and that has
neither `from` nor `why`. A head reports outside by nature; so does what reports outside the store.

## Why it matters
The head of the department answers for work that somebody else assigns. Sometimes that is meant,
as for an inspector who must be free of those inspected: then the reason belongs into the chart.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}
      - {role: cashier, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}
      - {role: cashier, reports_to: financial-controller}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position, at its line; the superior is the related place."""
    heads = view.heads(store)
    for seat in store.chart.seats.values():
        above = store.chart.superior(seat.key)
        if above is None or seat.position.why or seat.position.from_:
            continue
        superior = store.chart.seats[above]
        own, other = view.department(seat), view.department(superior)
        if own and other and own != other and seat not in heads[own]:
            params = {"position": seat.key, "department": own, "superior": above, "other": other}
            related = (Related(store.entry.place("positions", superior.index, "role"), "superior-here"),)
            yield Fault("O005", store.entry.place("positions", seat.index, "reports_to"), params, related, (store.id, seat.key))
