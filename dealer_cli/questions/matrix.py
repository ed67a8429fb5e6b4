"""The RASCI matrix of a store: functions by positions."""

from __future__ import annotations

from dealer_cli.chart.scene import Scene
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, Post, entity_named, post, store_named
from dealer_cli.questions.shares import PARTS, Covered, covered

LETTERS = dict(zip(PARTS, "aRSCI", strict=True))
"""A duty can make accountable for a part of a function only: `a`. `A` is the store's one accountable position."""


@record
class Share:
    """A position's letters in a function."""

    position: str
    """The position's id."""
    letters: str
    """A answers for it, a for a part of it, R does it, S helps, C is consulted, I is informed."""


@record
class Row:
    """A function."""

    function: Named
    """The function."""
    shares: tuple[Share, ...]
    """Who has a share."""
    gaps: tuple[str, ...]
    """no-accountable, no-responsible."""


@record
class Column:
    """A position."""

    position: Post
    """The position."""
    department: Named
    """Where it sits."""


@record
class Matrix:
    """Functions by positions."""

    store: Named
    """The store."""
    department: Named | None
    """The department whose positions are shown; none: all."""
    columns: tuple[Column, ...]
    """The positions, by department, in the order of the chart."""
    rows: tuple[Row, ...]
    """The functions; of one department, those in which it has a share."""


def matrix(scene: Scene, department: str | None = None) -> Matrix:
    """The matrix of a store, or of one of its departments."""
    columns = _columns(scene, department)
    shown = {column.position.id for column in columns}
    rows = [_row(function, shown) for function in covered(scene, scene.catalog.functions, everything=True)]
    return Matrix(
        store=store_named(scene),
        department=entity_named(scene.catalog, "departments", department) if department else None,
        columns=columns,
        rows=tuple(row for row in rows if row.shares or not department),
    )


def _columns(scene: Scene, department: str | None) -> tuple[Column, ...]:
    order = list(scene.catalog.departments)
    keys = [key for root in scene.chart.tops for _, key in scene.chart.below(root)]
    sits = {key: scene.department(scene.chart.seats[key]) for key in keys}
    keys.sort(key=lambda key: order.index(sits[key]) if sits[key] in order else len(order))
    return tuple(
        Column(position=post(scene, key), department=entity_named(scene.catalog, "departments", sits[key]))
        for key in keys
        if department in (None, sits[key])
    )


def _row(function: Covered, shown: set[str]) -> Row:
    letters: dict[str, set[str]] = {}
    if function.accountable:
        letters[function.accountable.id] = {"A"}
    for share in function.shares:
        letters.setdefault(share.position.id, set()).add(LETTERS[share.part])
    for found in letters.values():
        if "A" in found:
            found.discard("a")
    shares = (Share(position=key, letters="".join(sorted(found, key="AaRSCI".index))) for key, found in letters.items() if key in shown)
    return Row(function=function.function, shares=tuple(shares), gaps=function.gaps)
