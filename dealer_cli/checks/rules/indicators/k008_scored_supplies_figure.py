"""Who is scored by an indicator supplies its figure.

## What it finds
An indicator whose `supplied_by` is a role that carries the indicator.

## Why it matters
Nobody reports a bad figure about himself for long.

## Example
    # kpis.yaml
    why: common practice
    kpis:
      - id: closing-rate
        title: {zh: 展厅成交率, en: Closing rate}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        supplied_by: sales-consultant
        target: {min: 0.5}
    # roles/sales/sales-consultant.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 50}
        - {kpi: retail-achievement, weight: 30}
        - {kpi: reports-on-time, weight: 20}

## Use instead
    # kpis.yaml
    why: common practice
    kpis:
      - id: closing-rate
        title: {zh: 展厅成交率, en: Closing rate}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        supplied_by: cashier
        target: {min: 0.5}
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
from dealer_cli.reading.faults import Fault, Related


def find(view: View) -> Iterator[Fault]:
    """One fault an indicator, at its supplier; the role's list is the related place."""
    for kpi, entry in view.kpis.items():
        facts = view.facts.get(entry.record.supplied_by or "")
        carried = next((used for used in facts.kpis if used.record.kpi == kpi), None) if facts else None
        if facts and carried:
            params = {"kpi": kpi, "role": facts.role.id}
            yield Fault("K008", entry.place("supplied_by"), params, (Related(carried.place("kpi"), "carried-here"),), (kpi, facts.role.id))
