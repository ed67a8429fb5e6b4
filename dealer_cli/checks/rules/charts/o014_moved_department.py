"""A position sits in another department than its role, without a reason.

## What it finds
A position whose `department` differs from the role's, with neither `from` nor `why`.

## Why it matters
Charts, post numbers and headcounts of two departments change with it, and a reader cannot see
whether it is meant.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: test-driver, department: management, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - role: test-driver
        department: management
        reports_to: general-manager
        why: the test cars belong to the whole store
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position, at its department."""
    for seat in store.chart.seats.values():
        position = seat.position
        role = view.roles.get(position.role) if position.department else None
        if role is None or position.why or position.from_ or position.department == role.record.department:
            continue
        params = {"position": seat.key, "department": position.department or "", "usual": role.record.department}
        yield Fault("O014", store.entry.place("positions", seat.index, "department"), params, entities=(store.id, seat.key))
