"""A role has more people than a constraint allows.

## What it finds
A constraint `at_most` of constraints.yaml: the people of all positions with the role, those who
also hold it included, are more than `count`. An unknown headcount counts as one.

## Why it matters
The owner of the catalog has said that it must not be, and why.

## Example
    # constraints.yaml
    constraints:
      - id: few-consultants
        at_most: {role: sales-consultant, count: 2}
        reason: the showroom has two desks

## Use instead
    # constraints.yaml
    constraints:
      - id: few-consultants
        at_most: {role: sales-consultant, count: 3}
        reason: the showroom has three desks
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.staffing import people
from dealer_cli.checks.rules.constraints.declared import declared, declared_at
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Param, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a constraint, at the last seat of the role; the others are related places."""
    for rule in declared(view, store):
        asked = rule.record.at_most
        if asked is None:
            continue
        seats = store.chart.seats_of_role.get(asked.role, [])
        count = sum(people(seat, asked.role) for seat in seats)
        if count > asked.count:
            places = [store.entry.place("positions", seat.index, "role") for seat in seats]
            params: dict[str, Param] = {
                "constraint": rule.record.id,
                "role": asked.role,
                "count": count,
                "bound": asked.count,
                "reason": rule.record.reason,
            }
            related = (declared_at(rule), *(Related(place, "also-here") for place in places[:-1]))
            yield Fault("C012", places[-1], params, related, (store.id, rule.record.id))
