"""Foreign text made safe: one function a medium. Whatever a file, a name or a key says goes through here.

JSON, CSV and Markdown, which also have a shape of their own, are in `exchange`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
    # A CI obeys `::error` at the beginning of a line, and blanks before it do not count; a long
    # text may wrap anywhere. It obeys `##[error]` and `##vso[task]` even in the middle of a line.
    "|:(?=:)|#(?=[A-Za-z]*\\[)"
)
"""Controls, escapes, bidi marks, and characters of no width: what could move a cursor or hide a letter; and commands to a CI."""

_SHAPELESS = frozenset("\u115f\u1160\u3164" + "".join(map(chr, range(0xFE00, 0xFE10))))
"""The characters among them that Unicode calls printable."""

_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 cannot hold, and the controls that it discourages."""

DIRECTIONS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
"""What opens a direction of writing, to what closes it."""

LONGEST = 80
"""Characters of a quoted value in a message."""


def show(text: str) -> str:
    """A foreign text for a terminal: what has no shape of its own is written out as `\\x1b`, `\\u202e`."""
    # Most texts hold nothing of the kind; compiling the pattern for them would be felt in every question.
    if text.isprintable() and "::" not in text and "#" not in text and _SHAPELESS.isdisjoint(text):
        return text
    return re.sub(_UNSAFE, _escape, text)


def show_parts(text: str, *cuts: int) -> list[str]:
    """A text as `show` writes it, cut at places of the text as it was: nothing unsafe arises at a cut."""
    return list(_parts(text, [*cuts, len(text)]))


def quote(text: str, longest: int = LONGEST) -> str:
    """A foreign value inside a message: safe, and cut when it is long, which is then visible."""
    safe = show(text)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


def closed(text: str) -> str:
    """A foreign text for a page: a direction of writing that it opens ends with it, not with the line. The same text where none is open."""
    # Few texts hold a mark at all, and these questions are asked of every text of a document.
    if text.isprintable() or DIRECTIONS.keys().isdisjoint(text):
        return text
    due: list[str] = []
    for character in text:
        if character in DIRECTIONS:
            due.append(DIRECTIONS[character])
        elif due and character == due[-1]:
            due.pop()
        elif character == "\u2069" in due:
            # The end of an isolate ends what was opened in it.
            while due.pop() != character:
                pass
    return text + "".join(reversed(due)) if due else text


def xml_text(text: str) -> str:
    """A foreign text for XML, not yet escaped as markup: what XML cannot hold is written out."""
    return re.sub(_NOT_XML, _escape, text)


def command_value(text: str) -> str:
    """The value of a GitHub workflow command; the runner decodes it, so nothing is lost."""
    # A file's name may hold bytes that are no UTF-8.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property of a GitHub workflow command, which ends at a colon or a comma."""
    return command_value(text).replace(":", "%3A").replace(",", "%2C")


def uri_path(path: str) -> str:
    """A relative path with forward slashes as a URI reference: its bytes, percent-encoded."""
    from urllib.parse import quote as percent

    return percent(os.fsencode(path), safe="/")


def _parts(text: str, ends: list[int]) -> Iterator[str]:
    start, part = 0, ""
    for match in re.finditer(_UNSAFE, text):
        while ends and ends[0] <= match.start():
            yield part + text[start : ends[0]]
            start, part = ends.pop(0), ""
        part += text[start : match.start()] + _escape(match)
        start = match.end()
    for end in ends:
        yield part + text[start:end]
        start, part = end, ""


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
