"""A roster to people by position: every row's position is found as a person would name it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from dealer_cli.chart.numbers import post_numbers
from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.roster.people import Person, RosterFault, RosterProblem
from dealer_cli.documents.roster.rows import Row, read_rows
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.names import Ambiguous
from dealer_cli.reading.faults import Refused
from dealer_cli.reading.files import ILLEGAL

Column = Literal["position", "name", "number", "phone"]

HEADS: Mapping[Column, frozenset[str]] = {
    "position": frozenset(
        [
            "岗位",
            "职位",
            "职务",
            "岗位名称",
            "职位名称",
            "岗位编号",
            "岗位号",
            "position",
            "post",
            "role",
            "job",
            "title",
            "jobtitle",
            "postnumber",
            "positionid",
            "postno",
        ]
    ),
    "name": frozenset(["姓名", "员工姓名", "名字", "员工", "name", "fullname", "employee", "employeename", "person"]),
    "number": frozenset(
        [
            "工号",
            "员工编号",
            "员工号",
            "人员编号",
            "编号",
            "number",
            "no",
            "staffno",
            "staffnumber",
            "employeeno",
            "employeenumber",
            "employeeid",
            "id",
        ]
    ),
    "phone": frozenset(
        ["电话", "手机", "手机号", "联系电话", "电话号码", "手机号码", "phone", "mobile", "tel", "telephone", "phonenumber", "mobilephone"]
    ),
}
"""What a column's head may say; case, blanks and dots do not matter."""

_HEAD_ROWS = 10
"""Rows in which the head is looked for: a title and a date often stand above it."""


def read_roster(path: Path, scene: Scene) -> dict[str, list[Person]]:
    """The people of every position that the roster names, by the position's key, in the order of the rows.

    A position is named by its id, number, title or alias. Raises `RosterFault` with every problem found.
    """
    rows = read_rows(path)
    if not rows:
        raise RosterFault(str(path), [RosterProblem("empty")])
    at, columns, problems = _head(rows)
    if not problems:
        found: dict[str, list[Person]] = {}
        reading = _Reading(scene)
        for number, cells in rows[at + 1 :]:
            entry = {column: cells[i] if i < len(cells) else "" for column, i in columns.items()}
            if any(entry.values()):
                problems += reading.row(number, entry, found)
        if not problems:
            return found
    raise RosterFault(str(path), problems)


def _head(rows: Sequence[Row]) -> tuple[int, dict[Column, int], list[RosterProblem]]:
    """Which row is the head, and where its columns are."""
    best: tuple[int, dict[Column, int], list[RosterProblem]] | None = None
    for at, (number, cells) in enumerate(rows[:_HEAD_ROWS]):
        columns: dict[Column, int] = {}
        twice: list[RosterProblem] = []
        for i, cell in enumerate(cells):
            column = next((column for column, heads in HEADS.items() if _folded(cell) in heads), None)
            if column is not None:
                twice += [RosterProblem("two-columns", number, column)] if column in columns else []
                columns.setdefault(column, i)
        if best is None or len(columns) > len(best[1]):
            best = at, columns, twice
    assert best is not None
    at, columns, problems = best
    # The head's second name of a position (its number beside its title) is no contradiction: the first one counts.
    problems = [problem for problem in problems if problem.detail == "name"]
    needed: tuple[Column, ...] = ("position", "name")
    return at, columns, problems + [RosterProblem("no-column", rows[at][0], column) for column in needed if column not in columns]


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


class _Reading:
    """Rows read against a store; names that came before are not looked up again."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, Seat | RosterProblem] = {}
        self._rows: dict[tuple[str, str, str], int] = {}
        """In which row a person was named for a position."""
        self._numbers = {number.casefold(): key for key, number in _numbers(scene).items()}

    def row(self, number: int, entry: Mapping[Column, str], found: dict[str, list[Person]]) -> Iterator[RosterProblem]:
        """Put a person where they belong, or say what is wrong."""
        bad = next((match for text in entry.values() if (match := ILLEGAL.search(text))), None)
        if bad is not None:
            yield RosterProblem("illegal", number, f"U+{ord(bad.group()):04X}")
            return
        asked = entry["position"]
        if not asked:
            yield RosterProblem("no-position", number, entry["name"])
        if not entry["name"]:
            yield RosterProblem("no-name", number, asked)
        if not asked or not entry["name"]:
            return
        if asked not in self._known:
            self._known[asked] = self._seat(asked)
        seat = self._known[asked]
        if isinstance(seat, RosterProblem):
            yield seat._replace(row=number)
        else:
            person = Person(entry["name"], entry.get("number", ""), entry.get("phone", ""))
            first = self._rows.setdefault((seat.key, person.name, person.number), number)
            if first != number:
                yield RosterProblem("twice", number, str(first))
                return
            found.setdefault(seat.key, []).append(person)

    def _seat(self, name: str) -> Seat | RosterProblem:
        by_number = self._numbers.get(name.casefold())
        if by_number is not None:
            return self._scene.chart.seats[by_number]
        try:
            role, seats = self._scene.find(name)
        except NotFound as missing:
            return RosterProblem("unknown-position", 0, name, tuple(missing.nearest))
        except Ambiguous as several:
            return RosterProblem("ambiguous-position", 0, name, tuple(several.candidates))
        # A role that another position holds besides its own means the position of its own.
        own = [seat for seat in seats if seat.position.role == role] or seats
        if len(own) == 1:
            return own[0]
        keys = tuple(seat.key for seat in own)
        return RosterProblem("ambiguous-position", 0, name, keys) if keys else RosterProblem("unknown-position", 0, name)


def _numbers(scene: Scene) -> dict[str, str]:
    departments = scene.catalog.departments

    def department(seat: Seat) -> str:
        try:
            return scene.department(seat)
        except Refused:
            path = scene.catalog.role_path(seat.position.role)
            return path.parent.name if path else ""

    return post_numbers(scene.chart, department, lambda name: departments[name].record.code if name in departments else name.upper())
