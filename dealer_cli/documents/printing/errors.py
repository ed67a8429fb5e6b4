"""What can be wrong with a template, as data; the words are chosen at the edge."""

from __future__ import annotations

from typing import Literal

Cause = Literal["unreadable", "no-word-file", "too-large", "syntax", "unknown-word", "undefined", "forbidden", "broken-xml", "failed"]


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
