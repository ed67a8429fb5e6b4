"""More people report to one holder than the limit.

## What it finds
A position to whose holder more people report directly than `limits.span` of catalog.yaml. Headcounts
count, an unknown one as one person; several holders of the superior share the people.

## Why it matters
Nobody assigns, follows and judges the work of so many: a level between is missing, or one of the
reports should lead the others.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, headcount: 14}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director, headcount: 5}

## Options
`limits: {span: 12}` in catalog.yaml sets the limit; it is 12 where nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.staffing import headcount
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a superior, at its position."""
    limit = view.catalog.settings.record.limits.span
    chart = store.chart
    for key, reports in chart.reports.items():
        if not reports:
            continue
        people = sum(headcount(chart.seats[report].position) for report in reports)
        each = -(-people // headcount(chart.seats[key].position))
        if each > limit:
            place = store.entry.place("positions", chart.seats[key].index, "role")
            yield Fault("O006", place, {"position": key, "people": each, "limit": limit}, entities=(store.id, key))
