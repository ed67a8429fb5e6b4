"""One entry of a long list, read without the others: for a question that names a few terms of many."""

from __future__ import annotations

import re


def entry_excerpt(text: str, key: str, name: str) -> str | None:
    """A text of the same line numbers that holds only the entry `name` of the list `key`.

    Only for the plain shape in which vocabularies are written: the key alone on its line, entries
    that begin with `  - id: <name>`. Anything else, and a name that stands twice, gives None: then
    the whole file has to be read.
    """
    head = _line_start(text, f"{key}:\n")
    begin = f"\n  - id: {name}\n"
    start = text.find(begin)
    if head is None or start < head or text.find(begin, start + 1) >= 0:
        return None
    start += 1
    following = re.compile(r"^(?:  - |[^\s#])", re.MULTILINE).search(text, start + 1)
    end = following.start() if following else len(text)
    gap = text.count("\n", head + len(key) + 2, start)
    return "\n" * text.count("\n", 0, head) + f"{key}:\n" + "\n" * gap + text[start:end]


def _line_start(text: str, line: str) -> int | None:
    """Where a line begins that stands once in the text."""
    if text.startswith(line):
        return 0
    found = text.find(f"\n{line}")
    return found + 1 if found >= 0 else None
