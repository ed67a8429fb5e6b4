"""Where the boxes of a tree go: upper levels are spread, leaves hang in columns, as fits the paper best.

Only boxes and lines: no words, no store. Every subtree has several shapes, from wide and low to
narrow and high; a superior combines the shapes of its reports, and the page picks the one that
prints largest. All lengths are in em, the size of a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from dealer_cli.documents.chart.plan import Line, Plan, Point, Rect, Tree, straight

T = TypeVar("T")

INDENT = 1.2
"""How far a hanging box stands right of its superior's left edge."""
BUS = 0.5
"""Where in that indent the line runs down."""
HANG = 0.7
"""Between boxes that hang below each other."""
RISER = 1.6
"""Between a box and the reports spread below it."""
COLUMN = 1.2
"""Between columns."""

_SHAPES = 10
"""Shapes that are kept of a subtree."""


@dataclass(frozen=True)
class _Shape:
    """One way to lay out a subtree: its columns, in each the reports with the number of their own shape."""

    width: float
    height: float
    columns: tuple[tuple[tuple[int, int], ...], ...] = ()
    hangs: bool = False
    """Whether all reports hang in one column below the box's left edge."""


class Layout:
    """The shapes of a tree, from which a plan is drawn for a paper."""

    def __init__(self, tree: Tree, spread: bool) -> None:
        """`spread` keeps the first reports that stand beside each other from hanging below each other."""
        self._tree = tree
        self._shapes: list[list[_Shape]] = [[] for _ in tree.heights]
        order = _upward(tree)
        top = _top(tree)
        for node in order:
            # Up to the first fork, a report stands below its superior; further down, a single one hangs.
            beside = node in top and (spread or len(tree.reports[node]) == 1)
            self._shapes[node] = self._shapes_of(tree.heights[node], tree.reports[node], not beside)
        only_spread = spread and len(tree.roots) > 1
        self._whole = self._shapes_of(None, tree.roots, not only_spread)

    def scale(self, width: float, height: float) -> float:
        """The points of an em at which the best shape fills a paper of this size."""
        return max(_scale(shape, width, height) for shape in self._whole)

    def plan(self, width: float, height: float) -> Plan:
        """The shape that prints largest on a paper of this size."""
        best = max(self._whole, key=lambda shape: _scale(shape, width, height))
        return _Placing(self._tree, self._shapes).place(best)

    def _shapes_of(self, own: float | None, reports: Sequence[int], stacked: bool) -> list[_Shape]:
        """The shapes of a box over its reports; `own` is None for the paper itself, which has no box."""
        if not reports:
            return [_Shape(self._tree.width, own or 0.0)]
        single = stacked and own is not None and len(reports) == 1
        found = [] if single else self._spread(own, reports)
        if stacked:
            found += self._columns(own, reports)
        return _pareto(found)

    def _spread(self, own: float | None, reports: Sequence[int]) -> list[_Shape]:
        """Every report in a column of its own; for each height that one of them may have."""
        found = []
        heights = sorted({round(shape.height, 3) for report in reports for shape in self._shapes[report]})
        least = max(self._shapes[report][-1].height for report in reports)
        for height in _some([height for height in heights if height >= least - 0.01], 16):
            chosen = [self._narrowest(report, height + 0.01) for report in reports]
            columns = tuple(((report, index),) for report, index in zip(reports, chosen, strict=True))
            found.append(self._shape(own, columns))
        return found

    def _columns(self, own: float | None, reports: Sequence[int]) -> list[_Shape]:
        """Reports in their order below each other in a few columns of about the same height."""
        found = []
        widths = sorted({round(shape.width, 3) for report in reports for shape in self._shapes[report]})
        tried: set[tuple[int, ...]] = set()
        for width in _some(widths, 5):
            chosen = tuple(self._lowest(report, width + 0.01) for report in reports)
            if chosen in tried:
                continue
            tried.add(chosen)
            heights = [self._shapes[report][index].height for report, index in zip(reports, chosen, strict=True)]
            for count in _some(list(range(1, max(2, len(reports)))), 6):
                columns = _balanced(heights, count)
                found.append(
                    self._shape(own, tuple(tuple((reports[i], chosen[i]) for i in column) for column in columns), hangs=len(columns) == 1)
                )
        return found

    def _narrowest(self, report: int, height: float) -> int:
        """The narrowest shape of a report that is not higher; its lowest, if all are."""
        shapes = self._shapes[report]
        return next((index for index, shape in enumerate(shapes) if shape.height <= height), len(shapes) - 1)

    def _lowest(self, report: int, width: float) -> int:
        """The lowest shape of a report that is not wider; its narrowest, if all are."""
        shapes = self._shapes[report]
        return next((index for index in range(len(shapes) - 1, -1, -1) if shapes[index].width <= width), 0)

    def _shape(self, own: float | None, columns: tuple[tuple[tuple[int, int], ...], ...], hangs: bool = False) -> _Shape:
        widths = [_column_width(self._shapes, column, hangs) for column in columns]
        inner = max(_column_height(self._shapes, column) for column in columns)
        width = max(self._tree.width, sum(widths) + COLUMN * (len(columns) - 1))
        above = 0.0 if own is None else own + (HANG if hangs else RISER)
        return _Shape(width, above + inner, columns, hangs)


class _Placing:
    """Turns chosen shapes into places."""

    def __init__(self, tree: Tree, shapes: list[list[_Shape]]) -> None:
        self._tree = tree
        self._shapes = shapes
        self._boxes: dict[int, Rect] = {}
        self._lines: list[Line] = []

    def place(self, whole: _Shape) -> Plan:
        """The plan of a whole tree."""
        waiting: list[tuple[int, int, float, float, bool]] = []
        waiting += self._below(None, whole, 0.0, 0.0)
        while waiting:
            node, index, x, y, left = waiting.pop()
            shape = self._shapes[node][index]
            indent = 0.0 if left or shape.hangs else (shape.width - self._tree.width) / 2
            self._boxes[node] = Rect(x + indent, y, self._tree.width, self._tree.heights[node])
            waiting += reversed(self._below(node, shape, x, y))
        self._draw_lines(whole)
        boxes = tuple(self._boxes[node] for node in range(len(self._tree.heights)))
        return Plan(whole.width, whole.height, boxes, tuple(self._lines))

    def _below(self, node: int | None, shape: _Shape, x: float, y: float) -> list[tuple[int, int, float, float, bool]]:
        """Where the reports of a shape stand: number, shape, place, and whether they hang."""
        if node is not None:
            y += self._tree.heights[node] + (HANG if shape.hangs else RISER)
        widths = [_column_width(self._shapes, column, shape.hangs) for column in shape.columns]
        x += (shape.width - sum(widths) - COLUMN * (len(widths) - 1)) / 2
        found = []
        for column, width in zip(shape.columns, widths, strict=True):
            hangs = shape.hangs or len(column) > 1
            down = y
            for report, index in column:
                found.append((report, index, x + (INDENT if hangs else 0), down, hangs))
                down += self._shapes[report][index].height + HANG
            x += width + COLUMN
        return found

    def _draw_lines(self, whole: _Shape) -> None:
        waiting: list[tuple[int, int, bool]] = self._next(whole)
        while waiting:
            node, index, left = waiting.pop()
            shape = self._shapes[node][index]
            for column in shape.columns:
                self._connect(node, shape, [report for report, _ in column], left)
            waiting += self._next(shape)

    def _next(self, shape: _Shape) -> list[tuple[int, int, bool]]:
        return [(node, index, shape.hangs or len(column) > 1) for column in shape.columns for node, index in column]

    def _connect(self, node: int, shape: _Shape, column: list[int], left: bool) -> None:
        """The lines from a box to the reports of one column."""
        box = self._boxes[node]
        start = box.x + (BUS if left or shape.hangs else box.width / 2)
        turn = box.bottom + RISER / 2
        for report in column:
            below = self._boxes[report]
            if len(column) == 1 and not shape.hangs:
                middle = below.x + below.width / 2
                if len(shape.columns) == 1 and box.x < middle < box.right:
                    start = middle
                points: list[Point] = [(start, box.bottom), (start, turn), (middle, turn), (middle, below.y)]
            else:
                bus = below.x - INDENT + BUS
                level = below.y + below.height / 2
                points = [(start, box.bottom), (start, turn), (bus, turn), (bus, level), (below.x, level)]
                if shape.hangs:
                    points = [(bus, box.bottom), (bus, level), (below.x, level)]
            self._lines.append((node, report, straight(points)))


def _upward(tree: Tree) -> list[int]:
    """Every box after its reports; without recursion, since a chain may be a thousand long."""
    order: list[int] = []
    waiting = list(tree.roots)
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting += tree.reports[node]
    return order[::-1]


def _top(tree: Tree) -> frozenset[int]:
    """The boxes from the root down to the first that has several reports."""
    if len(tree.roots) != 1:
        return frozenset()
    found = [tree.roots[0]]
    while len(tree.reports[found[-1]]) == 1:
        found.append(tree.reports[found[-1]][0])
    return frozenset(found)


def _column_width(shapes: list[list[_Shape]], column: Sequence[tuple[int, int]], hangs: bool) -> float:
    widest = max(shapes[report][index].width for report, index in column)
    return widest + INDENT if hangs or len(column) > 1 else widest


def _column_height(shapes: list[list[_Shape]], column: Sequence[tuple[int, int]]) -> float:
    return sum(shapes[report][index].height for report, index in column) + HANG * (len(column) - 1)


def _scale(shape: _Shape, width: float, height: float) -> float:
    return min(width / shape.width, height / shape.height)


def _pareto(shapes: list[_Shape]) -> list[_Shape]:
    """The shapes that no other is both narrower and lower than, from narrow to wide; not too many."""
    found: list[_Shape] = []
    for shape in sorted(shapes, key=lambda shape: (shape.width, shape.height)):
        if not found or shape.height < found[-1].height - 0.01:
            found.append(shape)
    return _some(found, _SHAPES)


def _some(things: list[T], most: int) -> list[T]:
    """The first, the last, and evenly some between."""
    if len(things) <= most:
        return things
    return [things[round(i * (len(things) - 1) / (most - 1))] for i in range(most)]


def _balanced(heights: Sequence[float], count: int) -> list[list[int]]:
    """Reports in their order in at most so many columns, the highest of which is as low as can be."""
    if count == 1:
        return [list(range(len(heights)))]
    whole = sum(heights) + HANG * len(heights)
    low, high = max(*heights, whole / count - HANG), whole
    for _ in range(7):
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= count:
            high = middle
        else:
            low = middle
    return _filled(heights, high)


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    columns: list[list[int]] = []
    used = 0.0
    for i, height in enumerate(heights):
        if columns and used + HANG + height <= most + 1e-9:
            columns[-1].append(i)
            used += HANG + height
        else:
            columns.append([i])
            used = height
    return columns
