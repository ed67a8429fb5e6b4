"""A role has no place in the default store.

## What it finds
A role of the catalog that the default store neither seats nor holds together with another, nor
lists under `not_seated` with the position that covers it.

## Why it matters
Whoever asks for that role gets no answer: is the work left out, or does somebody else do it?

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
      - {role: cashier, reports_to: financial-controller}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
      - {role: cashier, reports_to: financial-controller}
    not_seated: {test-driver: sales-consultant}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import default_store
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a role, at its id."""
    if store is not default_store(view):
        return
    for name, entry in view.roles.items():
        if name not in store.chart.seats_of_role and name not in store.entry.record.not_seated:
            yield Fault("D022", entry.place("id"), {"role": name, "store": store.id}, entities=(store.id, name))
