"""Positions report to each other in a ring.

## What it finds
A chain of `reports_to` that comes back to where it began; the whole ring is printed, from the
name that is first in the alphabet, so that every run prints the same.

## Why it matters
Nobody in the ring has a superior who answers for them, and no chain from it reaches the top.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: sales-consultant}
      - {role: sales-consultant, reports_to: sales-director}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a ring, at the line of its first position; the others are related places."""
    for ring in store.chart.rings():
        places = [store.entry.place("positions", store.chart.seats[key].index, "reports_to") for key in ring]
        related = tuple(Related(place, "line-here") for place in places[1:])
        yield Fault("O001", places[0], {"chain": " → ".join([*ring, ring[0]]), "length": len(ring)}, related, (store.id, *ring))
