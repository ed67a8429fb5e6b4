"""What contradicts what, and whether a resolution settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dealer_cli.checks.rules.evidence.statements import Group, Named, evidence
from dealer_cli.checks.view import View
from dealer_cli.model.naming.name import normal
from dealer_cli.model.source import Resolution
from dealer_cli.reading.faults import Fault


@dataclass(frozen=True)
class Contradiction:
    """Statements that do not go together, with what a resolution of them must name."""

    fault: Fault
    sections: frozenset[str]
    """Where the statements stand."""
    titles: frozenset[str]
    """The titles in dispute, as titles compare; a resolution names one of them."""


Finder = Callable[[View, Group], Iterator[Contradiction]]


def contradiction(fault: Fault, *named: Named, sections: tuple[str, ...] = (), titles: tuple[str, ...] = ()) -> Contradiction:
    """A contradiction about titles that lines name, and further sections and titles."""
    return Contradiction(
        fault,
        frozenset((*(one.section for one in named), *sections)),
        frozenset((*(one.key for one in named), *(normal(title) for title in titles))),
    )


def unresolved(view: View, find: Finder) -> Iterator[Fault]:
    """The contradictions of the judged stores that no resolution settles."""
    settled = view.once(_Settled)
    for group, found in view.once(Found).by(find):
        if (view.judged is None or group.store in view.judged) and not settled.settles(found):
            yield found.fault


class Found:
    """What every rule found in all groups, whether it is settled or not; each asked once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[Finder, tuple[tuple[Group, Contradiction], ...]] = {}

    def by(self, find: Finder) -> tuple[tuple[Group, Contradiction], ...]:
        """The contradictions that a rule finds, each with its group."""
        if find not in self._known:
            groups = self._view.once(evidence)
            self._known[find] = tuple((group, found) for group in groups for found in find(self._view, group))
        return self._known[find]


KINDS: dict[str, tuple[str, ...]] = {
    "E001": ("claimed-not-confirmed", "two-superiors"),
    "E002": ("names-not-listed", "two-superiors"),
    "E003": ("two-superiors",),
    "E004": ("undefined-title", "title-variant", "two-superiors"),
    "E005": ("title-variant", "undefined-title", "claimed-not-confirmed"),
    "E006": ("self-reference",),
    "E007": ("unreadable",),
    "E008": ("duplicate",),
    "E011": ("unreadable",),
}
"""The kinds of resolution that settle a rule's contradictions; a rule that is not named takes every kind."""


def settles(resolution: Resolution, found: Contradiction) -> bool:
    """Whether a resolution is of the contradiction's kind, and names all its sections and one of its titles."""
    kinds = KINDS.get(found.fault.code)
    return (
        (kinds is None or resolution.kind in kinds)
        and found.sections <= frozenset(resolution.sections)
        and any(normal(title) in found.titles for title in resolution.titles)
    )


class _Settled:
    """The resolutions, by the titles that they name."""

    def __init__(self, view: View) -> None:
        self._by_title: dict[str, list[Resolution]] = {}
        for entry in view.resolutions:
            for title in entry.record.titles:
                self._by_title.setdefault(normal(title), []).append(entry.record)

    def settles(self, found: Contradiction) -> bool:
        return any(settles(resolution, found) for title in found.titles for resolution in self._by_title.get(title, ()))
