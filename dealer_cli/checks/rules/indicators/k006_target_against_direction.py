"""A target does not fit the direction of its indicator.

## What it finds
A target of an indicator for which higher is better, without `min`; one for which lower is better, without
`max`; one for a range, without both; a target that names neither.

## Why it matters
The bound that would decide between good and bad is missing, so the score sheet cannot be filled in.

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
        target: {max: 0.5}

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
from dealer_cli.reading.faults import Fault, Param

NEEDED = {"higher": {"min"}, "lower": {"max"}, "range": {"min", "max"}}


def find(view: View) -> Iterator[Fault]:
    """One fault a target, at the target."""
    for target in targets(view):
        given = {key for key, value in (("min", target.bounds.min), ("max", target.bounds.max)) if value is not None}
        missing = NEEDED[target.indicator.direction] - given
        if missing:
            params: dict[str, Param] = {"kpi": target.indicator.id, "missing": tuple(sorted(missing, reverse=True))}
            yield Fault("K006", target.place(), params, (), target.entities, target.indicator.direction)
