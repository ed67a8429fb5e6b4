"""Every target with the indicator that it belongs to, and formulas with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealer_cli.checks.rules.indicators.formula import Formula, parse
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.vocabulary import Indicator
from dealer_cli.model.words import Bounds
from dealer_cli.reading.faults import Place
from dealer_cli.reading.tree import Step


@dataclass(frozen=True)
class Target:
    """A target, of an indicator or of a role's own."""

    indicator: Indicator
    bounds: Bounds
    entry: Entry[object]
    steps: tuple[Step, ...]
    owner: str
    """The role whose target it is; empty for the indicator's own."""

    @property
    def entities(self) -> tuple[str, ...]:
        """What a finding is about."""
        return (self.owner, self.indicator.id) if self.owner else (self.indicator.id,)

    def place(self, *steps: Step) -> Place:
        """The place of the target or of a part of it."""
        return self.entry.place(*self.steps, *steps)


def targets(view: View) -> Iterator[Target]:
    """The targets of all indicators, then of all roles."""
    for entry in view.kpis.values():
        if entry.record.target:
            yield Target(entry.record, entry.record.target, entry, ("target",), "")
    for role, facts in view.facts.items():
        for kpi in facts.kpis:
            known = view.kpis.get(kpi.record.kpi)
            if kpi.record.target and known:
                yield Target(known.record, kpi.record.target, kpi.entry, (*kpi.steps, "target"), role)


def formulas(view: View) -> Iterator[tuple[Entry[Indicator], Formula | None]]:
    """Every indicator that has a formula, with what it was understood as; None if it was not."""
    for entry in view.kpis.values():
        if entry.record.formula:
            yield entry, parse(entry.record.formula)


def place_in_formula(entry: Entry[Indicator], name: str) -> Place:
    """The place of a name in a formula, or of the formula where it is not written on one line."""
    place = entry.place("formula")
    formula = entry.record.formula or ""
    line = entry.document.line(place.line)
    start = line.find(formula, place.column - 1)
    match = re.search(rf"\b{re.escape(name)}\b", formula)
    if start < 0 or match is None:
        return place
    column = start + match.start() + 1
    return Place(place.path, place.line, column, column + len(name))
