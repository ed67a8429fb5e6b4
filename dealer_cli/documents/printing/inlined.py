"""Templates as straight Python: a field is looked up where it stands, and so is what is printed for it.

A job description has four hundred fields and prints three hundred of them. Jinja calls a function for
each of both, and hands every piece of text through a generator; a third of a page's time went there.

Here a field is `duty["text"]` and nothing else, which is right for the mappings of a picture. Where it is
not (a field that is missing, what a loop tells, what a filter made), Python raises an error, and the
document is rendered once more by Jinja's own code, which knows what is right, and what to say of a fault.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

_PIECES = 500
"""Pieces that are gathered before they are handed over."""

_REMEMBERED = 10_000
"""Texts that are not spelt again: labels and titles come in every document of a batch."""


class Spelling(dict[str, Markup]):
    """What a template prints for a text: looked up where the same text came before."""

    def __init__(self, spell: Callable[[str], str], must_be_text: Callable[[Any], None]) -> None:
        """`spell` writes a text so that none of it is markup; `must_be_text` raises for what nobody prints."""
        super().__init__()
        self._spell = spell
        self._must_be_text = must_be_text

    def __missing__(self, value: Any) -> Markup:
        """What is not looked up yet, or is no text."""
        if type(value) is not str:
            return self(value)
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[value] = Markup(self._spell(value))
        return found

    def __call__(self, value: Any) -> Markup:
        """What is printed for any value."""
        if type(value) is str:
            return self[value]
        if type(value) is Markup:
            return value  # a macro's text has been spelt value by value
        self._must_be_text(value)
        return self[str(value)]


def beyond(tree: nodes.Template) -> bool:
    """Whether a template is left to Jinja's own code: it makes mappings, whose fields may be markup already."""
    return tree.find(nodes.Dict) is not None


class Inlined(CodeGenerator):
    """Jinja's generator of Python, with the lookups in line and the pieces of a text in a list.

    `escape` of the compiled module must be a `Spelling`.
    """

    _whole: str | None = None
    """The list of the pieces that stand in no macro."""

    # Jinja's visitors are called as its nodes are.
    # ruff: noqa: N802

    def enter_frame(self, frame: Frame) -> None:
        """What stands in no macro is gathered in a list, as Jinja gathers what does."""
        super().enter_frame(frame)
        if frame.rootlevel:
            self.buffer(frame)
            self._whole = frame.buffer

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """The last of what was gathered."""
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Texts and values; a text that has no end is handed over before it fills the memory."""
        super().visit_Output(node, frame)
        if frame.buffer and frame.buffer == self._whole:
            self.writeline(f"if len({frame.buffer}) > {_PIECES}: yield concat({frame.buffer}); {frame.buffer}.clear()")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A field of a mapping."""
        if _is_field(node):
            self.visit(node.node, frame)
            self.write(f"[{node.attr!r}]")
        else:
            super().visit_Getattr(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Before a value that is printed."""
        self.write("escape[" if _is_field(node) else "escape(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Behind it."""
        self.write("]" if _is_field(node) else ")")


def _is_field(node: nodes.Node) -> bool:
    """Whether a node asks for a field of the picture; what a loop tells of itself is none."""
    return isinstance(node, nodes.Getattr) and not (isinstance(node.node, nodes.Name) and node.node.name == "loop")
