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
from typing import Any

import yaml

from dealer_cli.reading.bounds import MAX_DEPTH, MAX_DIGITS, MAX_NODES, MAX_SCALAR
from dealer_cli.reading.faults import Fault, Place, Refused, Related
from dealer_cli.reading.files import ILLEGAL, place_at, read_text
from dealer_cli.reading.tree import Document, Mapping, Mark, Scalar, Sequence, Tree

_CORE = re.compile(
    r"(?P<int>[-+]?[0-9]+)$"
    r"|(?P<octal>0o[0-7]+)$|(?P<hex>0x[0-9a-fA-F]+)$"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$"
)
_TYPED = frozenset("~nNtTfF-+.0123456789")
"""What a plain scalar begins with if it can be anything but a text."""

_LETTERS = frozenset("~nNtTfF")
"""Those of them that only a few whole words begin with."""

_WORDS = {"": None, **dict.fromkeys(("~", "null", "Null", "NULL")), **dict.fromkeys(("true", "True", "TRUE"), True)}
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)


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
        self.shown = shown
        self.head = head
        self.shape = Document(shown, text, Mapping(False), None)
        # A text that holds none of these, or is short, cannot break the rule; most files skip the checks.
        self.decorated = any(sign in text for sign in "&*!") or "<<" in text
        self.escaped = '"' in text and "\\" in text
        self.long = len(text) > min(MAX_NODES, MAX_SCALAR)

    def document(self) -> Document:
        from yaml._yaml import CParser  # there only with libyaml

        try:
            parser = CParser(self.shape.text)
        except UnicodeEncodeError as error:  # half a surrogate pair; none comes out of a file
            params = {"character": f"U+{ord(self.shape.text[error.start]):04X}"}
            raise Refused([Fault("Y004", place_at(self.shape.text, error.start, self.shown), params)]) from None
        try:
            data, mark = self._root(parser.get_event)
        except yaml.MarkedYAMLError as error:
            raise Refused([self._syntax(error)]) from None
        except yaml.YAMLError as error:
            raise Refused([Fault("Y005", Place(self.shown), {"problem": str(error)})]) from None
        finally:
            parser.dispose()
        if isinstance(data, Mapping):
            return Document(self.shown, self.shape.text, data, mark)
        variant = "empty" if data is None else "list" if isinstance(data, Sequence) else "scalar"
        raise Refused([Fault("Y012", Place(self.shown) if data is None else self.shape.at(mark), variant=variant)])

    def _root(self, next_event: Callable[[], Any]) -> tuple[Tree, Mark]:
        # This loop is most of what reading costs: one event, few attributes, no calls that can be spared.
        scalar_event, mapping_start, sequence_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        careful = self.decorated or self.escaped or self.long
        head = self.head
        stack: list[Mapping | Sequence] = []
        container: Any = None  # a Mapping or a Sequence; narrowing it once an event would be felt
        keyed = False  # whether the container is a Mapping
        marks: Any = None  # the container's
        key: Any = None  # the text of a key that waits for its value
        key_event: Mark = None
        root: Tree = None
        root_mark: Mark = None
        documents = nodes = 0
        next_event()  # the start of the stream
        while True:
            event = next_event()
            kind = type(event)
            node: Any
            if keyed and kind is scalar_event:
                if careful:
                    nodes += 1
                    self._look(event, nodes)
                key, key_event = event.value, event
                if key in container:
                    raise Refused([self._duplicate(container, event)])
                if head is not None and len(stack) == 1 and key not in head:
                    return root, root_mark
                event = next_event()  # its value
                kind = type(event)
            if kind is scalar_event:
                if careful:
                    nodes += 1
                    self._look(event, nodes)
                node = event.value
                if not event.style and (not node or node[0] in _TYPED):
                    node = self._typed(node, event)
            elif kind is mapping_start or kind is sequence_start:
                if careful:
                    nodes += 1
                    self._look(event, nodes)
                if keyed and key is None:
                    raise Refused([Fault("Y014", self._first(event))])
                node = Mapping(event.flow_style) if kind is mapping_start else Sequence()
                stack.append(node)
                if len(stack) > MAX_DEPTH:
                    raise Refused([Fault("Y006", self._first(event), {"limit": MAX_DEPTH})])
            elif kind in ends:
                stack.pop()
                container = stack[-1] if stack else None
                keyed = type(container) is Mapping
                marks = container.marks if stack else None
                continue
            elif kind is yaml.AliasEvent:
                raise Refused([Fault("Y009", self._first(event), variant="alias")])
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Refused([Fault("Y010", self._first(event))])
                continue
            elif kind is yaml.StreamEndEvent:
                return root, root_mark
            else:  # the end of a document
                continue
            if keyed:
                container[key] = node
                marks[key] = (key_event, event)
                key = None
            elif container is not None:
                container.append(node)
                marks.append(event)
            else:
                root, root_mark = node, event
            if kind is not scalar_event:
                container = node
                keyed = kind is mapping_start
                marks = node.marks

    def _look(self, event: Any, nodes: int) -> None:
        """Refuse what a catalog never needs and an attack does: too much, anchors, tags, merges."""
        if nodes > MAX_NODES:
            raise Refused([Fault("Y007", self._first(event), {"limit": MAX_NODES})])
        if event.anchor is not None:
            raise Refused([Fault("Y009", self._first(event), variant="anchor")])
        if event.tag is not None:
            raise Refused([Fault("Y009", self._first(event), variant="tag")])
        if type(event) is yaml.ScalarEvent:
            value = event.value
            if len(value) > MAX_SCALAR:
                raise Refused([Fault("Y008", self._first(event), {"limit": MAX_SCALAR})])
            if value == "<<" and not event.style:
                raise Refused([Fault("Y009", self._first(event), variant="merge")])
            if event.style == '"' and (bad := ILLEGAL.search(value)):
                params = {"character": f"U+{ord(bad.group()):04X}"}
                raise Refused([Fault("Y004", self.shape.at(event), params, variant="escaped")])

    def _typed(self, text: str, event: Mark) -> Scalar:
        if not text or text[0] in _LETTERS:  # ids begin with them too, and are most of what comes here
            return _WORDS.get(text, text)
        match = _CORE.match(text)
        kind = match.lastgroup if match else ""
        if not kind:
            return text
        if kind != "float" and len(text) > MAX_DIGITS:
            raise Refused([Fault("Y016", self.shape.at(event), {"digits": len(text), "limit": MAX_DIGITS})])
        if kind == "int":
            return int(text)
        if kind in ("octal", "hex"):
            return int(text[2:], 8 if kind == "octal" else 16)
        number = float(text)
        # 1e999 is a legal float of YAML and an infinity of Python; no key of ours means one.
        return text if number in (float("inf"), float("-inf")) else number

    def _duplicate(self, container: Mapping, event: Mark) -> Fault:
        first = self.shape.at(container.marks[event.value][0])
        return Fault("Y011", self.shape.at(event), {"key": event.value}, (Related(first, "first-here"),))

    def _first(self, event: Mark) -> Place:
        """The first character of an event: of a bracket, a sign, a long text."""
        mark = event.start_mark
        return self._point(mark.line, mark.column)

    def _point(self, line: int, column: int) -> Place:
        return Place(self.shown, line + 1, column + 1, column + 2)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Fault:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        place = self._stopped(mark)
        problem = error.problem or str(error)
        if context is not None and "unexpected end of stream" in problem and "quoted" in (error.context or ""):
            return Fault("Y005", self._stopped(context), {"problem": problem}, variant="quote")
        related: tuple[Related, ...] = ()
        if context is not None and mark is not None and context.line != mark.line:
            related = (Related(self._stopped(context), "began-here"),)
        line = self.shape.line(place.line)
        indentation = line[: len(line) - len(line.lstrip())]
        variant = "tab" if "\t" in indentation or line[place.column - 1 : place.column] == "\t" else ""
        return Fault("Y005", place, {"problem": problem}, related, variant=variant)

    def _stopped(self, mark: Any) -> Place:
        """Where libyaml stopped; what is missing at the end of the text is missing behind its last word."""
        if mark is None:
            return Place(self.shown)
        end = self.shape.end()
        return end if mark.line >= end.line else self._point(mark.line, mark.column)
