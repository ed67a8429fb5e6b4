"""What the files of documents are called: by the house's pattern, on every system, no two the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LONGEST = 80
"""Characters of a file's name without its end: 240 bytes of Chinese, under the 255 of most file systems."""

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
"""What Windows or Linux refuses in a name, and what hides or turns its letters."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""

_WORD = re.compile(r"\$([a-z]+)")

_PLACE = LONGEST // 4
"""Characters that are left for a name before its tail, however long that is."""


def document_name(picture: Mapping[str, Any], pattern: str, lang: str, layout: str = "jd") -> str:
    """What the file of a document is called, without its end: by a pattern of the house, else as the picture says.

    A letter says what it is and whose even where the pattern does not: it lies in one folder with the
    job description, and with those of the position's other people.
    """
    document, post = picture["document"], picture.get("post")
    if not pattern or not post:
        return file_name(document["name"])
    person = picture.get("person", {}).get("name", "")
    told = set(_WORD.findall(pattern))
    own = {"layout": picture["labels"]["title"], "name": person} if layout != "jd" else {}
    words = {
        "number": post["number"],
        "title": post["title"],
        "department": post["department"],
        "version": document["version"],
        "prefix": document["prefix"],
        "layout": picture["labels"]["title"],
        "name": person,
        "lang": lang,
    }
    return file_name(_WORD.sub(lambda match: words[match[1]], pattern), " ".join(text for word, text in own.items() if word not in told))


def file_name(text: str, tail: str = "") -> str:
    """A text as a file's name on every system; one that is too long is cut before its tail."""
    tail = _cut(_plain(tail), LONGEST - _PLACE)
    name = f"{_cut(_plain(text), LONGEST - len(tail) - 1)} {tail}" if tail else _cut(_plain(text), LONGEST)
    name = name.strip(" .")
    return f"-{name}" if _RESERVED.fullmatch(name) else name or "-"


def _cut(text: str, longest: int) -> str:
    """As much of a text as fits: whole words where they are Latin and not longer than half of it."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    torn = re.search(r"(?<= )[\x21-\x7e]+$", cut) if text[longest] != " " else None
    return (cut[: torn.start()] if torn and torn.start() > longest // 2 else cut).strip()


def _plain(text: str) -> str:
    # A colon before a blank only parts words, as the blank does.
    return " ".join(_REFUSED.sub("-", text.replace(": ", " ")).split())


class Names:
    """The names that a folder has given away."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def fresh(self, folder: str, name: str) -> str:
        """The name, with a number behind it if the folder has given it away already."""
        # Windows and macOS take names that differ in case only for the same file.
        fresh, count = name, 1
        while f"{folder}/{fresh}".casefold() in self._used:
            count += 1
            fresh = f"{name} ({count})"
        self._used.add(f"{folder}/{fresh}".casefold())
        return fresh
