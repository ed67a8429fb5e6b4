"""A department has two heads.

## What it finds
Two or more positions of the same highest level whose superiors are all outside the department.

## Why it matters
Two people give orders, and nobody answers for the result.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, department: sales, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, department: sales, reports_to: sales-director}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a department, at the second head; the others are related places."""
    for department, found in view.heads(store).items():
        if len(found) > 1 and department:
            places = [store.entry.place("positions", seat.index, "role") for seat in found]
            keys = tuple(seat.key for seat in found)
            related = (Related(places[0], "also-here"), *(Related(place, "also-here") for place in places[2:]))
            yield Fault("O003", places[1], {"department": department, "heads": keys}, related, (store.id, department))
