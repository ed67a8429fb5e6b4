"""A name and how names are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

ID, OWN, TITLE, ALIAS, SEVERAL, ELSEWHERE = range(6)
"""What beats what: an id; a name that the store itself gives; a title; an alias, or a title that a source prints;
a printed title that means several, which is no name to find a part of; one that means this in another store's passage,
which is no better than a part of a name."""

_MARKS = str.maketrans("", "", "《》〈〉")
"""Around the name of a form; nobody types them."""


class Name(NamedTuple):
    """One name of one thing."""

    of: str
    """The id of what it names."""
    text: str
    """As it is written."""
    key: str
    """As it is compared."""
    rank: int
    """Which kind of name it is."""
    stores: tuple[str, ...] = ()
    """The only stores in which it holds; none named: everywhere."""


def named(of: str, text: str, rank: int, stores: tuple[str, ...] = ()) -> Name:
    """A name, ready to be compared."""
    return Name(of, text, normal(text), rank, stores)


@lru_cache(8192)
def normal(name: str) -> str:
    """A name as names are compared: NFKC, no case, no 《》, single blanks, none beside Chinese characters."""
    if name.isascii():
        return " ".join(name.lower().split())
    text = " ".join(unicodedata.normalize("NFKC", name).casefold().translate(_MARKS).split())
    if " " not in text:
        return text
    parts = text.split(" ")
    joined = parts[0]
    for part in parts[1:]:
        joined += part if not (joined[-1].isascii() and part[0].isascii()) else " " + part
    return joined


def squeezed(text: str) -> str:
    """A text without blanks and 《》: if a name stands in it, the squeezed name stands in the squeezed text."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_MARKS).split())


def in_store(names: tuple[Name, ...], store: str | None) -> list[Name]:
    """The names that hold in a store; one that holds there only is its own. Without a store all hold."""
    if store is None:
        return list(names)
    return [name if not name.stores else name._replace(rank=OWN) for name in names if not name.stores or store in name.stores]


def best_of(names: list[Name]) -> list[str]:
    """The ids that the names of the best kind name. An alias does not beat a title that the sources use for several."""
    best = min((name.rank for name in names), default=ID)
    last = SEVERAL if best == ALIAS else best
    return list(dict.fromkeys(name.of for name in names if name.rank <= last))
