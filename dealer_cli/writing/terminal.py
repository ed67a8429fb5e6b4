"""Plain text on a terminal: widths that count a Chinese character as two, wrapping, columns, colour."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

WIDTH = 80
"""Columns that every answer fits."""

_NO_START = "，。、；：？！）】》」』”’…—·%,.;:?!)]}"
"""Punctuation that may not begin a line."""
_NO_END = "（【《「『“‘([{"
"""Punctuation that may not end a line."""

_BLANK = re.compile("([ \n])")

_LEAST = 16
"""Columns that a text has behind whatever stands before it, however deep a tree goes."""

_STYLES = {"error": "31", "warning": "33", "note": "36", "strong": "1", "quiet": "2", "match": "1;31"}


def width(text: str) -> int:
    """Columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me") else 1


def pad(text: str, columns: int) -> str:
    """The text with blanks behind it, to a number of columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int = WIDTH, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `columns`, broken at blanks and between Chinese characters, nothing cut.

    `first` stands before the first line, `rest` before the others (blanks as wide as `first`).
    """
    rest = " " * width(first) if rest is None else rest
    columns = max(columns, width(rest) + min(columns, _LEAST))
    if width(first) + width(text) <= columns and "\n" not in text:  # most texts
        line = first + text
        return [line.rstrip() if line.strip() else line]
    lines = [first]
    room = columns - width(first)
    for piece in _pieces(text):
        size = width(piece)
        if piece == "\n":
            lines.append(rest)
            room = columns - width(rest)
        elif size <= room:
            lines[-1] += piece
            room -= size
        elif piece == " ":
            room = 0
        else:
            if not lines[-1].strip() and room > 0 and size > columns - width(rest):
                head = _fitting(piece, room)
                lines[-1] += head
                piece = piece[len(head) :]
            room = columns - width(rest)
            lines[-1] = lines[-1].rstrip() if lines[-1].strip() else lines[-1]
            while width(piece) > room:
                head = _fitting(piece, room)
                lines.append(rest + head)
                piece = piece[len(head) :]
            lines.append(rest + piece)
            room -= width(piece)
    return [line.rstrip() if line.strip() else line for line in lines]


def clip(text: str, columns: int) -> str:
    """The text cut to fewer than `columns`, with a mark where something is left out; marks without width end too."""
    used = 0
    for i, character in enumerate(text):
        used += _width(character)
        if used >= columns or i >= 4 * columns:
            return text[:i] + "…"
    return text


def _fitting(piece: str, room: int) -> str:
    used = 0
    for i, character in enumerate(piece):
        used += _width(character)
        if used > room:
            return piece[: max(i, 1)]
    return piece


def _pieces(text: str) -> Iterable[str]:
    """What may not be broken: a Latin word, a Chinese character with the punctuation that clings to it."""
    if text.isascii():  # no character of it is wide or clings to one
        yield from (piece for piece in _BLANK.split(text) if piece)
        return
    piece = ""
    for character in text:
        if character in " \n":
            if piece:
                yield piece
            yield character
            piece = ""
        elif not piece or character in _NO_START or piece[-1] in _NO_END:
            piece += character
        elif _width(character) == 2 or _width(piece[-1]) == 2:
            yield piece
            piece = character
        else:
            piece += character
    if piece:
        yield piece


def table(rows: Sequence[Sequence[str]], columns: int = WIDTH, indent: str = "") -> list[str]:
    """Rows as aligned columns with two blanks between; what does not fit wraps in its cell, nothing is cut."""
    if not rows:
        return []
    sizes = _sizes(rows, columns - len(indent))
    lines: list[str] = []
    for row in rows:
        cells = [[cell] if width(cell) <= size and "\n" not in cell else wrap(cell, size) for cell, size in zip(row, sizes, strict=False)]
        for i in range(max(map(len, cells))):
            parts = [pad(cell[i] if i < len(cell) else "", size) for cell, size in zip(cells, sizes, strict=False)]
            lines.append((indent + "  ".join(parts)).rstrip())
    return lines


def _sizes(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Columns of every cell of a row: the last one takes what the others leave, and is left enough to be read."""
    *sizes, last = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    sizes = [min(size, max(12, columns // 2)) for size in sizes]
    room = columns - sum(size + 2 for size in sizes)
    enough = min(last, 20)
    if room < enough:
        spare = [size - max(width(piece) for row in rows for piece in (*_pieces(row[i]), "")) for i, size in enumerate(sizes)]
        while room < enough and max(spare, default=0) > 0:
            widest = spare.index(max(spare))
            sizes[widest] -= 1
            spare[widest] -= 1
            room += 1
    longest = max(width(piece) for row in rows for piece in (*_pieces(row[-1]), ""))
    return [*sizes, max(room, min(enough, longest), 8)]


def can_draw(stream: TextIO | None = None) -> bool:
    """Whether the stream's encoding has the line characters of a tree."""
    try:
        "└├│─".encode((stream or sys.stdout).encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def styled(text: str, style: str, stream: TextIO | None = None) -> str:
    """The text in a style, where the stream is a terminal that wants colour."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"
