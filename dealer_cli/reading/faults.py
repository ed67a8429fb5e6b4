"""What is wrong with an input, as data: code, place, and what the words for people will need.

Named tuples, since every question imports this and a dataclass takes ten times as long to make.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple


class Place(NamedTuple):
    """A stretch of one line of a file; line and columns count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2
    """The first column behind the stretch."""


class Related(NamedTuple):
    """A second place that a fault points at, with the name of its caption."""

    place: Place
    caption: str


class Said(NamedTuple):
    """What an input says in two languages; a message quotes the one that it is in."""

    zh: str
    en: str

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


Param = str | int | float | tuple[str, ...] | Said


class Fault(NamedTuple):
    """One thing that is wrong.

    `code` names the rule or the reading limit, `params` what its message mentions. Words are
    chosen at the edge (`language`), so that one fault reads in every language.
    """

    code: str
    place: Place
    params: Mapping[str, Param] = MappingProxyType({})
    related: tuple[Related, ...] = ()
    entities: tuple[str, ...] = ()
    """What it is about, by stable names: the part of its fingerprint that outlives line numbers."""
    variant: str = ""
    """Which of the rule's wordings fits; empty for the usual one."""
    severity: Literal["", "error", "warning", "note"] = ""
    """The weight that the input itself asks for; empty for the rule's."""


class Refused(Exception):
    """The only exception that leaves reading and model: an input cannot be used.

    `faults` holds every reason found, at least one.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.place.path}:{f.place.line}: {f.code}" for f in self.faults))
