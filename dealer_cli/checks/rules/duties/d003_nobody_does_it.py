"""Nobody is responsible for a function.

## What it finds
A function of which no position of the store has a duty with part `responsible`, or `accountable` as
for an approval: those who support or are informed do not do it. The default store
must do every function; another store those that it names under `accountable`. With `--sourced-only`,
every function that no duty stated for the store serves: the gaps of the sources.

## Why it matters
Somebody answers for it, but nobody does it.

## Example
    # roles/finance/cashier.yaml
    duties:
      - id: own-safety
        zh: 遵守收银员岗位的安全规定
        en: Keeps the safety rules of the post of Cashier
        part: supports
        function: safety-and-fire
        why: asked by law

## Use instead
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        why: common practice
      - id: own-safety
        zh: 遵守收银员岗位的安全规定
        en: Keeps the safety rules of the post of Cashier
        part: supports
        function: safety-and-fire
        why: asked by law
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import default_store, done_in
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a function, at its entry under `accountable`, else at that key."""
    needed = set(view.functions)
    if store is not default_store(view) and not view.sourced:
        needed &= store.entry.record.accountable.keys()
    # With an unreadable role nobody can say what nobody does.
    if any(role not in view.roles for role in store.chart.seats_of_role):
        return
    for name in sorted(needed - done_in(view, store)):
        place = store.entry.key_place("accountable", name)
        yield Fault("D003", place, {"function": name, "store": store.id}, entities=(store.id, name), variant="sourced" * view.sourced)
