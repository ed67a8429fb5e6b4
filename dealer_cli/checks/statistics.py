"""How many findings there are: by code, and by the department that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dealer_cli.checks.rule import SEVERITIES, Finding
from dealer_cli.checks.run import Report
from dealer_cli.checks.view import View


@dataclass(frozen=True)
class Tally:
    """The findings of one code or department that are not accepted."""

    name: str
    """The code, or the department's id; empty for findings that are about no department."""
    error: int
    warning: int
    note: int


def by_code(report: Report) -> tuple[Tally, ...]:
    """One tally a code, in the order of the codes."""
    return _tallies((finding.fault.code, finding) for finding in report.findings)


def by_department(report: Report) -> tuple[Tally, ...]:
    """One tally a department, in the order of their ids."""
    departments = _Departments(report.view) if report.view else None
    return _tallies((departments.of(finding) if departments else "", finding) for finding in report.findings)


def _tallies(named: Iterable[tuple[str, Finding]]) -> tuple[Tally, ...]:
    counts = Counter((name, finding.severity) for name, finding in named if not finding.accepted)
    return tuple(Tally(name, *(counts[name, severity] for severity in SEVERITIES)) for name in sorted({name for name, _ in counts}))


class _Departments:
    """Where roles and positions sit."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.files = {entry.document.path: entry.record.department for entry in view.roles.values()}

    def of(self, finding: Finding) -> str:
        """The department of the role whose file it is, or of the first thing that it is about."""
        return self.files.get(finding.fault.place.path) or next(self._of(finding.fault.entities), "")

    def _of(self, entities: tuple[str, ...]) -> Iterator[str]:
        store = self.view.stores.get(entities[0]) if entities else None
        for name in entities:
            if name in self.view.departments:
                yield name
            elif store is not None and name in store.chart.seats:
                yield self.view.department(store.chart.seats[name])
            elif name in self.view.roles:
                yield self.view.roles[name].record.department
