"""The weights of a role do not add up to 100.

## What it finds
A role whose indicators have weights with a sum other than 100. With `--sourced-only` weights are not judged,
since they are ours.

## Why it matters
A score sheet with 90 or 110 points cannot be compared with another one, and pay depends on it.

## Example
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 50}
        - {kpi: retail-achievement, weight: 30}
        - {kpi: reports-on-time, weight: 10}

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


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its list of indicators."""
    for role, facts in view.facts.items():
        total = sum(kpi.record.weight for kpi in facts.kpis)
        if facts.kpis and total != 100 and not view.sourced:
            yield Fault("K001", facts.entry.key_place("kpis"), {"role": role, "total": total}, entities=(role,))
