"""Where everything of a sheet stands: rows from the title down, and the addresses that formulas need."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dealer_cli.documents.sheets.table import Row, Sheet

_NAME = re.compile(r"\{([a-z_]+)(?::(all|group))?\}")

TITLE = 30.0
"""Points of the title's row."""

PAIR = 40
"""The least width of a label with its value, in characters."""

LINE = 13.5
"""Points of a line of text."""

ROOM = 3.5
"""Points above and below the text of a row."""

HIGHEST = 400.0
"""Points of a row; Excel takes 409."""


@dataclass(frozen=True)
class Grid:
    """The places of a sheet, counted from 0."""

    title: int
    facts: tuple[int, ...]
    band: int
    """The row above the headings; -1 for none."""
    head: int
    rows: tuple[int, ...]
    notes: tuple[int, ...]
    noted: tuple[tuple[str, float], ...]
    """The notes with the heights that they need: merged cells do not grow by themselves."""
    signatures: tuple[int, ...]
    last: int
    pairs: int
    """Labels with values in one row."""
    spans: tuple[tuple[int, int], ...]
    """First and last column of every label and value of such a row."""
    bands: tuple[tuple[int, int, str], ...]
    head_height: float
    fact_heights: tuple[float, ...]
    row_heights: tuple[float, ...]
    columns: dict[str, int]
    kinds: tuple[str, ...]

    @property
    def height(self) -> float:
        """Points of all rows."""
        head = TITLE + (LINE if self.band >= 0 else 0.0) + self.head_height
        return head + sum((*self.row_heights, *self.fact_heights, *(height for _, height in self.noted)))

    def addressed(self, text: str, row: int) -> str:
        """A formula with addresses in place of the names of columns."""
        return _NAME.sub(lambda match: self._address(match.group(1), match.group(2), row), text)

    def _address(self, name: str, reach: str | None, row: int) -> str:
        letters = column_letters(self.columns[name])
        if reach is None:
            return f"${letters}{row + 1}"
        first, last = self.rows[0], self.rows[-1]
        if reach == "group":
            at = self.rows.index(row)
            first = next((self.rows[i + 1] for i in range(at - 1, -1, -1) if self.kinds[i] != "row"), first)
            last = row - 1
        elif reach == "all":
            counted = [number for number, kind in zip(self.rows, self.kinds, strict=True) if kind == "row"]
            first, last = counted[0], counted[-1]
        return f"${letters}${first + 1}:${letters}${last + 1}"


def laid_out(sheet: Sheet) -> Grid:
    """The places of a sheet's parts."""
    widths = [column.width for column in sheet.columns]
    pairs = max(1, min(3, int(sum(widths) // PAIR), len(widths) // 2))
    spans = _spans(widths, pairs)
    at = 1
    facts = tuple(range(at, at + math.ceil(len(sheet.facts) / pairs)))
    at += len(facts)
    banded = any(column.band for column in sheet.columns)
    band = at if banded else -1
    head = at + (1 if banded else 0)
    rows = tuple(range(head + 1, head + 1 + len(sheet.rows)))
    at = head + 1 + len(rows)
    notes = tuple(range(at, at + len(sheet.notes)))
    at += len(notes)
    signatures = tuple(range(at, at + math.ceil(len(sheet.signatures) / pairs)))
    at += len(signatures)
    labels = [*(fact.label for fact in sheet.facts), *[""] * (len(facts) * pairs - len(sheet.facts)), *sheet.signatures]
    values = [fact.value if isinstance(fact.value, str) else "" for fact in sheet.facts]
    return Grid(
        title=0,
        facts=facts,
        band=band,
        head=head,
        rows=rows,
        notes=notes,
        noted=tuple((note, LINE * lines(note, sum(widths)) + 3) for note in sheet.notes),
        signatures=signatures,
        last=max(at - 1, head),
        pairs=pairs,
        spans=spans,
        bands=tuple(_bands(sheet)),
        head_height=_head_height(sheet),
        fact_heights=tuple(_fact_heights(sheet, widths, spans, labels, values, len(facts))),
        row_heights=tuple(_height(row, widths) for row in sheet.rows),
        columns={column.id: i for i, column in enumerate(sheet.columns)},
        kinds=tuple(row.kind for row in sheet.rows),
    )


def column_letters(index: int) -> str:
    """A column as spreadsheets call it: A, Z, AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def text_width(text: str) -> float:
    """The width of a text in Latin characters; a Chinese one, of three bytes, counts as two."""
    return (len(text.encode("utf-8", "replace")) + len(text)) / 2


def lines(text: str, width: float) -> int:
    """The lines that a text takes in a width."""
    # A line that breaks loses room at its end; one that does not, none.
    sizes = (text_width(line) / max(width, 1) for line in text.split("\n"))
    return sum(1 if size <= 1 else math.ceil(size * 1.05) for size in sizes)


def _spans(widths: list[float], pairs: int) -> tuple[tuple[int, int], ...]:
    """Columns dealt out to labels and values, one part to two, no span without a column."""
    total = sum(widths)
    shares = [total / pairs * part for _ in range(pairs) for part in (0.32, 0.68)]
    spans: list[tuple[int, int]] = []
    first = 0
    for i, _ in enumerate(shares):
        due = sum(shares[: i + 1])
        left = len(shares) - i - 1
        last = first
        while last < len(widths) - left - 1 and sum(widths[: last + 1]) + widths[last + 1] / 2 < due:
            last += 1
        last = len(widths) - 1 if left == 0 else last
        spans.append((first, last))
        first = last + 1
    return tuple(spans)


def _bands(sheet: Sheet) -> list[tuple[int, int, str]]:
    found = []
    at = 0
    for text, group in groupby(sheet.columns, lambda column: column.band):
        size = len(list(group))
        found.append((at, at + size - 1, text))
        at += size
    return found if any(text for _, _, text in found) else []


def _head_height(sheet: Sheet) -> float:
    upright = max((text_width(line) for column in sheet.columns if column.upright for line in column.label.split("\n")), default=0)
    flat = max((lines(column.label, column.width * 0.9) for column in sheet.columns if not column.upright), default=1)
    return max(LINE * flat + 8, min(8.0 + 6.4 * upright, 260.0))


def _height(row: Row, widths: list[float]) -> float:
    """The height of a row: what programs find by themselves differs, and some do not look for it."""
    if row.kind == "group":
        return LINE * lines(str(row.cells[0]), sum(widths)) + ROOM
    reach = label_reach(row) if row.kind == "total" else None
    if reach:
        first, last = reach
        widths = [sum(widths[first : last + 1]) if i == first else width for i, width in enumerate(widths)]
    texts = ((cell, width) for cell, width in zip(row.cells, widths, strict=True) if isinstance(cell, str) and cell)
    return min(LINE * max((lines(text, width) for text, width in texts), default=1) + ROOM, HIGHEST)


def label_reach(row: Row) -> tuple[int, int] | None:
    """The columns that the label of a total has: its own and the empty ones behind it."""
    first = next((i for i, cell in enumerate(row.cells) if isinstance(cell, str) and cell), None)
    if first is None:
        return None
    last = next((i for i in range(first + 1, len(row.cells)) if row.cells[i] is not None), len(row.cells)) - 1
    return first, last


def _fact_heights(
    sheet: Sheet, widths: list[float], spans: tuple[tuple[int, int], ...], labels: list[str], values: list[str], facts: int
) -> Iterator[float]:
    """Of the lines of facts, then of those of signatures, which need room for a hand."""
    room = [sum(widths[first : last + 1]) for first, last in spans]
    pairs = len(spans) // 2
    for line in range(math.ceil(len(labels) / pairs)):
        here = range(line * pairs, min((line + 1) * pairs, len(labels)))
        most = max(lines(labels[i], room[2 * (i % pairs)] * 0.9) for i in here)
        most = max([most, *(lines(values[i], room[2 * (i % pairs) + 1]) for i in here if i < len(values))])
        yield max(LINE * most + 7, 32.0 if line >= facts else 0.0)
