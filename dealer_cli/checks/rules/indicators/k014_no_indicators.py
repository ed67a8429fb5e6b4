"""A role has no indicators.

## What it finds
A role without `kpis`; with `--sourced-only`, a role for which the sources name none.

## Why it matters
Nobody can say at the end of the month whether the work was done well.

## Example
    # roles/sales/greeter.yaml
    id: greeter
    title: {zh: 迎宾员, en: Greeter}
    department: sales
    level: staff

## Use instead
    # roles/sales/greeter.yaml
    id: greeter
    title: {zh: 迎宾员, en: Greeter}
    department: sales
    level: staff
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 40}
        - {kpi: retail-achievement, weight: 40}
        - {kpi: reports-on-time, weight: 20}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its id."""
    for role, facts in view.facts.items():
        if not facts.kpis:
            yield Fault("K014", facts.entry.place("id"), {"role": role}, entities=(role,))
