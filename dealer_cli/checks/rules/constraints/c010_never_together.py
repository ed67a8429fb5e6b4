"""One holder has what a constraint keeps apart.

## What it finds
A constraint `never_together` of constraints.yaml: a position that has two of its `roles`, as its
own and beside it, or whose roles are responsible for two of its `functions`. The message shows the
chain: position, role, function.

## Why it matters
The owner of the catalog has said that it must not be, and why.

## Example
    # constraints.yaml
    constraints:
      - id: one-hand
        never_together: {roles: [accountant, test-driver]}
        reason: the accountant checks the fuel bills of the test cars
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller, also_holds: [test-driver]}

## Use instead
    # constraints.yaml
    constraints:
      - id: one-hand
        never_together: {roles: [accountant, test-driver]}
        reason: the accountant checks the fuel bills of the test cars
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: accountant, reports_to: financial-controller}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dealer_cli.chart.segregation import never_apart
from dealer_cli.chart.tree import Seat
from dealer_cli.checks.rules.constraints.declared import Declared, declared, declared_at
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Param


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a constraint and position, at the position."""
    for rule in declared(view, store):
        if rule.record.never_together is not None:
            yield from _roles(store, rule, rule.record.never_together.roles or ())
            yield from _functions(view, store, rule, rule.record.never_together.functions or ())


def _roles(store: StoreView, rule: Declared, roles: tuple[str, ...]) -> Iterator[Fault]:
    for role in roles:
        for seat in store.chart.seats_of_role.get(role, ()):
            # A position is met once for each of the roles; it is judged at the first.
            if len(seat.roles) > 1 and role == next(name for name in roles if name in seat.roles):
                pairs = (pair for pair in never_apart(seat) if pair[0] in roles and pair[1] in roles)
                yield from (_fault(store, rule, seat, [f"{seat.key} → {one}", f"{seat.key} → {two}"]) for one, two in islice(pairs, 1))


def _functions(view: View, store: StoreView, rule: Declared, functions: tuple[str, ...]) -> Iterator[Fault]:
    charges = view.charges(store)
    for seat in store.chart.seats.values() if functions else ():
        found: dict[str, str] = {}
        for role in seat.roles:
            if role in charges:
                charge = charges[role]
                for function in functions:
                    if function in charge.functions:
                        steps = dict.fromkeys((seat.key, role, charge.duties[function].record.id, function))
                        found.setdefault(function, " → ".join(steps))
        if len(found) > 1:
            yield _fault(store, rule, seat, list(found.values()))


def _fault(store: StoreView, rule: Declared, seat: Seat, chains: list[str]) -> Fault:
    params: dict[str, Param] = {"constraint": rule.record.id, "chains": tuple(chains), "reason": rule.record.reason}
    place = store.entry.place("positions", seat.index, "role")
    return Fault("C010", place, params, (declared_at(rule),), (store.id, rule.record.id, seat.key))
