"""Which positions are meant: by the name of a role or position, by department, or all."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.decode import nearest
from dealer_cli.model.names import normal


class Unseated(Exception):
    """What was named has no position in the store; `title` is its title."""

    def __init__(self, title: str) -> None:
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
            raise Unseated(scene.role_title(role))
        wanted |= {seat.key for seat in seats}
    for name in departments:
        department = find_department(scene.catalog, name)
        seats = [seat for seat in scene.chart.seats.values() if scene.department(seat) == department]
        if not seats:
            raise Unseated(scene.catalog.departments[department].record.title.say(scene.lang))
        wanted |= {seat.key for seat in seats}
    return [seat for seat in scene.chart.seats.values() if seat.key in wanted]


def find_department(catalog: Catalog, name: str) -> str:
    """The id of the department that a name means: its id, a title, an alias."""
    asked = normal(name)
    names: dict[str, str] = {}
    for id_, entry in catalog.departments.items():
        title = entry.record.title
        for known in (id_, title.zh, title.en, *entry.record.aliases):
            if known:
                names.setdefault(normal(known), id_)
    if asked not in names:
        near = nearest(asked, tuple(names), 3) or tuple(known for known in names if asked in known)[:3]
        raise NotFound(name, tuple(dict.fromkeys(names[known] for known in near)))
    return names[asked]
