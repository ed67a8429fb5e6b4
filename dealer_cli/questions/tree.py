"""A store's chart, or a part of it, as rows of a tree; and the team of one position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.model.record import record
from dealer_cli.model.role import Level
from dealer_cli.questions.answer import Named, Post, entity_named, post, posts, role_named, store_named


@record
class People:
    """How many people sit on some positions."""

    positions: int
    """The positions."""
    people: int
    """The people on those whose number is known."""
    unknown: int
    """The positions whose number of people is not known."""
    contracted: int
    """Of the people, those whom an outside firm supplies."""


@record
class Branch:
    """A position in a tree."""

    depth: int
    """How far below the top of the part that is shown; 0 is a top."""
    position: Post
    """The position."""
    superior: str | None
    """The id of the position above."""
    department: Named
    """Where it sits."""
    level: Level
    """Its rank."""
    headcount: int | Literal["unknown"]
    """How many people sit on it."""
    contracted: bool
    """Whether an outside firm supplies them."""
    dotted: tuple[Post, ...]
    """Those to whom it has a dotted line."""
    all: People
    """The position and all below it, shown or not."""
    hidden: int
    """Positions below it that are not shown, for they are too deep or in another department."""


@record
class Tree:
    """A store's chart or a part of it."""

    store: Named
    """The store."""
    top: Named | None
    """The role that the part is under; none: the whole store."""
    department: Named | None
    """The department that the part is about."""
    branches: tuple[Branch, ...]
    """The positions, each before those below it."""
    total: People
    """All positions of the part, those too deep to be shown included."""


@record
class SeatTeam:
    """The team of one seat."""

    branches: tuple[Branch, ...]
    """The position itself, then those below it as a tree."""
    below: People
    """How many are shown below it."""


@record
class Team:
    """Who works under a role or position."""

    store: Named
    """The store."""
    role: Named
    """The role asked about."""
    everybody: bool
    """Whether those below the direct reports are in it too."""
    teams: tuple[SeatTeam, ...]
    """The team of each seat."""


def tree(scene: Scene, name: str | None = None, depth: int | None = None, department: str | None = None) -> Tree:
    """The chart, under one role if it is named; not deeper than `depth`, in one department only."""
    role, tops = None, scene.chart.tops
    if name:
        role, seats = scene.find(name)
        tops = [seat.key for seat in seats]
    if department:
        tops = [key for top in tops for _, key in scene.chart.below(top) if _enters(scene, key, department)]
    return _tree(scene, role, tops, depth, department)


def team(scene: Scene, name: str, everybody: bool = False) -> Team:
    """The direct reports of each seat of a role; with `everybody`, all below it."""
    role, seats = scene.find(name)
    return Team(
        store=store_named(scene),
        role=role_named(scene.catalog, role),
        everybody=everybody,
        teams=tuple(_seat_team(scene, seat.key, None if everybody else 1) for seat in seats),
    )


def _seat_team(scene: Scene, key: str, depth: int | None) -> SeatTeam:
    branches = _tree(scene, None, [key], depth, None).branches
    return SeatTeam(branches=branches, below=people(scene, [branch.position.id for branch in branches[1:]]))


def people(scene: Scene, keys: list[str]) -> People:
    """How many people sit on these positions."""
    positions = [scene.chart.seats[key].position for key in keys]
    known = [(p.headcount, p.contracted) for p in positions if p.headcount != "unknown"]
    return People(
        positions=len(positions),
        people=sum(count for count, _ in known),
        unknown=len(positions) - len(known),
        contracted=sum(count for count, contracted in known if contracted),
    )


def _tree(scene: Scene, role: str | None, tops: list[str], depth: int | None, department: str | None) -> Tree:
    whole = [(d, key) for top in dict.fromkeys(tops) for d, key in _below(scene, top, department)]
    parts = [(d, key) for d, key in whole if depth is None or d <= depth]
    shown = {key for _, key in parts}
    return Tree(
        store=store_named(scene),
        top=role_named(scene.catalog, role) if role else None,
        department=entity_named(scene.catalog, "departments", department) if department else None,
        branches=tuple(_branch(scene, d, key, shown) for d, key in parts),
        total=people(scene, [key for _, key in whole]),
    )


def _below(scene: Scene, top: str, department: str | None) -> Iterator[tuple[int, str]]:
    left_out = None
    for depth, key in scene.chart.below(top):
        if left_out is not None and depth > left_out:
            continue
        left_out = None
        if department and scene.department(scene.chart.seats[key]) != department:
            left_out = depth
            continue
        yield depth, key


def _nearest_shown(scene: Scene, key: str, shown: set[str]) -> str | None:
    return next((above for above in scene.chart.chain(key) if above in shown), None)


def _branch(scene: Scene, depth: int, key: str, shown: set[str]) -> Branch:
    seat = scene.chart.seats[key]
    below = [name for _, name in scene.chart.below(key)]
    return Branch(
        depth=depth,
        position=post(scene, key),
        superior=scene.chart.superior(key),
        department=entity_named(scene.catalog, "departments", scene.department(seat)),
        level=scene.level(seat),
        headcount=seat.position.headcount,
        contracted=seat.position.contracted,
        dotted=posts(scene, [line.position for line in seat.dotted if line.position in scene.chart.seats]),
        all=people(scene, below),
        # A position that is left out counts for the nearest one above it that is shown.
        hidden=sum(1 for name in below if name not in shown and _nearest_shown(scene, name, shown) == key),
    )


def _enters(scene: Scene, key: str, department: str) -> bool:
    """Whether a position is in the department and the one above it is not."""
    above = scene.chart.superior(key)
    seats = scene.chart.seats
    return scene.department(seats[key]) == department and (above is None or scene.department(seats[above]) != department)
