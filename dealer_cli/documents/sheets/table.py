"""What a sheet is, whichever format prints it: head, columns, rows, what is filled in and what is computed.

No cell knows its address. A formula names columns in braces, `{actual}` for the cell of its own
row, `{score:all}` for all rows of the table, `{score:group}` for those since the last total; whoever
lays the table out puts the addresses in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal, TypeVar, Union

Scalar = str | int | float | None

Tone = Literal["good", "warn", "bad", "strong", "medium", "light", "faint"]
"""What a colour means; every tone also differs in grey or in its letters."""

Kind = Literal["text", "number", "count", "percent", "percent-whole", "share", "score", "points", "change", "date", "choice"]
"""How a value is written: `share` is a number followed by %, `percent` a ratio shown as one, `points` a weighted score."""


@dataclass(frozen=True)
class Formula:
    """A computed cell."""

    text: str
    value: Scalar = ""
    """What it comes to while nothing is filled in: what viewers show that do not compute."""


@dataclass(frozen=True)
class Input:
    """A cell that somebody fills in; all others are protected."""

    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    least: int | None = None


@dataclass(frozen=True)
class Toned:
    """A text with a colour behind it."""

    text: str
    tone: Tone


@dataclass(frozen=True)
class Written:
    """A number that is written otherwise than its column's."""

    value: float
    kind: Kind


Content = Union[Scalar, Formula, Input, Toned, Written]


@dataclass(frozen=True)
class Highlight:
    """A colour under a condition, which never holds for an empty cell."""

    condition: str
    """A formula as in `Formula`, about a cell of the column."""
    tone: Tone


@dataclass(frozen=True)
class Column:
    """A column."""

    id: str
    """Its stable name, in formulas, CSV and JSON."""
    label: str
    width: float
    """In characters of Latin text."""
    kind: Kind = "text"
    centred: bool = False
    band: str = ""
    """What stands above it and its neighbours of the same band."""
    upright: bool = False
    """Whether the heading stands on its side."""
    highlights: tuple[Highlight, ...] = ()
    quiet_again: bool = False
    """Whether a text is paler where the row above has the same."""


@dataclass(frozen=True)
class Row:
    """A row of the table; `group` is a heading across it, `total` sums up the rows above."""

    cells: tuple[Content, ...]
    kind: Literal["row", "group", "total"] = "row"


@dataclass(frozen=True)
class Fact:
    """A label with what stands beside it, above or below the table."""

    label: str
    value: str | Input | Formula
    id: str = ""


@dataclass(frozen=True)
class Control:
    """What makes a sheet a controlled document."""

    number: str
    version: str
    effective: str
    lang: str


@dataclass(frozen=True)
class Sheet:
    """One sheet."""

    id: str
    """What it is about: a position's name in the store, or the kind of sheet."""
    tab: str
    title: str
    store: str
    control: Control
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    legend: str = ""
    """What its letters mean: stands above the headings, and is repeated with them."""
    signatures: tuple[str, ...] = ()
    paper: Literal["A3", "A4"] = "A4"
    landscape: bool = True
    smallest: float = 0.64
    """How small it may be printed to save a page, of ten points."""
    frozen: int = 0
    """Columns that stay in sight."""
    filtered: bool = False
    """Whether the headings choose rows: one position's, one department's."""
    keys: tuple[tuple[str, str], ...] = ()
    """Columns that a list of several sheets begins with, and this one's values."""
    result: str = ""
    """The fact whose figure stands for the whole sheet."""


def plain(content: Content | str) -> Scalar:
    """A cell as data: what is filled in or computed later is empty."""
    if isinstance(content, Formula):
        return None if content.value == "" else content.value
    if isinstance(content, Input):
        return None
    if isinstance(content, Written):
        return content.value
    return content.text or None if isinstance(content, Toned) else content


def data_rows(sheet: Sheet) -> Iterator[tuple[Scalar, ...]]:
    """The rows that say something of their own, as data, each with the group that it stands in."""
    group = ""
    for row in sheet.rows:
        if row.kind == "group":
            group = str(plain(row.cells[0]) or "")
        elif row.kind == "row":
            yield (*(value for _, value in sheet.keys), *([group] if grouped(sheet) else []), *(plain(cell) for cell in row.cells))


def data_columns(sheet: Sheet) -> list[str]:
    """The names of the columns of `data_rows`."""
    return [*(name for name, _ in sheet.keys), *(["group"] if grouped(sheet) else []), *(column.id for column in sheet.columns)]


def grouped(sheet: Sheet) -> bool:
    """Whether rows stand under headings of their own."""
    return any(row.kind == "group" for row in sheet.rows)


T = TypeVar("T")

TWO_UPRIGHT = 4.4
"""The width of a column under an upright heading of two lines."""

_ONE_LINE = frozenset({"tab", "title", "store", "keys", "choices"})
"""Fields in which two languages stand in one line."""

_SAME = frozenset({"id", "kind", "tone", "text", "condition", "lang", "paper"})


def both(zh: T, en: T, field: str = "") -> T:
    """Two drawings of one thing, leaf by leaf: what is equal once, what differs Chinese first."""
    if zh == en or field in _SAME or isinstance(zh, Formula):
        # A formula comes to one text, in the first language.
        return zh
    if isinstance(zh, str) and isinstance(en, str):
        if not zh or not en:
            return zh or en
        return f"{zh}{' ' if field in _ONE_LINE else chr(10)}{en}"  # type: ignore[return-value]
    if isinstance(zh, (int, float)) and isinstance(en, (int, float)):
        return max(zh, en)
    if isinstance(zh, tuple) and isinstance(en, tuple):
        if field == "notes":
            # A note may be due in one language only.
            return tuple(both(one, two, field) for one, two in zip_longest(zh, en, fillvalue=""))  # type: ignore[return-value]
        return tuple(both(one, two, field) for one, two in zip(zh, en, strict=True))  # type: ignore[return-value]
    if dataclasses.is_dataclass(zh):
        parts: dict[str, Any] = {
            part.name: both(getattr(zh, part.name), getattr(en, part.name), part.name) for part in dataclasses.fields(zh)
        }
        if isinstance(zh, Column) and zh.upright and "\n" in parts["label"]:
            parts["width"] = max(parts["width"], TWO_UPRIGHT)
        return dataclasses.replace(zh, **parts)  # type: ignore[type-var]
    return zh


def filled(row: Mapping[str, Content], columns: Sequence[Column]) -> Row:
    """A row from its cells by column; what is not named stays empty."""
    return Row(tuple(row.get(column.id) for column in columns))
