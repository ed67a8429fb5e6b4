"""Two indicators compute the same.

## What it finds
Two indicators whose formulas are the same once every input is replaced by what it means, in whatever order
they add and multiply.

## Why it matters
The two have two targets, two data sources or two directions for one figure, and contradict each other
sooner or later.

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
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.5}
      - id: drives-per-visit
        title: {zh: 来店试驾比, en: Drives per visit}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: drives / guests
        inputs:
          - {id: drives, zh: 试驾次数, en: test drives}
          - {id: guests, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.7}

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
from dealer_cli.model.catalog import Entry
from dealer_cli.model.names import normal
from dealer_cli.model.vocabulary import FormulaInput, Indicator
from dealer_cli.reading.faults import Fault, Related


def find(view: View) -> Iterator[Fault]:
    """One fault an indicator, at its formula; the first with that formula is the related place."""
    first: dict[str, Entry[Indicator]] = {}
    for entry, formula in formulas(view):
        if formula is None or len(formula.names) < 2:
            continue
        before = first.setdefault(formula.shape({given.id: _meaning(given) for given in entry.record.inputs}), entry)
        if before is not entry:
            params = {"kpi": entry.record.id, "first": before.record.id}
            related = (Related(before.place("formula"), "first-here"),)
            yield Fault("K015", entry.place("formula"), params, related, tuple(sorted((before.record.id, entry.record.id))))


def _meaning(given: FormulaInput) -> str:
    return normal(given.say("zh"))
