"""Every rule over a catalog, and the findings in a stable order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from dealer_cli.checks.rule import CatalogRule, Finding, Rule, StoreRule
from dealer_cli.checks.table import BY_CODE, RULES
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault


@dataclass(frozen=True)
class Report:
    """What a check found."""

    findings: tuple[Finding, ...]
    files: int

    def count(self, severity: str) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity == severity for finding in self.findings)


def check(catalog: Catalog, stores: Iterable[str] | None = None) -> Report:
    """Run every rule over a catalog; over the named stores only, where some are named."""
    view = View(catalog)
    chosen = [view.stores[name] for name in (stores if stores is not None else view.stores) if name in view.stores]
    faults = list(view.faults)
    for rule in RULES:
        faults += _found(rule, view, chosen)
    findings = (Finding(fault, BY_CODE[fault.code].severity, BY_CODE[fault.code].name) for fault in faults)
    return Report(tuple(sorted(findings, key=lambda finding: finding.order)), view.files)


def _found(rule: Rule, view: View, stores: list[StoreView]) -> Iterator[Fault]:
    if rule.find is None:
        return
    if rule.scope == "store":
        find = cast(StoreRule, rule.find)
        for store in stores:
            yield from find(view, store)
    else:
        yield from cast(CatalogRule, rule.find)(view)
