"""The superior who scores a position supplies its figure.

## What it finds
A position that carries an indicator whose `supplied_by` is a role of its direct superior.

## Why it matters
Score and figure come from one hand; a third role that supplies the figure makes both easier to defend.

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
        supplied_by: sales-director
        target: {min: 0.5}

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
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position and indicator, at its line; indicator and role are related places."""
    for seat in store.chart.seats.values():
        above = store.chart.superior(seat.key)
        superiors = store.chart.seats[above].roles if above is not None and above != seat.key else ()
        seen: set[str] = set()
        for role in seat.roles if superiors else ():
            for kpi in view.facts[role].kpis if role in view.facts else ():
                entry = view.kpis.get(kpi.record.kpi)
                if entry is not None and entry.record.supplied_by in superiors and kpi.record.kpi not in seen:
                    seen.add(kpi.record.kpi)
                    params = {"position": seat.key, "kpi": kpi.record.kpi, "superior": above or ""}
                    related = (Related(entry.place("supplied_by"), "defined-here"), Related(kpi.place("kpi"), "carried-here"))
                    place = store.entry.place("positions", seat.index, "reports_to")
                    yield Fault("K009", place, params, related, (store.id, seat.key, kpi.record.kpi))
