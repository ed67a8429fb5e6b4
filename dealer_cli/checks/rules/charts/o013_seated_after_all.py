"""A role listed as not seated has a seat.

## What it finds
A role under `not_seated` that a position of the store has, alone or beside another.

## Why it matters
The list tells who covers a role that nobody has. A role with a seat is covered by its holder, and
the two statements contradict each other.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
    not_seated: {sales-consultant: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
    not_seated: {test-driver: sales-consultant}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a role, at its key; the seat is the related place."""
    for role in store.entry.record.not_seated:
        if seats := store.chart.seats_of_role.get(role):
            related = (Related(store.entry.place("positions", seats[0].index, "role"), "seat-here"),)
            place = store.entry.key_place("not_seated", role)
            yield Fault("O013", place, {"role": role, "position": seats[0].key}, related, (store.id, role))
