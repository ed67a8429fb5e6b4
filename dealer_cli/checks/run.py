"""Every rule over a catalog, and the findings in a stable order."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import cast

from dealer_cli.checks.layers import extends, judged_stores, own_files, own_findings
from dealer_cli.checks.rule import PROFILES, CatalogRule, Finding, Profile, Rule, StoreRule, WaiverRule
from dealer_cli.checks.table import BY_CODE, RULES
from dealer_cli.checks.unread import can_judge
from dealer_cli.checks.view import StoreView, View
from dealer_cli.checks.waivers import Ledger, Use
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.settings import Settings
from dealer_cli.reading.faults import Fault, Place


@dataclass(frozen=True)
class Selection:
    """Which rules run, over which stores, on which view of the catalog."""

    profile: Profile | None = None
    """None: the one that catalog.yaml names, else `standard`."""
    select: tuple[str, ...] = ()
    """Codes or beginnings of codes; none: all of the profile."""
    ignore: tuple[str, ...] = ()
    """Codes or beginnings of codes, beside those of catalog.yaml."""
    stores: tuple[str, ...] | None = None
    """Charts that are judged; None: all."""
    as_stated: bool = False
    """Ignore the resolutions of contradictions."""
    sourced_only: bool = False
    """Judge only what cites items."""
    waive: bool = True
    """Accept what waivers accept, and judge the waivers."""
    today: str = ""
    """The day on which waivers are judged, year-month-day; empty: today."""

    @property
    def whole(self) -> bool:
        """Whether the rules that run see everything, so that what they do not find is not there."""
        return self.stores is None and not self.as_stated and not self.sourced_only

    def completed(self, settings: Settings) -> Selection:
        """With what catalog.yaml says, where nothing else was said."""
        profile = self.profile or settings.checks.profile
        return dataclasses.replace(self, profile=profile, ignore=(*self.ignore, *settings.checks.ignore))

    def runs(self, rule: Rule) -> bool:
        """Whether a rule runs; what a file cannot be read for is always said."""
        if rule.scope == "file":
            return True
        if rule.scope == "waiver" and not self.waive:
            return False
        if any(rule.code.startswith(prefix) for prefix in self.ignore):
            return False
        if self.select:
            return any(rule.code.startswith(prefix) for prefix in self.select)
        return PROFILES.index(rule.profile) <= PROFILES.index(self.profile or "standard")


@dataclass(frozen=True)
class Report:
    """What a check found."""

    findings: tuple[Finding, ...]
    files: int
    """How many files the catalog has, without those of one that it extends."""
    judged: frozenset[str] = frozenset()
    """The codes of the rules that saw everything: what they did not find is not there."""
    waiting: tuple[str, ...] = ()
    """The codes of rules that must know something whole of which a file could not be read: they did not run."""
    crashed: tuple[str, ...] = ()
    """Rules that ended in an error of their own; the others still ran."""
    view: View | None = field(default=None, compare=False, repr=False)
    """What the rules saw."""
    uses: tuple[Use, ...] = field(default=(), compare=False, repr=False)
    """The waivers and what each accepts; none if they were not asked for."""
    hidden: int = 0
    """How many findings are kept back, since they stand elsewhere than where it was asked."""

    def count(self, severity: str) -> int:
        """How many findings weigh so much and are not accepted."""
        return sum(finding.severity == severity and not finding.accepted for finding in self.findings)


def check(catalog: Catalog, selection: Selection | None = None, rules: Iterable[Rule] = RULES) -> Report:
    """Run the selected rules over a catalog; a rule that crashes becomes a finding (X001)."""
    chosen = (selection or Selection()).completed(catalog.settings.record)
    judged_in = chosen.stores if chosen.stores is not None else judged_stores(catalog)
    view = View(catalog, chosen.as_stated, chosen.sourced_only, judged_in)
    stores = [store for name, store in view.stores.items() if judged_in is None or name in judged_in]
    wanted = [rule for rule in rules if chosen.runs(rule)]
    running = [rule for rule in wanted if can_judge(rule, view)]
    faults = list(view.faults)
    for rule in running:
        faults += _guarded(rule, _found(rule, view, stores), catalog)
    findings = tuple(_numbered(faults))
    if extends(catalog):

        def again(below: Catalog, stores: tuple[str, ...]) -> Iterable[Finding]:
            return check(below, dataclasses.replace(chosen, waive=False, stores=stores), running).findings

        findings = tuple(own_findings(catalog, findings, judged_in, again))
    uses: tuple[Use, ...] = ()
    judged = frozenset(rule.code for rule in running) if chosen.whole and not view.unread else frozenset()
    if chosen.waive:
        ledger = Ledger(view, findings, RULES, chosen.today or date.today().isoformat(), judged)
        uses = tuple(ledger.uses())
        about = [fault for rule in running for fault in _guarded(rule, _found_in(rule, ledger), catalog)]
        findings = tuple(sorted((*ledger.findings, *_numbered(about)), key=lambda finding: finding.order))
    crashed = tuple(finding.fault.entities[0] for finding in findings if finding.fault.code == "X001")
    waiting = tuple(rule.code for rule in wanted if rule not in running)
    return Report(findings, len(own_files(catalog)), judged.difference(crashed), waiting, crashed, view, uses)


def families(rules: Collection[Rule] = RULES) -> list[str]:
    """The letters that codes begin with, in the order of the table."""
    return list(dict.fromkeys(rule.code[0] for rule in rules))


def _guarded(rule: Rule, found: Iterator[Fault], catalog: Catalog) -> Iterator[Fault]:
    try:
        yield from found
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the other rules still run
        place = Place(str(catalog.folder / "catalog.yaml"))
        yield Fault("X001", place, {"rule": rule.code, "error": f"{type(error).__name__}: {error}"}, entities=(rule.code,))


def _found(rule: Rule, view: View, stores: list[StoreView]) -> Iterator[Fault]:
    if rule.scope == "store":
        find = cast(StoreRule, rule.find)
        for store in stores:
            yield from find(view, store)
    elif rule.scope == "catalog":
        yield from cast(CatalogRule, rule.find)(view)


def _found_in(rule: Rule, ledger: Ledger) -> Iterator[Fault]:
    if rule.scope == "waiver":
        yield from cast(WaiverRule, rule.find)(ledger)


def _numbered(faults: list[Fault]) -> Iterator[Finding]:
    """Findings in order, equal ones numbered: so that a fingerprint is one finding's alone."""
    found = [Finding(_about(fault), fault.severity or BY_CODE[fault.code].severity, BY_CODE[fault.code].name) for fault in faults]
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in sorted(found, key=lambda finding: finding.order):
        key = (finding.fault.code, finding.fault.entities)
        yield dataclasses.replace(finding, occurrence=seen[key])
        seen[key] += 1


def _about(fault: Fault) -> Fault:
    """A fault of a file that could not be read is about what the file is named for."""
    return fault if fault.entities else fault._replace(entities=(PurePath(fault.place.path).stem,))
