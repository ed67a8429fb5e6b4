"""A role has fewer than three indicators.

## What it finds
A role with one or two indicators. A role with none is K014.

## Why it matters
One figure alone is served at the cost of all that it does not measure.

## Example
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 60}
        - {kpi: retail-achievement, weight: 40}

## Use instead
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 50}
        - {kpi: retail-achievement, weight: 30}
        - {kpi: reports-on-time, weight: 20}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault

LEAST = 3
"""Indicators of one role."""


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its list of indicators."""
    for role, facts in view.facts.items():
        count = len(facts.kpis)
        if 0 < count < LEAST and not view.sourced:
            yield Fault("K003", facts.entry.key_place("kpis"), {"role": role, "count": count, "bound": LEAST}, entities=(role,))
