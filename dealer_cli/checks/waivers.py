"""Waivers held against findings: what each accepts, and what is wrong with the waivers themselves."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dealer_cli.checks.rule import Finding, Rule
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.settings import Waiver


def can_be_waived(rule: Rule) -> bool:
    """Not a file that cannot be read, and not a waiver: the first has nothing to name, the second would excuse itself."""
    return rule.scope not in ("file", "waiver")


@dataclass(frozen=True)
class Standing:
    """How a waiver stands today."""

    code: str
    """The rule."""
    entity: tuple[str, ...]
    """What the finding is about."""
    reason: str
    """Why it is accepted."""
    approver: str
    """Who accepted it."""
    until: str
    """Its last day."""
    days_left: int
    """Days from today to the last; below 0 when that is past."""
    accepts: int
    """Findings that it accepts; of an expired one, those that it no longer does."""
    path: str
    """The file."""
    line: int
    """The line."""


def standing(uses: Iterable[Use], today: str) -> tuple[Standing, ...]:
    """How waivers stand, the one that ends first first."""
    found = []
    for use in uses:
        waiver, place = use.waiver, use.entry.place("code")
        days = days_left(waiver, today)
        said = (waiver.code, waiver.entity, waiver.reason, waiver.approver, waiver.until)
        found.append(Standing(*said, days, len(use.findings), place.path, place.line))
    return tuple(sorted(found, key=lambda one: (one.until, one.line)))


def days_left(waiver: Waiver, today: str) -> int:
    """For how many days a waiver still holds after today; negative if it has expired."""
    return (date.fromisoformat(waiver.until) - date.fromisoformat(today)).days


@dataclass(frozen=True)
class Use:
    """A waiver with the findings that it names."""

    entry: Entry[Waiver]
    expired: bool
    findings: tuple[Finding, ...]
    """Those that it accepts; of an expired one, those that it no longer does."""

    @property
    def waiver(self) -> Waiver:
        """The waiver."""
        return self.entry.record

    @property
    def entities(self) -> tuple[str, ...]:
        """What a finding about the waiver is about."""
        return (self.waiver.code, *self.waiver.entity)


class Ledger:
    """The waivers of a catalog and the findings of a run.

    A waiver names a rule and the first of a finding's entities, or all of them. Where several name
    the same finding, the one that names most of it accepts it, and of equals the first.
    """

    def __init__(self, view: View, findings: Iterable[Finding], rules: Collection[Rule], today: str, judged: Collection[str]) -> None:
        self.view = view
        self.rules = {rule.code: rule for rule in rules}
        """Every rule that there is, by code."""
        self.judged = judged
        """The codes of the rules that ran over everything: only of these is it known that a waiver is not used."""
        self.today = today
        self._used: dict[int, list[Finding]] = {i: [] for i in range(len(view.waivers))}
        self.findings: tuple[Finding, ...] = tuple(self._marked(findings))
        """The findings, the accepted ones with the reason."""

    def uses(self) -> Iterator[Use]:
        """Every waiver in the order of the file."""
        for i, entry in enumerate(self.view.waivers):
            yield Use(entry, self._expired(entry.record), tuple(self._used[i]))

    def _marked(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        order = sorted(enumerate(self.view.waivers), key=lambda numbered: -len(numbered[1].record.entity))
        for finding in findings:
            rule = self.rules.get(finding.fault.code)
            named = [numbered for numbered in order if names(numbered[1].record, finding)] if rule and can_be_waived(rule) else []
            # One that still holds comes before one that has expired, however much that one names.
            named.sort(key=lambda numbered: self._expired(numbered[1].record))
            if named:
                i, entry = named[0]
                self._used[i].append(finding)
                if not self._expired(entry.record):
                    yield dataclasses.replace(finding, waived=entry.record.reason)
                    continue
            yield finding

    def _expired(self, waiver: Waiver) -> bool:
        # Dates of this form stand in the order of their texts.
        return waiver.until < self.today


def names(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver names a finding: its rule, and its first entity or more of them."""
    return waiver.code == finding.fault.code and waiver.entity == finding.fault.entities[: len(waiver.entity)]
