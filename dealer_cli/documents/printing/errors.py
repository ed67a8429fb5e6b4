"""What can be wrong with a template or a document, as data; the words are chosen at the edge."""

from __future__ import annotations

from typing import Literal

Cause = Literal[
    "unreadable", "no-word-file", "too-large", "syntax", "unknown-word", "undefined", "forbidden", "outside", "no-pages",
    "broken-xml", "failed", "too-long", "out-of-time", "out-of-memory", "crashed",
    "braces", "full-width", "whole", "no-entry",
]  # fmt: skip


class TemplateFault(Exception):
    """A template cannot be used; it says which, in which part of it, why, and near what."""

    def __init__(self, template: str, part: str, cause: Cause, detail: str, near: str = "") -> None:
        super().__init__(f"{template}: {part}: {cause}: {detail}")
        self.template = template
        self.part = part
        """The part of a Word file, or the line of a text; empty for the whole."""
        self.cause: Cause = cause
        self.detail = detail
        self.near = near
        """The text of the template at that place."""


Hindrance = Literal["no-engine", "bad-font", "no-glyph", "no-office", "office-failed", "long-cell", "too-long"]


class Unprintable(Exception):
    """A document cannot be printed here: a program, a font or one of its characters is missing, or a text does not fit the format."""

    def __init__(self, hindrance: Hindrance, detail: str = "", *, document: str = "", field: str = "") -> None:
        super().__init__(f"{hindrance}: {detail}")
        self.hindrance: Hindrance = hindrance
        self.detail = detail
        """The font's file, the character, what the program said, or the most that fits."""
        self.document = document
        """The number and title of the document; empty if it is no matter of one."""
        self.field = field
        """The field of the picture that holds the character; in a chart, its label."""
