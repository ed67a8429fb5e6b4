"""What a person types to what the catalog calls it: ids, titles and aliases, in any case and width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.role import RoleHead


class Ambiguous(Exception):
    """A name that fits several; `candidates` are their ids."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates


def normal(name: str) -> str:
    """A name as names are compared: NFKC, no case, single blanks, none beside Chinese characters."""
    text = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    if text.isascii() or " " not in text:
        return text
    parts = text.split(" ")
    joined = parts[0]
    for part in parts[1:]:
        joined += part if not (joined[-1].isascii() and part[0].isascii()) else " " + part
    return joined


def titles_of(head: RoleHead, store: str | None = None) -> Iterator[str]:
    """Title and aliases of a role; an alias that holds in named stores only there."""
    if head.title.zh:
        yield head.title.zh
    if head.title.en:
        yield head.title.en
    for alias in head.aliases:
        if isinstance(alias, str):
            yield alias
        elif store is None or store in alias.stores:
            yield alias.name


def find_role(catalog: Catalog, name: str, store: str | None = None) -> str:
    """The id of the role that a name means: its id, a title, an alias.

    Raises `NotFound` with the nearest three, and `Ambiguous` where several roles carry the name.
    """
    asked = normal(name)
    if catalog.role_path(asked) is not None:
        return asked
    titles: dict[str, set[str]] = {}
    aliases: dict[str, set[str]] = {}
    for role in catalog.role_ids():
        head = catalog.role_head(role).record
        for title in (head.title.zh, head.title.en):
            if title:
                titles.setdefault(normal(title), set()).add(role)
        for alias in titles_of(head, store):
            aliases.setdefault(normal(alias), set()).add(role)
    found = titles.get(asked) or aliases.get(asked)
    if not found:
        found = _printed(catalog, asked)
    if not found:
        raise NotFound(name, _nearest(asked, aliases | {role: {role} for role in catalog.role_ids()}))
    if len(found) > 1:
        raise Ambiguous(name, tuple(sorted(found)))
    return found.pop()


def _printed(catalog: Catalog, asked: str) -> set[str]:
    """The roles that a title means which the sources print and no role carries."""
    for entry in catalog.printed_titles():
        title = entry.record
        if normal(title.title) == asked:
            return {title.role} if title.role else set(title.roles)
    return set()


def _nearest(asked: str, names: dict[str, set[str]]) -> tuple[str, ...]:
    from difflib import SequenceMatcher

    scores: dict[str, float] = {}
    matcher = SequenceMatcher(b=asked)
    for name, roles in names.items():
        matcher.set_seq1(name)
        score = matcher.ratio() + (0.3 if asked in name else 0)
        for role in roles:
            scores[role] = max(score, scores.get(role, 0))
    best = sorted(scores, key=lambda role: (-scores[role], role))[:3]
    return tuple(role for role in best if scores[role] > 0.45)
