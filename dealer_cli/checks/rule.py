"""What a rule is: a code, a name, a weight, a module with its words and its function."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault

if TYPE_CHECKING:
    from dealer_cli.checks.waivers import Ledger

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Profile = Literal["min", "standard", "strict"]
PROFILES: tuple[Profile, ...] = ("min", "standard", "strict")
"""Each holds the rules of those before it."""

CatalogRule = Callable[[View], Iterator[Fault]]
StoreRule = Callable[[View, StoreView], Iterator[Fault]]
WaiverRule = Callable[["Ledger"], Iterator[Fault]]


@dataclass(frozen=True)
class Rule:
    """A rule of the table.

    `module` documents it in its docstring, under fixed headings, and has the rule's function as
    `find`: of a view for a catalog rule, of a view and a store for a store rule. A file rule (Y, S)
    has none: its faults arise where files are read. A store rule is asked once for every store, a
    waiver rule once all findings are there.
    """

    code: str
    name: str
    severity: Severity
    scope: Literal["file", "catalog", "store", "waiver"]
    module: ModuleType
    profile: Profile = "standard"
    since: str = "0.1"

    @property
    def find(self) -> CatalogRule | StoreRule | WaiverRule | None:
        """The rule's function; None for a file rule."""
        return getattr(self.module, "find", None)


@dataclass(frozen=True)
class Finding:
    """A fault with the weight that its rule gives it."""

    fault: Fault
    severity: Severity
    rule: str
    """The rule's name."""
    occurrence: int = 0
    """Which of several findings with the same code and entities, in the order of their places."""
    waived: str = field(default="", compare=False)
    """The reason for which it is accepted; empty if it is not."""
    known: bool = field(default=False, compare=False)
    """Whether it is in the baseline."""

    @property
    def accepted(self) -> bool:
        """Whether it does not count: waived, or in the baseline."""
        return bool(self.waived) or self.known

    @property
    def order(self) -> tuple[object, ...]:
        """Findings stand in the order of their places, whatever order found them."""
        place = self.fault.place
        return (place.path, place.line, place.column, self.fault.code, self.fault.entities, self.fault.variant)

    @property
    def fingerprint(self) -> str:
        """Code and entities, hashed: it outlives moved lines and renamed files."""
        parts = [self.fault.code, *self.fault.entities, str(self.occurrence)]
        # The name of a file may hold bytes that are no UTF-8.
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]
