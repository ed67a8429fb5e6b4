"""Every rule over a catalog, and the findings in a stable order."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from dealer_cli.checks.rule import PROFILES, CatalogRule, Finding, Profile, Rule, StoreRule
from dealer_cli.checks.table import BY_CODE, RULES
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault, Place


@dataclass(frozen=True)
class Selection:
    """Which rules run, over which stores, on which view of the catalog."""

    profile: Profile = "standard"
    select: tuple[str, ...] = ()
    """Codes or beginnings of codes; none: all of the profile."""
    ignore: tuple[str, ...] = ()
    """Codes or beginnings of codes."""
    stores: tuple[str, ...] | None = None
    """Charts that are judged; None: all."""
    as_stated: bool = False
    """Ignore the resolutions of contradictions."""
    sourced_only: bool = False
    """Judge only what cites items."""

    def runs(self, rule: Rule) -> bool:
        """Whether a rule runs; what a file cannot be read for is always said."""
        if rule.scope == "file":
            return True
        if any(rule.code.startswith(prefix) for prefix in self.ignore):
            return False
        if self.select:
            return any(rule.code.startswith(prefix) for prefix in self.select)
        return PROFILES.index(rule.profile) <= PROFILES.index(self.profile)


@dataclass(frozen=True)
class Report:
    """What a check found."""

    findings: tuple[Finding, ...]
    files: int
    crashed: tuple[str, ...] = ()
    """Rules that ended in an error of their own; the others still ran."""

    def count(self, severity: str) -> int:
        """How many findings weigh so much and are not waived."""
        return sum(finding.severity == severity and not finding.waived for finding in self.findings)


def check(catalog: Catalog, selection: Selection | None = None, rules: Iterable[Rule] = RULES) -> Report:
    """Run the selected rules over a catalog; a rule that crashes becomes a finding (X001)."""
    chosen = selection or Selection()
    view = View(catalog, chosen.as_stated, chosen.sourced_only, chosen.stores)
    stores = [store for name, store in view.stores.items() if chosen.stores is None or name in chosen.stores]
    faults = list(view.faults)
    crashed: list[str] = []
    for rule in rules:
        if chosen.runs(rule):
            try:
                faults += _found(rule, view, stores)
            except Exception as error:  # noqa: BLE001 - whatever a rule does, the other rules still run
                crashed.append(rule.code)
                place = Place(str(catalog.folder / "catalog.yaml"))
                faults.append(Fault("X001", place, {"rule": rule.code, "error": f"{type(error).__name__}: {error}"}, entities=(rule.code,)))
    return Report(tuple(_numbered(faults)), view.files, tuple(crashed))


def families(rules: Collection[Rule] = RULES) -> list[str]:
    """The letters that codes begin with, in the order of the table."""
    return list(dict.fromkeys(rule.code[0] for rule in rules))


def _found(rule: Rule, view: View, stores: list[StoreView]) -> Iterator[Fault]:
    if rule.find is None:
        return
    if rule.scope == "store":
        find = cast(StoreRule, rule.find)
        for store in stores:
            yield from find(view, store)
    else:
        yield from cast(CatalogRule, rule.find)(view)


def _numbered(faults: list[Fault]) -> Iterator[Finding]:
    """Findings in order, equal ones numbered: so that a fingerprint is one finding's alone."""
    found = [Finding(fault, fault.severity or BY_CODE[fault.code].severity, BY_CODE[fault.code].name) for fault in faults]
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in sorted(found, key=lambda finding: finding.order):
        key = (finding.fault.code, finding.fault.entities)
        yield dataclasses.replace(finding, occurrence=seen[key])
        seen[key] += 1
