"""One thing that is wrong with a template, as data."""

from __future__ import annotations

from typing import NamedTuple

from dealer_cli.documents.printing.errors import Cause


class Flaw(NamedTuple):
    """What is wrong, and where."""

    part: str
    """The part of a Word file; empty for a text."""
    line: int
    """The line of a text, from 1; 0 where there is none to name."""
    column: int
    cause: Cause
    detail: str
    near: str = ""
    """The text of the paragraph or line."""
    nearest: tuple[str, ...] = ()
    """The nearest fields that exist."""
    file: str = ""
    """The shared piece that has it; empty for the template itself."""
