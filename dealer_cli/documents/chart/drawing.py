"""A page as plain shapes, in points from the upper left corner; every format draws the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Union

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thick: float = 0.5
    dashed: bool = False


@dataclass(frozen=True)
class Stroke:
    """A line of right angles, or the closed outline of an arrow's head, which is filled."""

    points: tuple[tuple[float, float], ...]
    colour: str
    thick: float = 0.75
    dashed: bool = False
    closed: bool = False


@dataclass(frozen=True)
class Writing:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = "#1A1A1A"
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Image:
    """A PNG or JPEG as a data URI."""

    x: float
    y: float
    width: float
    height: float
    uri: str


@dataclass(frozen=True)
class Group:
    """Shapes that belong together, with what they are called."""

    name: str
    shapes: tuple[Union[Area, Writing], ...]


Shape = Union[Area, Stroke, Writing, Image, Group]


@dataclass(frozen=True)
class Page:
    """A sheet of paper."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    smallest: float
    """The size of the smallest text, in points."""

    def flat(self) -> Sequence[Union[Area, Stroke, Writing, Image]]:
        """The shapes without groups."""
        return [part for shape in self.shapes for part in (shape.shapes if isinstance(shape, Group) else (shape,))]
