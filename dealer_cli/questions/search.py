"""What a text is looked for with: one pattern for scanning whole files and for marking the place in a text."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dealer_cli.reading.files import read_text

if TYPE_CHECKING:
    from dealer_cli.model.catalog import Catalog

VOCABULARIES = ("functions", "kpis", "records", "systems", "departments", "externals", "clauses", "segregation", "statutory")
"""The files beside roles and policies that hold texts."""

Values = Sequence[dict[str, str]]
"""A store's values, one table a language."""


def pattern_of(asked: str) -> re.Pattern[str]:
    """A pattern for a text in any case and width, however its blanks are broken over lines."""
    typed = asked.strip()
    ways = dict.fromkeys((_loose(unicodedata.normalize("NFKC", typed)), _loose(typed)))
    return re.compile("|".join(ways))


def _loose(text: str) -> str:
    return r"\s+".join("".join(_character(character) for character in word) for word in text.split())


def _character(character: str) -> str:
    # Classes instead of IGNORECASE: a pattern that begins with a Chinese character is then found ten times as fast.
    if character == "'":
        # How a single-quoted text of YAML writes it.
        return "(?:'{1,2}|＇)"
    ways = {character, character.lower(), character.upper()}
    ways |= {chr(ord(way) + 0xFEE0) for way in ways if "!" <= way <= "~"}
    return re.escape(character) if len(ways) == 1 else "[" + "".join(re.escape(way) for way in sorted(ways) if len(way) == 1) + "]"


def role_files(catalog: Catalog, pattern: re.Pattern[str], values: Values = ()) -> Iterator[str]:
    """The ids of roles whose files may hold what the pattern means; they are scanned, not parsed."""
    for role in catalog.role_ids():
        path = catalog.role_path(role)
        if path is not None and may_hold(read_text(path), pattern, values):
            yield role


def policy_files(catalog: Catalog, pattern: re.Pattern[str], values: Values = ()) -> Iterator[str]:
    """The same for policies."""
    for policy in catalog.policy_ids():
        if may_hold(read_text(layered(catalog, f"policies/{policy}.yaml")), pattern, values):
            yield policy


def vocabulary_files(catalog: Catalog, pattern: re.Pattern[str], values: Values = ()) -> Iterator[str]:
    """The same for vocabularies."""
    for name in VOCABULARIES:
        if any(may_hold(read_text(path), pattern, values) for path in vocabulary_paths(catalog, name)):
            yield name


def vocabulary_paths(catalog: Catalog, name: str) -> list[Path]:
    """The files of a vocabulary, the one that wins last."""
    paths = [layer / f"{name}.yaml" for layer in reversed(catalog.layers)]
    return [path for path in paths if os.path.lexists(path)]


def may_hold(text: str, pattern: re.Pattern[str], values: Values = ()) -> bool:
    """Whether the text of a file, or a part of it, may hold what the pattern means, once it is parsed."""
    # A backslash can write any character of a double-quoted text in another way.
    if "\\" in text or pattern.search(text):
        return True
    if not values or "$" not in text:
        return False
    from dealer_cli.model.values import fill

    return any(pattern.search(fill(text, table)) for table in values)


def layered(catalog: Catalog, name: str) -> Path:
    """A file of the catalog by its name in it: the user's, else the built-in one."""
    return next((layer / name for layer in catalog.layers if os.path.lexists(layer / name)), catalog.folder / name)


def within(catalog: Catalog, path: str) -> str:
    """A file's name in its catalog, which is the same on every machine."""
    for layer in catalog.layers:
        if Path(path).is_relative_to(layer):
            return Path(path).relative_to(layer).as_posix()
    return path
