"""A line runs through more levels than the limit.

## What it finds
A position deeper below its root than `limits.depth` of catalog.yaml, the root counting as 1. What
stands below it is not listed again.

## Why it matters
Every level delays a decision and bends what is reported. A store rarely needs more than five.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: test-driver, reports_to: sales-consultant}
      - {id: second-driver, role: test-driver, reports_to: test-driver}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: test-driver, reports_to: sales-consultant}
      - {id: second-driver, role: test-driver, reports_to: sales-consultant}

## Options
`limits: {depth: 7}` in catalog.yaml sets the limit; it is 7 where nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position on the first level that is too deep, with its chain."""
    limit = view.catalog.settings.record.limits.depth
    for key, depth in store.chart.depths.items():
        if depth == limit + 1:
            place = store.entry.place("positions", store.chart.seats[key].index, "reports_to")
            chain = " → ".join([key, *store.chart.chain(key)])
            yield Fault("O007", place, {"depth": depth, "limit": limit, "chain": chain}, entities=(store.id, key))
