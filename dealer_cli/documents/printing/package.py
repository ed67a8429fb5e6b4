"""Zip files whose entries were packed before: most parts of a Word document are the same in every one.

Python's `zipfile` reads the directory of what it appends to, and writes it anew for each document, which
is a seventh of a document's time. Here an entry is two pieces of bytes: the one that stands in the file,
and its line in the directory at the end. Source: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s2B5H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_VERSION = 20
_UNIX = 3
_UTF8 = 0x800
_DEFLATED = 8
_MIDNIGHT, _DAY = 0, 0x21
"""1980-01-01: nothing in the file tells when it was made."""
_MINE = 0o600 << 16

_LEVEL = 2
"""Of zlib: 6 takes twice the time for a tenth less."""

_FIRST = "[Content_Types].xml"
"""Word writes it first; some readers expect it there."""


class Entries(NamedTuple):
    """Packed entries, as they stand one behind the other in a file."""

    bodies: bytes
    lines: tuple[tuple[int, bytes, bytes], ...]
    """Where each begins in `bodies`, and its line of the directory before and behind that number."""


NONE = Entries(b"", ())


def packed(parts: Mapping[str, bytes]) -> Entries:
    """Parts of less than 4 GB, by their names."""
    bodies: list[bytes] = []
    lines = []
    at = 0
    for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
        body, before, behind = _entry(name, parts[name])
        lines.append((at, before, behind))
        bodies.append(body)
        at += len(body)
    return Entries(b"".join(bodies), tuple(lines))


def file_of(groups: Iterable[Entries]) -> bytes:
    """A zip file of these entries, in their order."""
    bodies: list[bytes] = []
    directory: list[bytes] = []
    count = start = 0
    for group in groups:
        for at, before, behind in group.lines:
            directory += [before, (start + at).to_bytes(4, "little"), behind]
        bodies.append(group.bodies)
        start += len(group.bodies)
        count += len(group.lines)
    index = b"".join(directory)
    return b"".join([*bodies, index, _END.pack(b"PK\5\6", 0, 0, count, count, len(index), start, 0)])


def _entry(name: str, data: bytes) -> tuple[bytes, bytes, bytes]:
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    body = press.compress(data) + press.flush()
    called = name.encode()
    flags = 0 if name.isascii() else _UTF8
    facts = (_VERSION, flags, _DEFLATED, _MIDNIGHT, _DAY, zlib.crc32(data), len(body), len(data), len(called), 0)
    local = _LOCAL.pack(b"PK\3\4", *facts) + called
    line = _CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, *facts, 0, 0, 0, _MINE, 0)
    return local + body, line[:-4], called
