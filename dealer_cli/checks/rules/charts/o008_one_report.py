"""A manager has exactly one report.

## What it finds
A position of level manager or above with one person below it, not more and not fewer.

## Why it matters
A level of management for one person is dear; often one of the two posts can be held by the other.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, headcount: 4}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.role import LEVELS
from dealer_cli.reading.faults import Fault, Related

MANAGING = frozenset(LEVELS[: LEVELS.index("manager") + 1])
"""The levels that manage people."""


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a manager, at the position; the report is the related place."""
    chart = store.chart
    for key, reports in chart.reports.items():
        seat = chart.seats[key]
        if len(reports) != 1 or chart.seats[reports[0]].position.headcount != 1 or view.level(seat) not in MANAGING:
            continue
        related = (Related(store.entry.place("positions", chart.seats[reports[0]].index, "reports_to"), "line-here"),)
        place = store.entry.place("positions", seat.index, "role")
        yield Fault("O008", place, {"position": key, "report": reports[0]}, related, (store.id, key))
