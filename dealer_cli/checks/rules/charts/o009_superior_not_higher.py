"""A superior stands on the same level or a lower one.

## What it finds
A line to a position whose role has the same `level` or a lower one, without `from` or `why`.

## Why it matters
Either the level of a role is wrong, and pay and authority with it, or the line is.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: test-driver, reports_to: sales-director}
      - {role: sales-consultant, reports_to: test-driver}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: test-driver, reports_to: sales-consultant}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.role import LEVELS
from dealer_cli.reading.faults import Fault, Related

RANK = {level: rank for rank, level in enumerate(LEVELS)}


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position, at its line; the superior is the related place."""
    for seat in store.chart.seats.values():
        above = store.chart.superior(seat.key)
        if above is None or seat.position.why or seat.position.from_ or above == seat.key:
            continue
        superior = store.chart.seats[above]
        if superior.position.role not in view.roles or seat.position.role not in view.roles:
            continue
        own, other = view.level(seat), view.level(superior)
        if RANK[other] >= RANK[own]:
            related = (Related(store.entry.place("positions", superior.index, "role"), "superior-here"),)
            params = {"position": seat.key, "superior": above, "level": own, "other": other}
            yield Fault("O009", store.entry.place("positions", seat.index, "reports_to"), params, related, (store.id, seat.key))
