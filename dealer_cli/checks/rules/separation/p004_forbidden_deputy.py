"""A deputy must not do the duties stood in for.

## What it finds
A `deputy` who is responsible for one side of a separation in scope `holder`, while the position stood in
for is responsible for the other.

## Why it matters
On the first day of leave one person has both sides in hand, which is the day on which it is tried.
The separation sets the severity.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
      - {role: cashier, reports_to: financial-controller, deputy: accountant}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
      - {role: cashier, reports_to: financial-controller, deputy: financial-controller}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.segregation import Breach
from dealer_cli.chart.tree import Seat
from dealer_cli.checks.facts import Charge
from dealer_cli.checks.rules.separation.wording import breach_params, law_variant
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position and separation, at the deputy; both duties are related places."""
    for seat in store.chart.seats.values():
        deputy = store.chart.seats.get(seat.position.deputy or "")
        if deputy is None or deputy is seat:
            continue
        seen: set[str] = set()
        for own, other, breach in _breaches(view, store, seat, deputy):
            separation = breach.separation
            if separation.id not in seen:
                seen.add(separation.id)
                place = store.entry.place("positions", seat.index, "deputy")
                params = {**breach_params(breach), "position": seat.key, "deputy": deputy.key}
                related = (Related(own.place(breach.function), "duty-here"), Related(other.place(breach.other), "duty-here"))
                entities = (store.id, seat.key, separation.id)
                yield Fault("P004", place, params, related, entities, law_variant(separation.law), separation.severity)


def _breaches(view: View, store: StoreView, seat: Seat, deputy: Seat) -> Iterator[tuple[Charge, Charge, Breach]]:
    charges = view.charges(store)
    for role in seat.roles:
        for other in deputy.roles:
            if role in charges and other in charges:
                charge, charged = charges[role], charges[other]
                for breach in view.separated.between(charge.functions, charged.functions, "holder"):
                    yield charge, charged, breach
