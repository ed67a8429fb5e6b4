"""Foreign text made safe: one function a medium. Whatever a file, a name or a key says goes through here."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls, escapes, bidi marks, and characters of no width: what could move a cursor or hide a letter."""

LONGEST = 80
"""Characters of a quoted value in a message."""


def show(text: str) -> str:
    """A foreign text for a terminal: what has no shape of its own is written out as `\\x1b`, `\\u202e`."""
    return _UNSAFE.sub(_escape, text)


def quote(text: str, longest: int = LONGEST) -> str:
    """A foreign value inside a message: safe, and cut when it is long, which is then visible."""
    safe = show(text)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
