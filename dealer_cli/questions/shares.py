"""Who has which share in a business function: from the store's accountable positions and its roles' duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.model.holding import holds
from dealer_cli.model.record import record
from dealer_cli.model.role import Part
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Named, Post, entity_named, filled, post, role_named
from dealer_cli.questions.search import may_hold, within
from dealer_cli.reading.files import read_text

PARTS: tuple[Part, ...] = ("accountable", "responsible", "supports", "consulted", "informed")

DOES: tuple[Part, ...] = ("accountable", "responsible")
"""The parts of those who do the work."""

Gap = Literal["no-accountable", "no-responsible"]


@record
class Evidence:
    """A duty that gives a share."""

    id: str
    """The duty's name in its role."""
    text: Text
    """The duty, with the store's values."""
    path: str
    """The file, by its name in the catalog."""
    line: int
    """The line in it."""


@record
class Share:
    """A position's share in a function."""

    position: Post
    """The position."""
    part: Part
    """The share that its duties give; `accountable` is for a part of the function only."""
    role: Named
    """The role whose duties give it."""
    through: Literal["seat", "held", "covers"]
    """Whether that is the position's own role, one held together with it, or one without a seat that it covers."""
    duties: tuple[Evidence, ...]
    """The duties."""


@record
class Covered:
    """A function and who covers it in a store."""

    function: Named
    """The function."""
    kind: Literal["business", "control"]
    """Whether it makes the business or watches it."""
    definition: Text | None
    """What belongs to it."""
    accountable: Post | None
    """The one position that answers for it."""
    shares: tuple[Share, ...]
    """Everybody's shares, by part."""
    gaps: tuple[Gap, ...]
    """What is missing: nobody answers for it, nobody does it."""
    usual: tuple[Named, ...]
    """Where something is missing: the roles that usually answer for it or do it."""

    def of(self, part: Part) -> list[Share]:
        """The shares of one part."""
        return [share for share in self.shares if share.part == part]


def covered(scene: Scene, functions: Iterable[str], everything: bool = False) -> tuple[Covered, ...]:
    """Who covers each of these functions; `everything` says that they are all, so that no file need be scanned."""
    asked = list(functions)
    pattern = None if everything else re.compile("|".join(re.escape(name) for name in asked) or "(?!)")
    shares = _Shares(scene, set(asked), pattern)
    return tuple(_covered(scene, name, shares) for name in asked)


def _covered(scene: Scene, function: str, shares: _Shares) -> Covered:
    defined = scene.catalog.functions[function].record
    answers = scene.store.record.accountable.get(function)
    accountable = post(scene, answers) if answers in scene.chart.seats else None
    found = list(shares.of(function))
    gaps: list[Gap] = [] if accountable else ["no-accountable"]
    if not any(share.part in DOES for share in found):
        gaps.append("no-responsible")
    usual = dict.fromkeys([defined.accountable] if defined.accountable and not accountable else [])
    usual |= dict.fromkeys(defined.responsible if "no-responsible" in gaps else ())
    return Covered(
        function=entity_named(scene.catalog, "functions", function),
        kind=defined.kind,
        definition=defined.definition,
        accountable=accountable,
        shares=tuple(sorted(found, key=lambda share: PARTS.index(share.part))),
        gaps=tuple(gaps),
        usual=tuple(role_named(scene.catalog, role) for role in usual),
    )


class _Shares:
    """The shares in the functions asked about, of every role that the store seats or covers, read once."""

    def __init__(self, scene: Scene, functions: set[str], pattern: re.Pattern[str] | None) -> None:
        self.scene = scene
        self.functions = functions
        self.seated: dict[str, dict[tuple[str, Part], list[Evidence]]] = {}
        self.covered: dict[str, dict[tuple[str, Part], list[Evidence]]] = {}
        chart = scene.chart
        for role in chart.seats_of_role:
            if duties := self._duties(role, pattern):
                self.seated[role] = duties
        for role, by in scene.store.record.not_seated.items():
            key = by if isinstance(by, str) else by.position
            if key in chart.seats and role not in chart.seats_of_role and (duties := self._duties(role, pattern)):
                self.covered[role] = duties

    def of(self, function: str) -> Iterator[Share]:
        """The shares in a function; roles without a seat count only where nobody seated does it."""
        found = list(self._seated(function))
        yield from found
        if not any(share.part in DOES for share in found):
            yield from self._covered(function)

    def _seated(self, function: str) -> Iterator[Share]:
        chart = self.scene.chart
        for seat in chart.seats.values():
            for role in seat.roles:
                for part in PARTS:
                    if duties := self.seated.get(role, {}).get((function, part)):
                        yield self._share(seat, part, role, "seat" if role == seat.position.role else "held", duties)

    def _covered(self, function: str) -> Iterator[Share]:
        for role, by in self.scene.store.record.not_seated.items():
            for part in DOES:
                if duties := self.covered.get(role, {}).get((function, part)):
                    seat = self.scene.chart.seats[by if isinstance(by, str) else by.position]
                    yield self._share(seat, "responsible", role, "covers", duties)

    def _share(self, seat: Seat, part: Part, role: str, through: Literal["seat", "held", "covers"], duties: list[Evidence]) -> Share:
        named = role_named(self.scene.catalog, role)
        return Share(position=post(self.scene, seat.key), part=part, role=named, through=through, duties=tuple(duties))

    def _duties(self, role: str, pattern: re.Pattern[str] | None) -> dict[tuple[str, Part], list[Evidence]]:
        catalog = self.scene.catalog
        path = catalog.role_path(role)
        if path is None or (pattern is not None and not may_hold(read_text(path), pattern)):
            return {}
        entry = catalog.role(role)
        store = self.scene.store.record
        found: dict[tuple[str, Part], list[Evidence]] = {}
        for i, duty in enumerate(entry.record.duties):
            if duty.function in self.functions and holds(duty, store):
                place = entry.place("duties", i)
                evidence = Evidence(id=duty.id, text=filled(self.scene, duty), path=within(catalog, place.path), line=place.line)
                found.setdefault((duty.function, duty.part), []).append(evidence)
        return found
