"""Files to text: regular files below a folder only, bounded, strictly UTF-8, no character that XML cannot hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from dealer_cli.reading.bounds import MAX_BYTES
from dealer_cli.reading.faults import Fault, Place, Refused

if TYPE_CHECKING:
    import re

_PATTERN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
_CONTROLS = bytes((*range(9), *range(11, 32), 127))
_FIRST_BYTES = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb\xbf", b"\xef\xbf")
"""How the others begin in UTF-8; U+FFFD and the middle dot begin so too, and are let pass by the pattern."""


class _Illegal:
    """What XML 1.0 cannot hold, the C1 controls, byte order marks inside, and the line breaks that YAML and editors count differently."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first such character of a text that has any."""
        # Seen in bytes ten times faster than in the text; few texts need the pattern, or that it is compiled.
        if _surely_legal(text):
            return None
        import re

        return re.compile(_PATTERN).search(text)


def _surely_legal(text: str) -> bool:
    """Whether no byte of a text in UTF-8 can belong to an illegal character."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return False
    return len(data.translate(None, _CONTROLS)) == len(data) and not any(first in data for first in _FIRST_BYTES)


ILLEGAL = _Illegal()


def read_text(path: Path, root: Path | None = None) -> str:
    """The text of a file, without its byte order mark.

    `root`: a link may not lead out of this folder. Raises `Refused` for whatever is no readable
    regular file, is too large, or is not UTF-8.
    """
    shown = str(path)
    data = _bytes(path, shown, root)
    if len(data) > MAX_BYTES:
        raise Refused([Fault("Y002", Place(shown), {"limit": MAX_BYTES // 1024})])
    return _decoded(data, shown)


def read_beginning(path: Path, root: Path, most: int) -> tuple[str, bool]:
    """The first lines of a file, of `most` bytes together, and whether they are all it has.

    Raises `Refused` like `read_text`, for what these lines hold.
    """
    shown = str(path)
    data = _bytes(path, shown, root, most)
    whole = len(data) < most
    return _decoded(data if whole else data[: data.rfind(b"\n") + 1], shown), whole


def read_bytes(path: Path, root: Path, most: int) -> bytes:
    """The first bytes of a regular file below a folder. Raises `Refused` where there is none, or a link leads out."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise Refused([Fault("Y001", Place(str(path)), {"target": os.path.realpath(path)}, variant="outside")])
    return _bytes(path, str(path), root, most)


def _bytes(path: Path, shown: str, root: Path | None, most: int = MAX_BYTES + 1) -> bytes:
    if root is not None and path.is_symlink():
        # realpath of a loop returns a path inside; opening it then fails with ELOOP below.
        target = os.path.realpath(path)
        if not Path(target).is_relative_to(os.path.realpath(root)):
            raise Refused([Fault("Y001", Place(shown), {"target": target}, variant="outside")])
    try:
        # O_NONBLOCK: opening a FIFO for reading would otherwise wait for a writer for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise Refused([_unreadable(shown, error)]) from None
    try:
        kind = os.fstat(handle).st_mode
        if not stat.S_ISREG(kind):
            variant = "folder" if stat.S_ISDIR(kind) else "special"
            raise Refused([Fault("Y001", Place(shown), variant=variant)])
        parts = []
        left = most
        while left and (part := os.read(handle, left)):
            parts.append(part)
            left -= len(part)
    except OSError as error:
        raise Refused([_unreadable(shown, error)]) from None
    finally:
        os.close(handle)
    return b"".join(parts)


def _unreadable(shown: str, error: Exception) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault("Y001", Place(shown), variant="link" if os.path.islink(shown) else "missing")
    if isinstance(error, IsADirectoryError):
        return Fault("Y001", Place(shown), variant="folder")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Fault("Y001", Place(shown), {"reason": reason})


def _decoded(data: bytes, shown: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused([Fault("Y003", Place(shown), {"encoding": "UTF-16"}, variant="named")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused([_undecodable(data, shown, error)]) from None
    if bad := ILLEGAL.search(text):
        raise Refused([Fault("Y004", place_at(text, bad.start(), shown), {"character": f"U+{ord(bad.group()):04X}"})])
    return text


def _undecodable(data: bytes, shown: str, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start].decode("utf-8-sig", "replace")
    place = place_at(before, len(before), shown)
    bad = f"0x{data[error.start]:02X}"
    if b"\x00" not in data:
        try:
            data.decode("gb18030")
            return Fault("Y003", place, {"byte": bad, "encoding": "GBK"}, variant="looks")
        except UnicodeDecodeError:
            pass
    return Fault("Y003", place, {"byte": bad})


def place_at(text: str, index: int, shown: str) -> Place:
    """The place of a character, by its index in the text."""
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Place(shown, line, column, column + 1)
