"""Nobody keeps a record.

## What it finds
A form or report without `keeper`, or whose keeper no store seats, holds or covers.

## Why it matters
A form that nobody keeps is filled in and lost; in a dispute there is nothing to show.

## Example
    # records.yaml
    records:
      - id: visit-register
        title: {zh: 来店登记表, en: Visit register}

## Use instead
    # records.yaml
    records:
      - id: visit-register
        title: {zh: 来店登记表, en: Visit register}
        keeper: sales-consultant
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import stores_of_roles
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a record, at its id or at its keeper."""
    covered = {role for store in view.stores.values() for role in store.entry.record.not_seated}
    for name, entry in view.records.items():
        keeper = entry.record.keeper
        if view.sourced and not entry.record.from_:
            continue
        if keeper is None:
            yield Fault("D008", entry.place("id"), {"record": name}, entities=(name,))
        elif keeper in view.roles and keeper not in covered and keeper not in view.once(stores_of_roles):
            yield Fault("D008", entry.place("keeper"), {"record": name, "keeper": keeper}, entities=(name,), variant="unseated")
