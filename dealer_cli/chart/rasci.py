"""Who has which letter in which function: a store's accountable positions, and what duties say of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from dealer_cli.chart.scene import Scene
from dealer_cli.model.holding import holds
from dealer_cli.model.role import Part

LETTERS: dict[Part, str] = {"accountable": "a", "responsible": "R", "supports": "S", "consulted": "C", "informed": "I"}
"""A duty can make accountable for a part of a function only: `a`. `A` is the store's one accountable position."""

DOES = frozenset("aR")
"""The letters of those who do the work."""

ORDER = "AaRSCI"

Gap = Literal["no-accountable", "no-responsible"]


class Shares(NamedTuple):
    """Who has a share in a function."""

    letters: dict[str, str]
    """Position to its letters, those of the accountable one first, then by letter."""
    gaps: tuple[Gap, ...]
    """What is missing: nobody answers for it, nobody does it."""


def rasci(scene: Scene) -> dict[str, Shares]:
    """The shares in every function of the catalog. Raises `Refused` for errors in role files.

    A role without a seat counts where nobody seated does the work: its cover is then responsible.
    """
    chart, catalog = scene.chart, scene.catalog
    seated = {role: _parts(scene, role) for role in chart.seats_of_role if catalog.role_path(role)}
    found: dict[str, dict[str, set[str]]] = {function: {} for function in catalog.functions}
    for seat in chart.seats.values():
        for role in seat.roles:
            for function, part in seated.get(role, ()):
                if function in found:
                    found[function].setdefault(seat.key, set()).add(LETTERS[part])
    undone = {function for function, letters in found.items() if not any(DOES & one for one in letters.values())}
    for role, by in scene.store.record.not_seated.items():
        key = by if isinstance(by, str) else by.position
        if undone and key in chart.seats and role not in chart.seats_of_role and catalog.role_path(role):
            for function, part in _parts(scene, role):
                if function in undone and LETTERS[part] in DOES:
                    found[function].setdefault(key, set()).add("R")
    return {function: _shares(scene, function, letters) for function, letters in found.items()}


def _shares(scene: Scene, function: str, letters: dict[str, set[str]]) -> Shares:
    gaps: list[Gap] = [] if any(DOES & one for one in letters.values()) else ["no-responsible"]
    answers = scene.store.record.accountable.get(function)
    if answers in scene.chart.seats and answers is not None:
        # Who answers for the whole answers for a part of it too.
        letters[answers] = (letters.get(answers, set()) - {"a"}) | {"A"}
    else:
        gaps.insert(0, "no-accountable")
    drawn = {key: in_order(one) for key, one in letters.items()}
    return Shares(dict(sorted(drawn.items(), key=lambda share: ORDER.index(share[1][0]))), tuple(gaps))


def in_order(letters: Iterable[str]) -> str:
    """Letters as a matrix prints them."""
    return "".join(sorted(letters, key=ORDER.index))


def _parts(scene: Scene, role: str) -> set[tuple[str, Part]]:
    store = scene.store.record
    duties = scene.catalog.role(role).record.duties
    return {(duty.function, duty.part) for duty in duties if duty.function and holds(duty, store)}
