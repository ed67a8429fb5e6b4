"""A person of a roster, and what can be wrong with one, as data; the words are chosen at the edge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple


class Person(NamedTuple):
    """Somebody who holds a position."""

    name: str
    number: str = ""
    """The number that the house gives its people."""
    phone: str = ""


Cause = Literal[
    "unreadable", "too-large", "no-format", "no-workbook", "old-workbook", "encoding", "empty", "no-column", "two-columns", "no-position",
    "unknown-position", "ambiguous-position", "no-name", "illegal", "no-calamine", "too-many", "twice",
]  # fmt: skip


class RosterProblem(NamedTuple):
    """One thing that is wrong in a roster."""

    cause: Cause
    row: int = 0
    """The row as a spreadsheet counts them; 0 for the whole file."""
    detail: str = ""
    near: tuple[str, ...] = ()
    """The nearest names, or the readings of an ambiguous one."""


class RosterFault(Exception):
    """A roster cannot be used; every reason found is named."""

    def __init__(self, path: str, problems: Iterable[RosterProblem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__(f"{path}: {', '.join(problem.cause for problem in self.problems)}")
