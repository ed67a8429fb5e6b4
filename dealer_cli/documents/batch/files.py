"""Pictures to files: every position in every format, each file whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dealer_cli.documents.printing.formats import Render
from dealer_cli.writing.files import write_below

LONGEST = 80
"""Characters of a file's name without its end: 240 bytes of Chinese, under the 255 of most file systems."""

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
"""What Windows or Linux refuses in a name, and what hides or turns its letters."""


def print_all(pictures: Iterable[Mapping[str, Any]], renders: Mapping[str, Render], folder: Path) -> Iterator[Path]:
    """Write every picture in every format below a folder; each file is given back when it is written."""
    used: set[str] = set()
    for picture in pictures:
        name = _fresh(file_name(f"{picture['post']['number']} {picture['post']['title']}"), used)
        for form, render in renders.items():
            yield write_below(folder, f"{name}.{form}", render(picture))


def file_name(text: str) -> str:
    """A text as a file's name on every system."""
    name = " ".join(_REFUSED.sub("-", text).split())[:LONGEST].strip(" .")
    return name or "-"


def _fresh(name: str, used: set[str]) -> str:
    # Windows and macOS take names that differ in case only for the same file.
    fresh, count = name, 1
    while fresh.casefold() in used:
        count += 1
        fresh = f"{name} ({count})"
    used.add(fresh.casefold())
    return fresh
