"""A role that a constraint asks for has too few people.

## What it finds
A constraint `must_have` of constraints.yaml: the people of all positions with the role, those who
also hold it included, are fewer than `at_least` (one, where nothing is said). An unknown headcount
counts as one.

## Why it matters
The owner of the catalog has said that it must be, and why.

## Example
    # constraints.yaml
    constraints:
      - id: two-cashiers
        must_have: {role: cashier, at_least: 2}
        reason: the desk is open seven days a week

## Use instead
    # constraints.yaml
    constraints:
      - id: one-cashier
        must_have: {role: cashier}
        reason: the desk is open seven days a week
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.staffing import people
from dealer_cli.checks.rules.constraints.declared import declared, declared_at
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Param


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a constraint, at the first seat of the role, or at the positions."""
    for rule in declared(view, store):
        asked = rule.record.must_have
        if asked is None:
            continue
        seats = store.chart.seats_of_role.get(asked.role, [])
        count = sum(people(seat, asked.role) for seat in seats)
        if count < asked.at_least:
            place = store.entry.place("positions", seats[0].index, "role") if seats else store.entry.key_place("positions")
            params: dict[str, Param] = {
                "constraint": rule.record.id,
                "role": asked.role,
                "count": count,
                "least": asked.at_least,
                "reason": rule.record.reason,
            }
            yield Fault("C011", place, params, (declared_at(rule),), (store.id, rule.record.id))
