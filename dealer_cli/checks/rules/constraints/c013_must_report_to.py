"""A line does not run as a constraint asks.

## What it finds
A constraint `must_report_to` of constraints.yaml: a position with the role whose next superior does
not have the role `superior`; with `direct: false`, none of the chain above has it. A store that does
not seat the role is left alone. The message shows the chain.

## Why it matters
The owner of the catalog has said how the line must run, and why.

## Example
    # constraints.yaml
    constraints:
      - id: cashier-under-finance
        must_report_to: {role: cashier, superior: financial-controller}
        reason: the money is counted away from those who sell
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: cashier, reports_to: general-manager}

## Use instead
    # constraints.yaml
    constraints:
      - id: cashier-under-finance
        must_report_to: {role: cashier, superior: financial-controller}
        reason: the money is counted away from those who sell
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: financial-controller, reports_to: general-manager}
      - {role: cashier, reports_to: financial-controller}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.constraints.declared import declared, declared_at
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Param


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a constraint and seat, at its line."""
    for rule in declared(view, store):
        asked = rule.record.must_report_to
        if asked is None:
            continue
        for seat in store.chart.seats_of_role.get(asked.role, ()):
            chain = store.chart.chain(seat.key)
            judged = chain[:1] if asked.direct else chain
            if not any(asked.superior in store.chart.seats[key].roles for key in judged):
                params: dict[str, Param] = {
                    "constraint": rule.record.id,
                    "superior": asked.superior,
                    "chain": " → ".join([seat.key, *chain]),
                    "reason": rule.record.reason,
                }
                place = store.entry.place("positions", seat.index, "reports_to")
                variant = "" if asked.direct else "chain"
                yield Fault("C013", place, params, (declared_at(rule),), (store.id, rule.record.id, seat.key), variant)
