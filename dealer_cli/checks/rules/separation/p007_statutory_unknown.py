"""A store does not say what a position asked for by law depends on.

## What it finds
A store without a `size` that seats none of the roles of some entries of statutory.yaml, or one whose
size leaves out the number of people or the repair class on which such an entry depends.

## Why it matters
Whether law asks for the position cannot be judged, and the check stays silent about it.

## Example
    # statutory.yaml
    positions:
      - id: safety-manager
        title: {zh: 安全生产管理人员, en: Safety manager}
        roles: [test-driver]
        when: {employees_at_most: 100}
        law:
          - law: {zh: 安全生产法, en: Work Safety Law}
            article: "24"
    # stores/small.yaml
    size: {new_cars: 300}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # statutory.yaml
    positions:
      - id: safety-manager
        title: {zh: 安全生产管理人员, en: Safety manager}
        roles: [test-driver]
        when: {employees_at_most: 100}
        law:
          - law: {zh: 安全生产法, en: Work Safety Law}
            article: "24"
    # stores/small.yaml
    size: {employees: 101}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a store, at its size or its id, with the provisions that were not judged."""
    record = store.entry.record
    open_ones = [
        entry.record.id
        for entry in view.statutory.values()
        if (answer := asked_for(entry.record.when, record)) is not False
        and (answer is None or record.size is None)
        and not carriers(entry.record, store.chart)
    ]
    if open_ones:
        place = store.entry.key_place("size") if record.size else store.entry.place("id")
        yield Fault("P007", place, {"store": store.id, "positions": tuple(open_ones)}, entities=(store.id,))
