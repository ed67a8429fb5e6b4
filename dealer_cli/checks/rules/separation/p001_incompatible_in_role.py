"""One role is responsible for incompatible duties.

## What it finds
Two duties of a role with the part `responsible` (a duty's usual part) whose functions a separation of
segregation.yaml keeps apart in scope `role`. It is judged as the role is in the stores that seat it:
a duty that holds in one store only is judged there, and the finding names the store. Who is
accountable for both is no finding: a head of finance always is.

## Why it matters
One person could take and hide what the other duty would have shown. The finding quotes the reason,
and the law where there is one; the separation sets the severity.

## Example
    # roles/sales/sales-consultant.yaml
    duties:
      - id: sell
        zh: 接待客户并签订合同
        en: Receives customers and signs contracts
        function: showroom-sales
      - id: take-deposit
        zh: 收取客户定金
        en: Takes customers' deposits
        part: responsible
        function: cash-collection

## Use instead
    # roles/sales/sales-consultant.yaml
    duties:
      - id: sell
        zh: 接待客户并签订合同
        en: Receives customers and signs contracts
        function: showroom-sales
      - id: take-deposit
        zh: 陪同客户到收银台付款
        en: Takes customers to the cash desk
        part: supports
        function: cash-collection
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dealer_cli.checks.facts import Charge
from dealer_cli.checks.rules.separation.wording import breach_params, law_variant
from dealer_cli.checks.view import View
from dealer_cli.model.store import Store
from dealer_cli.reading.faults import Fault, Related


def find(view: View) -> Iterator[Fault]:
    """One fault a role and separation, at the later duty; then those of single stores that it has not."""
    general: set[str] = set()
    special: dict[str, list[Store]] = {}
    for view_of_store in view.stores.values():
        store = view_of_store.entry.record
        for role in view_of_store.chart.seats_of_role:
            if role not in view.facts or not view.facts[role].is_special(store):
                general.add(role)
            else:
                special.setdefault(role, []).append(store)
    for role, facts in view.facts.items():
        known: set[str] = set()
        if role in general or role not in special:
            known.update(breach.separation.id for breach in view.separated.within(facts.charge.functions, "role"))
            yield from _faults(view, role, facts.charge)
        for store in special.get(role, ()):
            yield from _faults(view, role, facts.charge_in(store), known, store.id)


def _faults(view: View, role: str, charge: Charge, known: Collection[str] = (), store: str = "") -> Iterator[Fault]:
    for breach in view.separated.within(charge.functions, "role"):
        separation = breach.separation
        if separation.id not in known:
            first, second = sorted((charge.place(breach.function), charge.place(breach.other)))
            entities = (role, separation.id, store) if store else (role, separation.id)
            variant = "-".join(part for part in ("store" if store else "", law_variant(separation.law)) if part)
            params = {**breach_params(breach), "role": role, "store": store}
            yield Fault("P001", second, params, (Related(first, "other-duty"),), entities, variant, separation.severity)
