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
    for group in view.once(evidence):
        if view.judged is None or group.store in view.judged:
            for found in find(view, group):
                if not view.once(_Settled).settles(found):
                    yield found.fault


def settles(resolution: Resolution, found: Contradiction) -> bool:
    """Whether a resolution names all the sections of a contradiction, and one of its titles."""
    return found.sections <= frozenset(resolution.sections) and any(normal(title) in found.titles for title in resolution.titles)


class _Settled:
    """The resolutions, by the titles that they name."""

    def __init__(self, view: View) -> None:
        self._by_title: dict[str, list[Resolution]] = {}
        for entry in view.resolutions:
            for title in entry.record.titles:
                self._by_title.setdefault(normal(title), []).append(entry.record)

    def settles(self, found: Contradiction) -> bool:
        return any(settles(resolution, found) for title in found.titles for resolution in self._by_title.get(title, ()))
