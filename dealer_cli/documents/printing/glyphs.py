"""Which characters a font can draw, and what its family is called: its `cmap` and `name` tables, read without a font library.

What sets text prints a box or a blank for a character that no font has, and says nothing. So the texts
are held against the fonts before anything is printed. Only the few kilobytes of the tables are read,
not the megabytes of the font.
"""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_TABLE = 4 * 1024 * 1024
"""Bytes of a `cmap` table; that of all Chinese, Japanese and Korean has 0.3 MB."""

MAX_FACES = 200
"""Faces of a collection; that of all Chinese, Japanese and Korean has 10."""

ENGLISH = 0x409
"""How a `name` table calls the language."""

_PREFERRED = (" SC", " CN")
"""How families of a collection end that draw characters as in mainland China."""

_MISSING = {b"cmap": "no character map", b"name": "no name"}
_LINE_ENDS = "\t\n\r\u2028\u2029"

Span = tuple[int, int]


class NoFont(Exception):
    """A file is no font that can be used; the message says why."""


class Coverage:
    """The characters that a face of a font file has."""

    def __init__(self, spans: Iterable[Span]) -> None:
        joined: list[list[int]] = []
        for first, last in sorted(spans):
            if joined and first <= joined[-1][1] + 1:
                joined[-1][1] = max(joined[-1][1], last)
            else:
                joined.append([first, last])
        self._firsts = [first for first, _ in joined]
        self._lasts = [last for _, last in joined]

    def __contains__(self, character: str) -> bool:
        code = ord(character)
        at = bisect_right(self._firsts, code) - 1
        return at >= 0 and code <= self._lasts[at]


@dataclass(frozen=True)
class Face:
    """A face of a font file: what texts can be set in."""

    family: str
    coverage: Coverage


def face_of(path: Path) -> Face:
    """The face of a font file; of a collection that for mainland China, else the first. Raises `NoFont`."""
    try:
        # A FIFO would be waited for, for ever.
        if not path.is_file():
            raise NoFont("no regular file")
        with path.open("rb") as file:
            starts = _starts(file)
            families = [_family(_table(file, start, b"name")) for start in starts]
            chosen = next((number for number, family in enumerate(families) if family.endswith(_PREFERRED)), 0)
            return Face(families[chosen], Coverage(_spans(_table(file, starts[chosen], b"cmap"))))
    except struct.error:
        raise NoFont("it ends too early") from None
    except OSError as error:
        raise NoFont(error.strerror or str(error)) from None


def needs_glyph(character: str) -> bool:
    """Whether a character is seen: not a line's end, a joiner, a direction mark or a variation selector."""
    if character in _LINE_ENDS or unicodedata.category(character) == "Cf":
        return False
    return not ("\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef")


def _starts(file: BinaryIO) -> tuple[int, ...]:
    """Where each face of a file begins."""
    if file.read(4) != b"ttcf":
        return (0,)
    _, count = struct.unpack(">2I", file.read(8))
    if not 0 < count <= MAX_FACES:
        raise NoFont(f"{count} faces")
    return struct.unpack(f">{count}I", file.read(4 * count))


def _table(file: BinaryIO, start: int, wanted: bytes) -> bytes:
    file.seek(start + 4)
    (tables,) = struct.unpack(">H6x", file.read(8))
    for _ in range(tables):
        tag, _, offset, length = struct.unpack(">4s3I", file.read(16))
        if tag == wanted and length <= MAX_TABLE:
            file.seek(offset)
            return file.read(length)
    raise NoFont(_MISSING[wanted])


def _family(table: bytes) -> str:
    """The family's name, in English where it is told in several languages."""
    count, texts = struct.unpack_from(">2x2H", table)
    names = []
    for number in range(count):
        platform, _, language, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if kind == 1 and platform in (0, 3):
            name = table[texts + offset : texts + offset + length].decode("utf-16-be", "replace")
            names.append((language != ENGLISH, name))
    if not names:
        raise NoFont(_MISSING[b"name"])
    return min(names)[1]


def _spans(table: bytes) -> list[Span]:
    """What the Unicode subtables of a `cmap` table map: format 12 reaches beyond 65,535, format 4 does not."""
    (count,) = struct.unpack_from(">2xH", table)
    spans: list[Span] = []
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * number)
        (form,) = struct.unpack_from(">H", table, offset)
        if platform == 0 or (platform, encoding) in ((3, 1), (3, 10)):
            spans += _groups(table, offset) if form == 12 else _segments(table, offset) if form == 4 else ()
    if not spans:
        raise NoFont("no character map")
    return spans


def _groups(table: bytes, offset: int) -> list[Span]:
    (count,) = struct.unpack_from(">12xI", table, offset)
    flat = struct.unpack_from(f">{3 * count}I", table, offset + 16)
    return list(zip(flat[::3], flat[1::3], strict=True))


def _segments(table: bytes, offset: int) -> list[Span]:
    (double,) = struct.unpack_from(">6xH", table, offset)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", table, offset + 14)
    firsts = struct.unpack_from(f">{count}H", table, offset + 16 + double)
    # The last segment is a mark of the end.
    return [(first, last) for first, last in zip(firsts, lasts, strict=True) if first <= last < 0xFFFF]
