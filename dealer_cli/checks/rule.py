"""What a rule is: a code, a name, and a function that yields faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault

Severity = Literal["error", "warning", "note"]

CatalogRule = Callable[[View], Iterator[Fault]]
StoreRule = Callable[[View, StoreView], Iterator[Fault]]


@dataclass(frozen=True)
class Rule:
    """A rule of the table.

    `find` is None for the reading and schema families (Y, S): those faults arise where files are
    read. A store rule is asked once for every store.
    """

    code: str
    name: str
    severity: Severity
    since: str
    scope: Literal["file", "catalog", "store"]
    find: CatalogRule | StoreRule | None = None


@dataclass(frozen=True)
class Finding:
    """A fault with the weight that its rule gives it."""

    fault: Fault
    severity: Severity
    rule: str
    """The rule's name."""

    @property
    def order(self) -> tuple[object, ...]:
        """Findings stand in the order of their places, whatever order found them."""
        place = self.fault.place
        return (place.path, place.line, place.column, self.fault.code, self.fault.entities, self.fault.variant)
