"""A role has more than eight indicators.

## What it finds
A role with nine or more indicators.

## Why it matters
What counts for a tenth of the score steers nobody; the few that matter are lost among them.

## Example
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 20}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}
        - {kpi: retail-achievement, weight: 10}

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

MOST = 8
"""Indicators of one role."""


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its first indicator too many."""
    for role, facts in view.facts.items():
        count = len(facts.kpis)
        if count > MOST and not view.sourced:
            yield Fault("K002", facts.kpis[MOST].place("kpi"), {"role": role, "count": count, "bound": MOST}, entities=(role,))
