"""A role carries one indicator twice.

## What it finds
An indicator that stands twice in the list of a role.

## Why it matters
Its weight counts twice, and with two targets nobody knows which one holds.

## Example
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 50}
        - {kpi: retail-achievement, weight: 30}
        - {kpi: closing-rate, weight: 20}

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

from dealer_cli.checks.facts import Placed
from dealer_cli.checks.view import View
from dealer_cli.model.role import RoleIndicator
from dealer_cli.reading.faults import Fault, Related


def find(view: View) -> Iterator[Fault]:
    """One fault a repetition, at the later one."""
    for role, facts in view.facts.items():
        first: dict[str, Placed[RoleIndicator]] = {}
        for kpi in facts.kpis:
            before = first.setdefault(kpi.record.kpi, kpi)
            if before is not kpi:
                related = (Related(before.place("kpi"), "first-here"),)
                yield Fault("K004", kpi.place("kpi"), {"role": role, "kpi": kpi.record.kpi}, related, (role, kpi.record.kpi))
