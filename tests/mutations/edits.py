"""Small edits of a YAML text that find their place by keys and ids, so that they outlive a change of its lines.

Places are found with PyYAML's own composer, and not with the reader that is under test.

A path is a list of steps: a key of a mapping; an entry of a list by its `id`, `role`, `kpi` or
`clause`, by a part of it (a mapping of keys to values), or by its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

Step = str | int | dict[str, Any]
Path = Sequence[Step]

NAMES = ("id", "role", "kpi", "clause")
"""The keys by which an entry of a list is called, the first that it has."""


class Text:
    """A YAML text and its nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def line(self, path: Path) -> int:
        """The line of the key, or of the entry, at the end of a path."""
        return int(self._own(path).start_mark.line) + 1

    def put(self, path: Path, value: str) -> str:
        """The text with `value` for what a path leads to; a key that is not there is put before the others."""
        parent = self._node(path[:-1])
        last = path[-1]
        if isinstance(parent, yaml.MappingNode) and last not in {key.value for key, _ in parent.value}:
            first = self._start(parent.value[0][0])
            return f"{self.text[:first]}{last}: {value}{self._gap(parent, first)}{self.text[first:]}"
        node = self._node(path)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            key = self._own(path)
            return f"{self.text[: self._end(key)]}: {value}{self.text[self._end(node) :]}"
        return self.text[: self._start(node)] + value + self.text[self._end(node) :]

    def put_before(self, path: Path, value: str) -> str:
        """The text with a new entry, or a new key with its value, before what a path leads to."""
        first = self._start(self._own(path))
        gap = self._gap(self._node(path[:-1]), first)
        return f"{self.text[:first]}{value}{gap}{self.text[first:]}"

    def without(self, path: Path) -> str:
        """The text without the key, or the entry, at the end of a path."""
        parent = self._node(path[:-1])
        parts = parent.value if isinstance(parent, yaml.MappingNode) else [(node, node) for node in parent.value]
        own = self._own(path)
        i = next(i for i, (key, _) in enumerate(parts) if key is own)
        if i + 1 < len(parts):
            return self.text[: self._start(own)] + self.text[self._start(parts[i + 1][0]) :]
        return self.text[: self._end(parts[i - 1][1])] + self.text[self._end(parts[i][1]) :]

    def data(self, path: Path) -> Any:
        """What stands at the end of a path, as data."""
        return yaml.CSafeLoader("").construct_document(self._node(path))

    def _gap(self, parent: yaml.Node, first: int) -> str:
        """What separates two parts of a mapping or a list."""
        if parent.flow_style:  # type: ignore[attr-defined]
            return ", "
        column = first - max(start for start in self.starts if start <= first)
        return "\n" + " " * column if isinstance(parent, yaml.MappingNode) else "\n" + " " * (column - 2) + "- "

    def _start(self, node: yaml.Node) -> int:
        return self.starts[node.start_mark.line] + node.start_mark.column

    def _end(self, node: yaml.Node) -> int:
        """Behind the last sign; the parser's own end of a block is where the next one begins."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end = self.starts[node.end_mark.line] + node.end_mark.column
        return len(self.text[:end].rstrip())

    def _node(self, path: Path) -> Any:
        node = self.root
        for step in path:
            node = self._step(node, step)[1]
        return node

    def _own(self, path: Path) -> Any:
        return self._step(self._node(path[:-1]), path[-1])[0]

    def _step(self, node: Any, step: Step) -> tuple[Any, Any]:
        """Key and value, or twice the entry, that a step leads to."""
        if isinstance(node, yaml.MappingNode):
            return next((key, value) for key, value in node.value if key.value == step)
        if isinstance(step, int):
            return node.value[step], node.value[step]
        found = next(entry for entry in node.value if _is(entry, step))
        return found, found


def _is(entry: yaml.Node, step: Step) -> bool:
    if not isinstance(entry, yaml.MappingNode):
        return isinstance(entry, yaml.ScalarNode) and entry.value == step
    parts = {key.value: value.value for key, value in entry.value}
    if isinstance(step, dict):
        return all(parts.get(key) == value for key, value in step.items())
    return next((parts[name] for name in NAMES if name in parts), None) == step
