"""Nothing uses an entry of a vocabulary.

## What it finds
An indicator, a record or a function that no role and no policy names; a function that a store names
under `accountable` is in use. Systems have a rule of their own (D009).

## Why it matters
It was made for something that is gone, or something forgot to name it.

## Example
    # records.yaml
    records:
      - id: visit-register
        title: {zh: 来店登记表, en: Visit register}
        keeper: sales-consultant
      - id: old-form
        title: {zh: 旧登记表, en: Old register}
        keeper: sales-consultant

## Use instead
    # records.yaml
    records:
      - id: visit-register
        title: {zh: 来店登记表, en: Visit register}
        keeper: sales-consultant
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_cli.checks.rules.duties.everything import names_in_work
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault an entry, at its id."""
    used = view.once(names_in_work)
    answered = {function for store in view.stores.values() for function in store.entry.record.accountable}
    tables: tuple[tuple[str, Mapping[str, Entry[Any]]], ...] = (
        ("kpi", view.kpis),
        ("record", view.records),
        ("function", view.functions),
    )
    for kind, table in tables:
        for name, entry in table.items():
            if (kind, name) not in used and not (kind == "function" and name in answered):
                yield Fault("D021", entry.place("id"), {"name": name}, entities=(kind, name), variant=kind)
