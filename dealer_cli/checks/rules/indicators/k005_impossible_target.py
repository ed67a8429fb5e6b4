"""A target lies out of range.

## What it finds
A target whose `min` is above its `max`; a percentage below 0, above 1 where lower is better, above 2 where
higher is better or a range is meant (a percentage is written as a ratio: 0.95, not 95); a
negative number of things, people, days or points.

## Why it matters
Nobody can reach it, or everybody does: the score says nothing.

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
        target: {min: 50}

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

from dealer_cli.checks.rules.indicators.targets import targets
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Param, Related

COUNTED = frozenset({"count", "cars", "orders", "people", "days", "hours", "minutes", "points", "times"})
"""Units of which there are never fewer than none."""


def find(view: View) -> Iterator[Fault]:
    """One fault a bound, at the bound."""
    for target in targets(view):
        bounds, unit = target.bounds, target.indicator.unit
        params: dict[str, Param] = {"kpi": target.indicator.id, "unit": unit}
        if bounds.min is not None and bounds.max is not None and bounds.min > bounds.max:
            params |= {"min": bounds.min, "max": bounds.max}
            yield Fault("K005", target.place("min"), params, (Related(target.place("max"), "also-here"),), target.entities, "crossed")
            continue
        for key, value in (("min", bounds.min), ("max", bounds.max)):
            variant = "" if value is None else _variant(value, unit, target.indicator.direction)
            if variant:
                yield Fault("K005", target.place(key), {**params, "value": value or 0}, (), target.entities, variant)


def _variant(value: float, unit: str, direction: str) -> str:
    if value < 0:
        return "negative" if unit == "percent" or unit in COUNTED else ""
    return "percent" if unit == "percent" and value > (1 if direction == "lower" else 2) else ""
