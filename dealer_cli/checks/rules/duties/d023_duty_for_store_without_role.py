"""A duty is limited to a store that does not have the role.

## What it finds
A store under `stores` of a duty, or of an alias, that neither seats the role nor holds it together with another.

## Why it matters
The duty appears in no document: somebody wrote it for nobody.

## Example
    # stores/branch.yaml
    id: branch
    title: {zh: 分店, en: Branch}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        stores: [small, branch]
        why: common practice

## Use instead
    # stores/branch.yaml
    id: branch
    title: {zh: 分店, en: Branch}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        stores: [small]
        why: common practice
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a store that a duty names, at its name."""
    for facts in roles_in_question(view):
        role = facts.role
        limited = [(("duties", i, "stores"), duty.id, duty.stores) for i, duty in enumerate(role.duties)]
        limited += [(("aliases", i, "stores"), a.name, a.stores) for i, a in enumerate(role.aliases) if not isinstance(a, str)]
        for steps, name, stores in limited:
            for j, store in enumerate(stores):
                if store in view.stores and role.id not in view.stores[store].chart.seats_of_role:
                    params = {"role": role.id, "name": name, "store": store}
                    yield Fault("D023", facts.entry.place(*steps, j), params, entities=(role.id, name, store), variant=str(steps[0]))
