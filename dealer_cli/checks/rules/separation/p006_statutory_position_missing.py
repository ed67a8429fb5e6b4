"""A position that law asks for has no seat.

## What it finds
An entry of statutory.yaml whose `when` fits the size and business of the store, while no position has or
also holds one of its roles. Stores that give no `size` are left out: see P007.

## Why it matters
The authority asks for the letter of appointment, and the person in charge answers for the gap.

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
    positions:
      - {role: general-manager, reports_to: {external: board}, also_holds: [test-driver]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.checks.rules.separation.wording import law_params, law_variant, said
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a store and provision, at the positions; the provision is the related place."""
    if store.entry.record.size is None:
        return
    for entry in view.statutory.values():
        asked = entry.record
        if asked_for(asked.when, store.entry.record) and not carriers(asked, store.chart):
            yield Fault(
                "P006",
                store.entry.key_place("positions"),
                {"title": said(asked.title), "roles": asked.roles, **law_params(asked.law)},
                (Related(entry.place("id"), "asked-here"),),
                (store.id, asked.id),
                law_variant(asked.law),
            )
