"""A function has no accountable position.

## What it finds
A function without an entry under `accountable` of a store. The default store of the catalog must
cover every function; another store those for which it seats one of the roles that usually do them.

## Why it matters
What nobody answers for is done when somebody has time, and nobody is asked when it goes wrong.

## Example
    # stores/small.yaml
    accountable:
      business-planning: general-manager
      showroom-sales: sales-director
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

from dealer_cli.checks.rules.duties.seating import default_store, done_in
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a function, at the key `accountable`."""
    # Who is accountable is our decision: the sources cannot lack it.
    if view.sourced:
        return
    missing = view.functions.keys() - store.entry.record.accountable.keys()
    if missing and store is not default_store(view):
        missing &= done_in(view, store)
        seated = store.chart.seats_of_role.keys()
        missing = {name for name in missing if not seated.isdisjoint(view.functions[name].record.responsible)}
    for name in sorted(missing):
        yield Fault("D001", store.entry.key_place("accountable"), {"function": name, "store": store.id}, entities=(store.id, name))
