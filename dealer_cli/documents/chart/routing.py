"""Dotted lines between boxes that stand already: right angles, through the gaps, never through a box.

A line is looked for on a grid of tracks that run beside the edges of the boxes: a short one with few
bends; what crosses another line, or runs along one, costs more. First only the neighbourhood of the two boxes is searched,
then the whole plan.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dealer_cli.documents.chart.plan import Plan, Point, Rect, straight

TRACK = 0.3
"""How far from a box's edge a dotted line runs, in em."""
_CLEAR = 0.2
"""How near it may come to any box."""
_BEND = 3.0
_CROSSING = 1.0
_BESIDE = 12.0
"""What a bend, a crossing, and an em along another line cost, in em."""
_LATE = 0.02
"""What a bend costs more for each em that it is away from the start: of equal ways, lines part early and cross less."""
_HASTE = 1.4
"""How much the way that is left counts: over 1, since a good line soon is better than the best line late."""
_AROUND = 10.0
"""How far around the two boxes is looked first."""

State = tuple[int, int, int]
"""Column and row of the grid, and whether the line is heading across (0) or down (1)."""


class Routes:
    """Dotted lines on one plan; each that is found is an obstacle to the next."""

    def __init__(self, plan: Plan) -> None:
        self._boxes = plan.boxes
        self._across: dict[float, list[tuple[float, float]]] = {}
        self._down: dict[float, list[tuple[float, float]]] = {}
        for _, _, points in plan.lines:
            self._take(points)

    def find(self, start: int, end: int) -> tuple[Point, ...]:
        """The way from one box to another; empty where there is none."""
        one, two = self._boxes[start], self._boxes[end]
        left, top = min(one.x, two.x) - _AROUND, min(one.y, two.y) - _AROUND
        right, bottom = max(one.right, two.right) + _AROUND, max(one.bottom, two.bottom) + _AROUND
        near = [box for box in self._boxes if box.right > left and box.x < right and box.bottom > top and box.y < bottom]
        found = _Grid(near, one, two, self._across, self._down).find()
        if not found and len(near) < len(self._boxes):
            found = _Grid(self._boxes, one, two, self._across, self._down).find()
        self._take(found)
        return found

    def _take(self, points: Sequence[Point]) -> None:
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(y - to_y) < 1e-6:
                self._across.setdefault(round(y, 3), []).append((min(x, to_x), max(x, to_x)))
            else:
                self._down.setdefault(round(x, 3), []).append((min(y, to_y), max(y, to_y)))


class _Tracks:
    """The tracks of one direction: what is free on them, and what a step costs."""

    def __init__(
        self,
        places: list[float],
        stops: list[float],
        boxes: Sequence[tuple[float, float, float, float]],
        along: dict[float, list[tuple[float, float]]],
        across: dict[float, list[tuple[float, float]]],
    ) -> None:
        self.places = places
        self._stops = stops
        self._boxes = boxes
        self._along = along
        self._crossing = [
            [stretch for place, stretches in across.items() if low < place <= high for stretch in stretches]
            for low, high in pairwise(stops)
        ]
        self._costs: list[list[float] | None] = [None] * len(places)

    def cost(self, track: int, step: int) -> float:
        """What it costs to go from a stop of a track to the next one; infinite through a box."""
        costs = self._costs[track]
        if costs is None:
            costs = self._costs[track] = list(self._weigh(self.places[track]))
        return costs[step]

    def _weigh(self, track: float) -> Iterator[float]:
        begins, ends = _blocked(self._boxes, track)
        beside = [stretch for place, stretches in self._along.items() if abs(place - track) < 0.12 for stretch in stretches]
        for i, low in enumerate(self._stops[:-1]):
            high = self._stops[i + 1]
            if bisect_right(ends, low) != bisect_left(begins, high):
                yield float("inf")
                continue
            shared = sum(max(0.0, min(high, end) - max(low, begin)) for begin, end in beside)
            crossed = sum(begin < track < end for begin, end in self._crossing[i])
            yield high - low + _BESIDE * shared + _CROSSING * crossed


class _Grid:
    """The search for one line."""

    def __init__(
        self,
        boxes: Sequence[Rect],
        start: Rect,
        end: Rect,
        across: dict[float, list[tuple[float, float]]],
        down: dict[float, list[tuple[float, float]]],
    ) -> None:
        self._start, self._target = start, end
        self._starts, self._ends = _exits(start), _exits(end)
        outside = [point for _, point in (*self._starts, *self._ends)]
        self._xs = sorted({round(x, 3) for box in boxes for x in (box.x - TRACK, box.right + TRACK)} | {x for x, _ in outside})
        self._ys = sorted({round(y, 3) for box in boxes for y in (box.y - TRACK, box.bottom + TRACK)} | {y for _, y in outside})
        self._rows = _Tracks(self._ys, self._xs, [(box.y, box.bottom, box.x, box.right) for box in boxes], across, down)
        self._columns = _Tracks(self._xs, self._ys, [(box.x, box.right, box.y, box.bottom) for box in boxes], down, across)

    def find(self) -> tuple[Point, ...]:
        """The line, from edge to edge."""
        goals = {self._cell(point): port for port, point in self._ends}
        best: dict[State, float] = {}
        came: dict[State, State | None] = {}
        first: dict[State, Point] = {}
        heap: list[tuple[float, float, State]] = []
        for port, point in self._starts:
            state = (*self._cell(point), 0 if abs(port[1] - point[1]) < 1e-6 else 1)
            best[state], came[state], first[state] = 0.0, None, port
            heap.append((self._left(state), 0.0, state))
        heapq.heapify(heap)
        while heap:
            _, cost, state = heapq.heappop(heap)
            if cost > best[state]:
                continue
            if state[:2] in goals:
                return self._way(state, came, first, goals[state[:2]])
            for after, step in self._steps(*state):
                total = cost + step
                if total < best.get(after, float("inf")):
                    best[after], came[after] = total, state
                    heapq.heappush(heap, (total + self._left(after), total, after))
        return ()

    def _steps(self, column: int, row: int, heading: int) -> Iterator[tuple[State, float]]:
        bend = _BEND + _LATE * _gap(self._start, self._xs[column], self._ys[row])
        turn = bend if heading else 0.0
        if column:
            yield (column - 1, row, 0), turn + self._rows.cost(row, column - 1)
        if column + 1 < len(self._xs):
            yield (column + 1, row, 0), turn + self._rows.cost(row, column)
        turn = bend - turn
        if row:
            yield (column, row - 1, 1), turn + self._columns.cost(column, row - 1)
        if row + 1 < len(self._ys):
            yield (column, row + 1, 1), turn + self._columns.cost(column, row)

    def _left(self, state: State) -> float:
        return _HASTE * _gap(self._target, self._xs[state[0]], self._ys[state[1]])

    def _way(self, state: State, came: dict[State, State | None], first: dict[State, Point], last: Point) -> tuple[Point, ...]:
        points = [last]
        current: State | None = state
        while current is not None:
            points.append((self._xs[current[0]], self._ys[current[1]]))
            state, current = current, came[current]
        return straight([first[state], *points[::-1]])

    def _cell(self, point: Point) -> tuple[int, int]:
        return bisect_left(self._xs, point[0]), bisect_left(self._ys, point[1])


def _gap(box: Rect, x: float, y: float) -> float:
    """How far a point is from a box, across and down."""
    return max(box.x - x, x - box.right, 0.0) + max(box.y - y, y - box.bottom, 0.0)


def _exits(box: Rect) -> list[tuple[Point, Point]]:
    """Places of a box's edge away from where the lines of the tree end, each with the first point outside."""
    # On the grid exactly, so that every turn is a right angle.
    middle, low, far = (round(at, 3) for at in (box.y + box.height / 2, box.y + box.height * 0.8, box.x + box.width * 0.85))
    return [
        ((box.right, middle), (round(box.right + TRACK, 3), middle)),
        ((box.x, low), (round(box.x - TRACK, 3), low)),
        ((far, box.y), (far, round(box.y - TRACK, 3))),
        ((far, box.bottom), (far, round(box.bottom + TRACK, 3))),
    ]


def _blocked(boxes: Sequence[tuple[float, float, float, float]], track: float) -> tuple[list[float], list[float]]:
    """The stretches of a track that boxes take, merged: where they begin, where they end."""
    begins: list[float] = []
    ends: list[float] = []
    taken = sorted((box[2], box[3]) for box in boxes if box[0] - _CLEAR < track < box[1] + _CLEAR)
    for begin, end in taken:
        if ends and begin - _CLEAR <= ends[-1]:
            ends[-1] = max(ends[-1], end + _CLEAR)
        else:
            begins.append(begin - _CLEAR)
            ends.append(end + _CLEAR)
    return begins, ends
