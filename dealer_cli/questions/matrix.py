"""The RASCI matrix of a store: functions by positions."""

from __future__ import annotations

from dealer_cli.chart.rasci import Shares, rasci
from dealer_cli.chart.scene import Scene
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, Post, entity_named, post, store_named


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
    rows = [_row(scene, function, shares, shown) for function, shares in rasci(scene).items()]
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


def _row(scene: Scene, function: str, shares: Shares, shown: set[str]) -> Row:
    return Row(
        function=entity_named(scene.catalog, "functions", function),
        shares=tuple(Share(position=key, letters=letters) for key, letters in shares.letters.items() if key in shown),
        gaps=shares.gaps,
    )
