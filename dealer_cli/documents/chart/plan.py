"""A tree of boxes, and where they and their lines stand; all lengths are in em, the size of a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rect:
    """A box on the plan."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Tree:
    """Boxes of one width, each by its number; several roots stand side by side."""

    width: float
    heights: Sequence[float]
    reports: Sequence[Sequence[int]]
    roots: Sequence[int]


Point = tuple[float, float]
Line = tuple[int, int, tuple[Point, ...]]
"""From a superior to a report, and its corners."""


@dataclass(frozen=True)
class Plan:
    """Where everything is."""

    width: float
    height: float
    boxes: tuple[Rect, ...]
    lines: tuple[Line, ...]


def straight(points: Sequence[Point]) -> tuple[Point, ...]:
    """A line of right angles without the points that are no corners."""
    found: list[Point] = []
    for point in points:
        if found and abs(point[0] - found[-1][0]) < 1e-6 and abs(point[1] - found[-1][1]) < 1e-6:
            continue
        if len(found) > 1 and (
            abs(found[-2][0] - found[-1][0]) + abs(found[-1][0] - point[0]) < 1e-6
            or abs(found[-2][1] - found[-1][1]) + abs(found[-1][1] - point[1]) < 1e-6
        ):
            found[-1] = point
        else:
            found.append(point)
    return tuple(found)
