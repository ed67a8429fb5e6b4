"""What a text is looked for with: one pattern for scanning whole files and for marking the place in a text."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dealer_cli.reading.files import read_text

if TYPE_CHECKING:
    from dealer_cli.model.catalog import Catalog

VOCABULARIES = ("functions", "kpis", "records", "systems", "departments", "externals", "clauses", "segregation", "statutory")
"""The files beside roles and policies that hold texts."""


def pattern_of(asked: str) -> re.Pattern[str]:
    """A pattern for a text in any case and width, however its blanks are broken over lines."""
    typed = asked.strip()
    ways = dict.fromkeys((_loose(unicodedata.normalize("NFKC", typed)), _loose(typed)))
    return re.compile("|".join(ways), re.IGNORECASE)


def _loose(text: str) -> str:
    return r"\s+".join("".join(_character(character) for character in word) for word in text.split())


def _character(character: str) -> str:
    if character == "'":
        # How a single-quoted text of YAML writes it.
        return "(?:'{1,2}|＇)"
    if "!" <= character <= "~":
        return f"[{re.escape(character)}{chr(ord(character) + 0xFEE0)}]"
    return re.escape(character)


def role_files(catalog: Catalog, pattern: re.Pattern[str], values: dict[str, str] | None = None) -> Iterator[str]:
    """The ids of roles whose files may hold what the pattern means; they are scanned, not parsed."""
    for role in catalog.role_ids():
        path = catalog.role_path(role)
        if path is not None and may_hold(path, pattern, values):
            yield role


def policy_files(catalog: Catalog, pattern: re.Pattern[str], values: dict[str, str] | None = None) -> Iterator[str]:
    """The same for policies."""
    for policy in catalog.policy_ids():
        if may_hold(layered(catalog, f"policies/{policy}.yaml"), pattern, values):
            yield policy


def vocabulary_files(catalog: Catalog, pattern: re.Pattern[str], values: dict[str, str] | None = None) -> Iterator[str]:
    """The same for vocabularies."""
    for name in VOCABULARIES:
        paths = [layer / f"{name}.yaml" for layer in catalog.layers]
        if any(os.path.lexists(path) and may_hold(path, pattern, values) for path in paths):
            yield name


def may_hold(path: Path, pattern: re.Pattern[str], values: dict[str, str] | None = None) -> bool:
    """Whether a file may hold what the pattern means, once it is parsed."""
    from dealer_cli.model.values import fill

    text = read_text(path)
    # A backslash can write any character of a double-quoted text in another way.
    return "\\" in text or pattern.search(fill(text, values) if values else text) is not None


def layered(catalog: Catalog, name: str) -> Path:
    """A file of the catalog by its name in it: the user's, else the built-in one."""
    return next((layer / name for layer in catalog.layers if os.path.lexists(layer / name)), catalog.folder / name)


def within(catalog: Catalog, path: str) -> str:
    """A file's name in its catalog, which is the same on every machine."""
    for layer in catalog.layers:
        if Path(path).is_relative_to(layer):
            return Path(path).relative_to(layer).as_posix()
    return path
