"""The constraints that hold for a store."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.constraint import Constraint
from dealer_cli.reading.faults import Related

Declared = Entry[Constraint]


def declared(view: View, store: StoreView) -> Iterator[Declared]:
    """The constraints that name the store, or none."""
    for entry in view.constraints.values():
        if not entry.record.stores or store.id in entry.record.stores:
            yield entry


def declared_at(entry: Declared) -> Related:
    """Where a constraint is declared, as a second place of its findings."""
    return Related(entry.place("id"), "constraint-here")
