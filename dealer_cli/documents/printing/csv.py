"""The duties of a document as a table for a spreadsheet: one row a duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dealer_cli.writing.exchange import csv_text

COLUMNS = ("document", "position", "no", "duty", "part", "frequency", "function")
"""Stable names; the words of a picture change with its language."""

_MARK = "\ufeff"
"""By this mark Excel knows UTF-8; without it Chinese is unreadable there."""


def render(picture: Mapping[str, Any]) -> bytes:
    """The table; no text is taken for a formula by the spreadsheet that opens it."""
    return (_MARK + csv_text(COLUMNS, list(_rows(picture)))).encode()


def _rows(picture: Mapping[str, Any]) -> Iterator[list[str]]:
    document, post = picture["document"]["number"], picture["post"]["title"]
    for duties in (picture["duties"], *(held["duties"] for held in picture["held"])):
        for duty in duties:
            yield [document, post, *(duty[column] for column in ("no", "text", "part", "frequency", "function"))]
