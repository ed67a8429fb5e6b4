"""Who covers a function in a store: who answers for it, who does it, who helps, and what is missing."""

from __future__ import annotations

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.holding import holds
from dealer_cli.model.names import Ambiguous, find_named
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, store_named
from dealer_cli.questions.search import pattern_of, role_files
from dealer_cli.questions.shares import Covered, covered


@record
class Covers:
    """Who covers what was asked for."""

    store: Named
    """The store."""
    asked: str
    """What was asked for."""
    by_duties: bool
    """Whether no function is called so, and the functions are those of duties that say it."""
    functions: tuple[Covered, ...]
    """The functions."""


def covers(scene: Scene, asked: str) -> Covers:
    """The functions that a name or a text means, each with who covers it here.

    The functions that are called so; else those whose definition says it; else those of the seated
    roles' duties that say it. Raises `NotFound` where there is none.
    """
    missing: NotFound | None = None
    found: list[str] = []
    try:
        found = _called(scene, asked)
    except NotFound as error:
        missing = error
        found = _saying(scene, asked)
    named = bool(found)
    found = found or _of_duties(scene, asked)
    if missing and not found:
        raise missing
    return Covers(store=store_named(scene), asked=asked, by_duties=not named, functions=covered(scene, found))


def _called(scene: Scene, asked: str) -> list[str]:
    try:
        return [find_named(scene.catalog, "functions", asked)]
    except Ambiguous as several:
        # A word that several functions have in their titles asks about them all.
        return list(several.candidates)


def _saying(scene: Scene, asked: str) -> list[str]:
    pattern = pattern_of(asked)
    found = []
    for function, entry in scene.catalog.functions.items():
        definition = entry.record.definition
        if definition and any(pattern.search(text) for text in (definition.zh, definition.en) if text):
            found.append(function)
    return found


def _of_duties(scene: Scene, asked: str) -> list[str]:
    pattern = pattern_of(asked)
    found: set[str] = set()
    for role in role_files(scene.catalog, pattern):
        if role in scene.chart.seats_of_role:
            for duty in scene.catalog.role(role).record.duties:
                if duty.function and holds(duty, scene.store.record) and any(pattern.search(text) for text in (duty.zh, duty.en) if text):
                    found.add(duty.function)
    return [function for function in scene.catalog.functions if function in found]
