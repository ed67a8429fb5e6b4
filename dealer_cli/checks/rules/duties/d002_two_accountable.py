"""A function has two accountable positions.

## What it finds
A store names one position as accountable for a function, and a duty of another position says that
it is accountable for it too; or two positions say so.

## Why it matters
If two answer for it, each believes that the other does. One decides, the others do.

## Example
    # stores/small.yaml
    accountable:
      business-planning: general-manager
      showroom-sales: general-manager
      cash-collection: financial-controller
      accounting-tax: financial-controller
      safety-and-fire: general-manager

## Use instead
    # stores/small.yaml
    accountable:
      business-planning: general-manager
      showroom-sales: sales-director
      cash-collection: financial-controller
      accounting-tax: financial-controller
      safety-and-fire: general-manager
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.facts import Placed
from dealer_cli.checks.rules.duties.seating import claims_in
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.role import Duty
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a function and a role that claims it, at the store's entry, else at the claim."""
    if view.sourced:
        return
    answering = store.entry.record.accountable
    first: dict[str, tuple[str, Placed[Duty]]] = {}
    for role, claims in claims_in(view, store).items():
        for function, claim in claims.items():
            if function in answering:
                seat = store.chart.seats.get(answering[function])
                if seat and role not in seat.roles:
                    place = store.entry.place("accountable", function)
                    params = {"function": function, "position": seat.key, "other": role, "store": store.id}
                    yield Fault("D002", place, params, (Related(claim.place("part"), "also-here"),), (store.id, function, role))
                continue
            other, before = first.setdefault(function, (role, claim))
            if other != role:
                params = {"function": function, "position": other, "other": role, "store": store.id}
                yield Fault("D002", claim.place("part"), params, (Related(before.place("part"), "also-here"),), (store.id, function, role))
