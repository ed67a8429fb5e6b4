"""Which positions are meant: by the name of a role or position, by department, or all."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.model.names import find_named
from dealer_cli.model.words import Text


class Unseated(Exception):
    """What was named has no position in the store; `title` is its title."""

    def __init__(self, title: Text) -> None:
        super().__init__(title)
        self.title = title


def select(scene: Scene, roles: Sequence[str], departments: Sequence[str], everything: bool) -> list[Seat]:
    """The positions that are meant, each once, in the order of the store.

    Raises `NotFound` and `Ambiguous` for names that mean nothing or several things, `Unseated` for
    what the store does not have.
    """
    if everything:
        return list(scene.chart.seats.values())
    wanted: set[str] = set()
    for name in roles:
        role, seats = scene.find(name)
        if not seats:
            raise Unseated(scene.catalog.role_head(role).record.title)
        wanted |= {seat.key for seat in seats}
    for name in departments:
        department = find_named(scene.catalog, "departments", name)
        seats = [seat for seat in scene.chart.seats.values() if scene.department(seat) == department]
        if not seats:
            raise Unseated(scene.catalog.departments[department].record.title)
        wanted |= {seat.key for seat in seats}
    return [seat for seat in scene.chart.seats.values() if seat.key in wanted]
