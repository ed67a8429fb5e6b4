"""Located data: plain dictionaries, lists and scalars that know where they stand."""

from __future__ import annotations

from typing import Any, Union

from dealer_cli.reading.faults import Place

Scalar = Union[str, int, float, bool, None]
Tree = Union["Mapping", "Sequence", Scalar]

Mark = Any
"""A parser's event, which has `start_mark` and `end_mark`; kept as it came, since making places of
all of them would cost more than the reading itself, and few are ever asked for."""


class Mapping(dict[str, Tree]):
    """A dictionary with the marks of each key and value."""

    __slots__ = ("flow", "marks")

    def __init__(self, flow: bool) -> None:
        super().__init__()
        self.flow = flow
        self.marks: dict[str, tuple[Mark, Mark]] = {}


class Sequence(list[Tree]):
    """A list with the mark of each entry."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []


Step = str | int


class Document:
    """A file as it was read: its data, its text, and the way from a part of the data to its place."""

    __slots__ = ("_lines", "data", "mark", "names", "path", "text")

    def __init__(self, path: str, text: str, data: Mapping, mark: Mark) -> None:
        self.path = path
        self.text = text
        self.data = data
        self.mark = mark
        self.names: set[tuple[str, str]] = set()
        """Kind and name of everything defined elsewhere that the data mention; whoever decodes them fills this."""
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty behind the last."""
        lines = self._all_lines()
        return lines[number - 1].removesuffix("\r") if 0 < number <= len(lines) else ""

    def _all_lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def place(self, *steps: Step) -> Place:
        """The place of a value; as far as the steps lead, so that a missing key gives its parent's."""
        mark = self.mark
        node: Tree = self.data
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.marks:
                mark = node.marks[step][1]
                node = node[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node):
                mark = node.marks[step]
                node = node[step]
            else:
                break
        return self.at(mark)

    def key_place(self, *steps: Step) -> Place:
        """The place of the key that the last step names, or of the value where it names none."""
        node: Tree = self.data
        for step in steps[:-1]:
            if isinstance(node, Mapping) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
        last = steps[-1] if steps else None
        if isinstance(node, Mapping) and isinstance(last, str) and last in node.marks:
            return self.at(node.marks[last][0])
        return self.place(*steps)

    def at(self, mark: Mark) -> Place:
        """The place of a mark: its first line, to its end or the line's."""
        start, end = mark.start_mark, mark.end_mark
        if start.line >= len(self._all_lines()):
            return self.end()
        line, first = start.line + 1, start.column + 1
        block = getattr(mark, "flow_style", None) is False
        last = end.column + 1 if end.line == start.line and not block else len(self.line(line).rstrip()) + 1
        return Place(self.path, line, first, max(last, first + 1))

    def end(self) -> Place:
        """Behind the last line that has something on it: libyaml's marks can stand on a line that the file does not have."""
        text = self.text.rstrip()
        column = len(text) - text.rfind("\n")
        return Place(self.path, text.count("\n") + 1, column, column + 1)
