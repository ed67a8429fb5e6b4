"""YAML 1.2 core data from libyaml's events, with a place for every key and value.

The parser is libyaml's, through PyYAML; the construction is ours, because no constructor at hand
gives places, refuses duplicate keys and bombs, leaves `no`, `13:30` and `2024-13-45` alone, and
cannot overflow a stack. Never `yaml.load` or `yaml.compose` on a file from outside: the C loader
crashes the process at 30,000 nested brackets; events do not recurse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from dealer_cli.reading.bounds import MAX_DEPTH, MAX_DIGITS, MAX_NODES, MAX_SCALAR
from dealer_cli.reading.faults import Fault, Place, Refused, Related
from dealer_cli.reading.files import ILLEGAL, read_text
from dealer_cli.reading.tree import Document, Mapping, Scalar, Sequence, Span, Tree

if TYPE_CHECKING:
    from yaml._yaml import CParser

_CORE = re.compile(
    r"(?P<null>~|null|Null|NULL|)$"
    r"|(?P<bool>true|True|TRUE|false|False|FALSE)$"
    r"|(?P<int>[-+]?[0-9]+)$"
    r"|(?P<octal>0o[0-7]+)$|(?P<hex>0x[0-9a-fA-F]+)$"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$"
)
_PLAIN_STARTS = frozenset("~nNtTfF-+.0123456789")


def read(path: Path, root: Path | None = None, head: Container[str] | None = None) -> Document:
    """Read a YAML file whose root is a mapping.

    `root`: links may not lead out of this folder. `head`: stop at the first key of the root that
    is not in it, for a look-up that needs no more. Raises `Refused`, and nothing else.
    """
    return parse(read_text(path, root), str(path), head)


def parse(text: str, shown: str, head: Container[str] | None = None) -> Document:
    """Located data of a text; `shown` is the path that its places name. Raises `Refused`."""
    return _Construction(text, shown, head).document()


class _Construction:
    """One pass over the events of one text; a stack instead of recursion."""

    def __init__(self, text: str, shown: str, head: Container[str] | None) -> None:
        if not yaml.__with_libyaml__:
            raise Refused([Fault("Y015", Place(shown))])
        self.text = text
        self.shown = shown
        self.head = head
        self.nodes = 0
        self.ends: list[int] | None = None

    def document(self) -> Document:
        try:
            data, span = self._root()
        except yaml.MarkedYAMLError as error:
            raise Refused([self._syntax(error)]) from None
        except yaml.YAMLError as error:
            raise Refused([Fault("Y005", Place(self.shown), {"problem": str(error)})]) from None
        if data is None:
            variant = "empty"
        elif isinstance(data, Mapping):
            return Document(self.shown, self.text, data, span)
        else:
            variant = "list" if isinstance(data, Sequence) else "scalar"
        raise Refused([Fault("Y012", self._place(span), variant=variant)])

    def _root(self) -> tuple[Tree, Span]:
        from yaml._yaml import CParser  # there only with libyaml

        parser = CParser(self.text)
        try:
            return self._events(parser)
        finally:
            parser.dispose()

    def _events(self, parser: CParser) -> tuple[Tree, Span]:
        # Kept as locals: this loop is most of what a question costs.
        next_event: Callable[[], Any] = parser.get_event
        scalar_event, mapping_start, sequence_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        stack: list[tuple[Mapping | Sequence, str | None, Span]] = []
        container: Mapping | Sequence | None = None
        key: str | None = None
        key_span: Span = (0, 0, 0)
        documents = 0
        root: Tree = None
        root_span: Span = (0, 0, 0)
        next_event()  # the start of the stream
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                start, end = event.start_mark, event.end_mark
                line, column = start.line, start.column
                last = end.column if end.line == line else self._line_end(line)
                self._count(event, line, column)
                if event.style == '"' and (bad := ILLEGAL.search(event.value)):
                    params = {"character": f"U+{ord(bad.group()):04X}"}
                    raise Refused([Fault("Y004", self._place((line, column, last)), params, variant="escaped")])
                value: Tree
                if type(container) is Mapping and key is None:
                    key, key_span = event.value, (line, column, last)
                    if key in container:
                        raise Refused([self._duplicate(container, key, key_span)])
                    if self.head is not None and len(stack) == 1 and key not in self.head:
                        return root, root_span
                    continue
                value = event.value if event.style else self._plain(event.value, line, column)
                span = (line, column, last)
            elif kind is mapping_start or kind is sequence_start:
                start = event.start_mark
                line, column = start.line, start.column
                self._count(event, line, column)
                if type(container) is Mapping and key is None:
                    raise Refused([Fault("Y014", self._place((line, column, column + 1)))])
                inner: Mapping | Sequence = Mapping(event.flow_style) if kind is mapping_start else Sequence()
                span = (line, column, event.end_mark.column if event.flow_style else self._line_end(line))
                if container is None:
                    root, root_span = inner, span
                stack.append((inner, key, key_span))
                if len(stack) > MAX_DEPTH:
                    raise Refused([Fault("Y006", self._place((line, column, column + 1)), {"limit": MAX_DEPTH})])
                self._put(container, key, key_span, inner, span)
                container, key = inner, None
                continue
            elif kind is mapping_end or kind is sequence_end:
                stack.pop()
                container = stack[-1][0] if stack else None
                key = None
                continue
            elif kind is yaml.AliasEvent:
                raise Refused([self._forbidden(event, "alias")])
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Refused(
                        [Fault("Y010", self._place((event.start_mark.line, event.start_mark.column, event.start_mark.column + 3)))]
                    )
                continue
            elif kind is yaml.StreamEndEvent:
                return root, root_span
            else:  # the end of a document
                continue
            if container is None:
                root, root_span = value, span
            else:
                self._put(container, key, key_span, value, span)
                key = None

    def _put(self, container: Mapping | Sequence | None, key: str | None, key_span: Span, value: Tree, span: Span) -> None:
        if type(container) is Mapping and key is not None:
            container[key] = value
            container.spans[key] = (key_span, span)
        elif type(container) is Sequence:
            container.append(value)
            container.spans.append(span)

    def _count(self, event: Any, line: int, column: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Refused([Fault("Y007", self._place((line, column, column + 1)), {"limit": MAX_NODES})])
        if event.anchor is not None:
            raise Refused([self._forbidden(event, "anchor")])
        if event.tag is not None:
            raise Refused([self._forbidden(event, "tag")])
        if type(event) is yaml.ScalarEvent:
            if len(event.value) > MAX_SCALAR:
                raise Refused([Fault("Y008", self._place((line, column, column + 1)), {"limit": MAX_SCALAR})])
            if event.value == "<<" and not event.style:
                raise Refused([self._forbidden(event, "merge")])

    def _plain(self, text: str, line: int, column: int) -> Scalar:
        if text and text[0] not in _PLAIN_STARTS:
            return text
        match = _CORE.match(text)
        if match is None:
            return text
        kind = match.lastgroup
        if kind == "null":
            return None
        if kind == "bool":
            return text[0] in "tT"
        if len(text) > MAX_DIGITS:
            params = {"digits": len(text), "limit": MAX_DIGITS}
            raise Refused([Fault("Y016", self._place((line, column, self._line_end(line))), params)])
        if kind == "int":
            return int(text)
        if kind == "octal":
            return int(text[2:], 8)
        if kind == "hex":
            return int(text[2:], 16)
        number = float(text)
        # 1e999 is a legal float of YAML and an infinity of Python; no key of ours means one.
        return text if number in (float("inf"), float("-inf")) else number

    def _duplicate(self, container: Mapping, key: str, span: Span) -> Fault:
        first = self._place(container.spans[key][0])
        return Fault("Y011", self._place(span), {"key": key}, (Related(first, "first-here"),))

    def _forbidden(self, event: Any, variant: str) -> Fault:
        mark = event.start_mark
        return Fault("Y009", self._place((mark.line, mark.column, mark.column + 1)), variant=variant)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Fault:
        mark: yaml.Mark | None = error.problem_mark or error.context_mark
        place = Place(self.shown)
        if mark is not None:
            place = self._place((mark.line, mark.column, mark.column + 1))
        related: tuple[Related, ...] = ()
        context = error.context_mark
        if context is not None and mark is not None and context.line != mark.line:
            related = (Related(self._place((context.line, context.column, context.column + 1)), "began-here"),)
        problem = error.problem or str(error)
        variant = ""
        if "\t" in self._line(place.line)[: place.column]:
            variant = "tab"
        elif "unexpected end of stream" in problem and "quoted" in (error.context or ""):
            variant = "quote"
        return Fault("Y005", place, {"problem": problem}, related, variant=variant)

    def _line(self, number: int) -> str:
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _line_end(self, line: int) -> int:
        if self.ends is None:
            self.ends = [len(part.rstrip()) for part in self.text.split("\n")]
        return self.ends[line] if line < len(self.ends) else 0

    def _place(self, span: Span) -> Place:
        line, start, end = span
        return Place(self.shown, line + 1, start + 1, max(end, start + 1) + 1)
