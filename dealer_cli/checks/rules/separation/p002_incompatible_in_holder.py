"""One holder of several roles is responsible for incompatible duties.

## What it finds
A position that also holds another role, where a duty of the one and a duty of the other are kept apart
in scope `holder`. Roles that are held on some of the seats only, and can be given to different
people, do not meet. What one of the roles breaks by itself is P001.

## Why it matters
Each role is sound by itself; the person who has both is not controlled by anybody. The separation sets
the severity.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller, also_holds: [cashier]}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
      - {role: cashier, reports_to: financial-controller}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.segregation import never_apart
from dealer_cli.chart.tree import Seat
from dealer_cli.checks.rules.separation.wording import breach_params, law_variant
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a position and separation, at the role held; both duties are related places."""
    for seat in store.chart.seats.values():
        if seat.position.also_holds:
            yield from _faults(view, store, seat)


def _faults(view: View, store: StoreView, seat: Seat) -> Iterator[Fault]:
    known_charges = view.charges(store)
    charges = {role: known_charges[role] for role in seat.roles if role in known_charges}
    known = {breach.separation.id for charge in charges.values() for breach in view.separated.within(charge.functions, "role")}
    for own, held in never_apart(seat):
        if own not in charges or held not in charges:
            continue
        for breach in view.separated.between(charges[own].functions, charges[held].functions, "holder"):
            separation = breach.separation
            if separation.id not in known:
                known.add(separation.id)
                place = store.entry.place("positions", seat.index, "also_holds", seat.roles.index(held) - 1)
                duties = (charges[own].place(breach.function), charges[held].place(breach.other))
                params = {**breach_params(breach), "position": seat.key, "role": own, "held": held}
                related = tuple(Related(duty, "duty-here") for duty in duties)
                entities = (store.id, seat.key, separation.id)
                yield Fault("P002", place, params, related, entities, law_variant(separation.law), separation.severity)
