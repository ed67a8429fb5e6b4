"""A formula names an input that is not defined.

## What it finds
A name in a `formula` that is no `id` of the indicator's `inputs`.

## Why it matters
A reader cannot know what is counted; the name is often a misspelling.

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
        formula: test_drives / visitors
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

from dealer_cli.checks.rules.indicators.targets import formulas, place_in_formula
from dealer_cli.checks.view import View
from dealer_cli.model.decode import nearest
from dealer_cli.reading.faults import Fault, Param


def find(view: View) -> Iterator[Fault]:
    """One fault a name, at the name."""
    for entry, formula in formulas(view):
        known = tuple(given.id for given in entry.record.inputs)
        for name in formula.names if formula else ():
            if name not in known:
                params: dict[str, Param] = {"kpi": entry.record.id, "name": name, "nearest": nearest(name, known)}
                yield Fault("K011", place_in_formula(entry, name), params, entities=(entry.record.id, name))
