"""The constraints that hold for a store: its own, and those of the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.constraint import Constraint
from dealer_cli.reading.faults import Related


@dataclass(frozen=True)
class Declared:
    """A constraint with the place that declares it."""

    constraint: Constraint
    entry: Entry[object]
    index: int

    @property
    def related(self) -> Related:
        """Where it is declared."""
        return Related(self.entry.place("constraints", self.index, "id"), "constraint-here")


def declared(view: View, store: StoreView) -> Iterator[Declared]:
    """The constraints of the catalog, then those of the store."""
    settings = view.catalog.settings
    for entry, constraints in ((settings, settings.record.constraints), (store.entry, store.entry.record.constraints)):
        for i, constraint in enumerate(constraints):
            if not constraint.stores or store.id in constraint.stores:
                yield Declared(constraint, entry, i)
