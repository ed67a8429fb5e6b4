"""The positions that a command is about, and words for what the store does not seat."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.cli.failures import FAILED, complain
from dealer_cli.documents.batch.selection import Unseated, select
from dealer_cli.language import words
from dealer_cli.writing.safe import show


def selected(
    scene: Scene, roles: Sequence[str], departments: Sequence[str], everything: bool, unseated: str = "unseated-unprinted"
) -> list[Seat]:
    """The positions meant; ends the run, with the answer `unseated`, where one has no seat.

    Raises `NotFound` and `Ambiguous`.
    """
    try:
        return select(scene, roles, departments, everything)
    except Unseated as nothing:
        say = words()
        store = show(scene.store.record.title.say(say.lang))
        complain(say(f"answers.{unseated}", title=show(nothing.title.say(say.lang)), store=store))
        raise typer.Exit(FAILED) from None
