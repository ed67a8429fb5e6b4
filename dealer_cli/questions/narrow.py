"""Located data of only those entries of a file that may hold what is looked for: parsing is what a search costs.

The other entries of the file's lists are emptied before it is parsed, their lines kept, so that
every place is still right. Whatever is not plainly a block list stays as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from dealer_cli.questions.search import Values, may_hold
from dealer_cli.reading.faults import Refused
from dealer_cli.reading.files import read_text
from dealer_cli.reading.tree import Document
from dealer_cli.reading.yaml import parse

_LIST = re.compile(r"^(?:[a-z_]+:|  list:)[ ]*\n(?:[ ]*(?:#.*)?\n)*([ ]*)- ", re.MULTILINE)


def narrowed(path: Path, root: Path, pattern: re.Pattern[str], values: Values = ()) -> Document | None:
    """The file with the entries that may hold it; None where it holds nothing. Raises `Refused`."""
    text = read_text(path, root)
    if not may_hold(text, pattern, values):
        return None
    try:
        return parse(_emptied(text, pattern, values), str(path))
    except Refused:
        # What is wrong, if anything is, is said about the whole file.
        return parse(text, str(path))


def _emptied(text: str, pattern: re.Pattern[str], values: Values) -> str:
    if "\r" in text:
        return text
    parts: list[str] = []
    done = 0
    for found in _LIST.finditer(text):
        start = found.start(1)
        if start < done:
            continue
        indent = found.group(1)
        end = _end(text, found.end(), len(indent))
        parts.append(text[done:start])
        entries = re.split(rf"(?m)^(?={indent}- )", text[start:end])
        parts += [entry if may_hold(entry, pattern, values) else "\n" * entry.count("\n") for entry in entries]
        done = end
    return "".join([*parts, text[done:]])


def _end(text: str, start: int, indent: int) -> int:
    """Where a list ends: at the first line that stands further left, or as far and is no entry."""
    left = rf"^(?![ ]*(?:#.*)?$)(?:[ ]{{0,{indent - 1}}}(?![ ])|[ ]{{{indent}}}(?![ -]))" if indent else r"^(?![ ]*(?:#.*)?$)[^ -]"
    found = re.compile(left, re.MULTILINE).search(text, start)
    return found.start() if found else len(text)
