"""A text names a value that a store lacks.

## What it finds
`$name` in a text of a role or a policy, where a store that has the role or the policy lacks that
name under `values`; in other texts, a name that no store has.

## Why it matters
The document prints the dollar sign and the name.

## Example
    # roles/finance/cashier.yaml
    purpose: {zh: 准确收取$brand客户的款项, en: Takes the payments of $brand customers, why: common practice}

## Use instead
    # roles/finance/cashier.yaml
    purpose: {zh: 准确收取$crm中客户的款项, en: Takes the payments of customers in $crm, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import Said, every_text
from dealer_cli.checks.rules.duties.seating import stores_of_roles
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.policy import Policy
from dealer_cli.model.role import Duty, Role
from dealer_cli.model.store import Store
from dealer_cli.model.values import names_in
from dealer_cli.reading.faults import Fault, Param


def find(view: View) -> Iterator[Fault]:
    """One fault a text and a name, at the wording that has it."""
    anywhere = frozenset(value for store in view.stores.values() for value in store.entry.record.values)
    for said in view.once(every_text):
        names: dict[str, str] = {}
        for lang, text in (("zh", said.text.zh), ("en", said.text.en)):
            for name in names_in(text) if text and "$" in text else ():
                names.setdefault(name, lang)
        for name, lang in names.items():
            stores = _stores(view, said)
            lacking = [] if stores is None else [store.id for store in stores if name not in store.entry.record.values]
            if lacking or (stores is None and name not in anywhere):
                params: dict[str, Param] = {"name": name, "stores": tuple(lacking[:3])}
                yield Fault("D025", said.place(lang), params, entities=(*said.name, name), variant="" if lacking else "nowhere")


def _stores(view: View, said: Said) -> list[StoreView] | None:
    """The stores whose documents can print a text; None where that cannot be told."""
    record = said.entry.record
    if isinstance(record, Role):
        seating = view.once(stores_of_roles).get(record.id, [])
        limit = said.text.stores if isinstance(said.text, Duty) else ()
        return [store for store in seating if store.id in limit] if limit else seating
    if isinstance(record, Policy):
        return [store for store in view.stores.values() if record.id in store.entry.record.policies]
    if isinstance(record, Store):
        return [view.stores[record.id]]
    return None
