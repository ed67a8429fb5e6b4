"""Located data: plain dictionaries, lists and scalars that know where they stand."""

from __future__ import annotations

from typing import Union

from dealer_cli.reading.faults import Place

Scalar = Union[str, int, float, bool, None]
Tree = Union["Mapping", "Sequence", Scalar]

Span = tuple[int, int, int]
"""Line, first column, first column behind; all from 0; clipped to the first line."""


class Mapping(dict[str, Tree]):
    """A dictionary with the span of each key and value."""

    __slots__ = ("flow", "spans")

    def __init__(self, flow: bool) -> None:
        super().__init__()
        self.flow = flow
        self.spans: dict[str, tuple[Span, Span]] = {}


class Sequence(list[Tree]):
    """A list with the span of each entry."""

    __slots__ = ("spans",)

    def __init__(self) -> None:
        super().__init__()
        self.spans: list[Span] = []


Step = str | int


class Document:
    """A file as it was read: its data, its text, and the way from a part of the data to its place."""

    __slots__ = ("_lines", "data", "path", "span", "text")

    def __init__(self, path: str, text: str, data: Mapping, span: Span) -> None:
        self.path = path
        self.text = text
        self.data = data
        self.span = span
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty behind the last."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1].removesuffix("\r") if 0 < number <= len(self._lines) else ""

    def place(self, *steps: Step) -> Place:
        """The place of a value; as far as the steps lead, so that a missing key gives its parent's."""
        span = self.span
        node: Tree = self.data
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.spans:
                span = node.spans[step][1]
                node = node[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node):
                span = node.spans[step]
                node = node[step]
            else:
                break
        return self.at(span)

    def key_place(self, *steps: Step) -> Place:
        """The place of the key that the last step names, or of the value where it names none."""
        node: Tree = self.data
        for step in steps[:-1]:
            if isinstance(node, Mapping) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
        last = steps[-1] if steps else None
        if isinstance(node, Mapping) and isinstance(last, str) and last in node.spans:
            return self.at(node.spans[last][0])
        return self.place(*steps)

    def at(self, span: Span) -> Place:
        """A span as a place of this file."""
        line, start, end = span
        return Place(self.path, line + 1, start + 1, max(end, start + 1) + 1)
