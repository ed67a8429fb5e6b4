"""A superior is responsible for what must be kept apart from a report's duty.

## What it finds
A position responsible for one side of a separation in scope `superior`, whose direct superior is
responsible for the other side.

## Why it matters
The report controls the superior, or hands over to the superior, and cannot refuse what the superior
orders. The separation sets the severity.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-consultant, reports_to: general-manager}
      - role: cashier
        reports_to: sales-consultant

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-consultant, reports_to: general-manager}
      - role: cashier
        reports_to: general-manager
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
    """One fault a position and separation, at its line; both duties are related places."""
    charges = view.alike(store, _charges)
    for above, reports in store.chart.reports.items():
        uppers = [charges[role] for role in store.chart.seats[above].roles if role in charges] if reports else []
        for upper in uppers:
            for report in reports:
                seat = store.chart.seats[report]
                for lower in (charges[role] for role in seat.roles if role in charges):
                    for breach in view.separated.between(upper.functions, lower.functions, "superior") if report != above else ():
                        yield _fault(store, seat, above, upper, lower, breach)


def _charges(view: View, store: StoreView) -> dict[str, Charge]:
    """What the roles are responsible for, of those that have anything to keep apart."""
    judged = view.separated.functions("superior")
    return {role: charge for role, charge in view.charges(store).items() if not judged.isdisjoint(charge.functions)}


def _fault(store: StoreView, seat: Seat, above: str, upper: Charge, lower: Charge, breach: Breach) -> Fault:
    separation = breach.separation
    return Fault(
        "P003",
        store.entry.place("positions", seat.index, "reports_to"),
        {**breach_params(breach), "position": seat.key, "superior": above},
        (Related(upper.place(breach.function), "duty-here"), Related(lower.place(breach.other), "duty-here")),
        (store.id, seat.key, separation.id),
        law_variant(separation.law),
        separation.severity,
    )
