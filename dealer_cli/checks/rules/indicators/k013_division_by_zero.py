"""A formula divides by zero.

## What it finds
A divisor that is zero whatever the inputs are: `0`, `2 - 2`, `visits - visits`.

## Why it matters
The indicator has no value in any month.

## Example
    # kpis.yaml
    why: common practice
    kpis:
      - id: test-drive-rate
        title: {zh: 试驾率, en: Test drives per visit}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / (visits - visits)
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.5}

## Use instead
    # kpis.yaml
    why: common practice
    kpis:
      - id: test-drive-rate
        title: {zh: 试驾率, en: Test drives per visit}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.5}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.indicators.targets import formulas
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a formula, at the formula."""
    for entry, formula in formulas(view):
        if formula and formula.zero_divisor:
            params = {"kpi": entry.record.id, "formula": formula.text}
            yield Fault("K013", entry.place("formula"), params, entities=(entry.record.id,))
