"""How a sheet goes on paper: how small it is printed, on how many pages, and where each of them begins."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from dealer_cli.documents.sheets.layout import Grid, laid_out, lines
from dealer_cli.documents.sheets.table import Sheet

MARGIN, ABOVE, BELOW = 0.5, 0.8, 0.7
"""Margins of a page, in inches."""

NEARLY = {1: 1.6, 2: 2.35, 3: 3.4, 4: 4.4}
"""Pages, and how much is brought on them, rather than with a few lines, or signatures alone, on one more."""

_WIDER, _STEPS = 1.08, 8
"""How much wider columns are made, for lower rows, and how often that is tried."""

_TEXT = 10.0
"""The least width of a column whose texts take several lines."""

_FULL = 0.985
"""How full a page gets: programs round the heights of rows."""


@dataclass(frozen=True)
class Pages:
    """The pages of a sheet."""

    fit: int
    """The pages that it is made small enough for; 0: as many as it takes at the scale of its width."""
    starts: tuple[int, ...]
    """The rows with which pages but the first begin; none where it is made small enough."""
    repeated: int
    """The first of the rows, down to the headings, that every page has."""


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with wider columns of text, where lower rows, printed a little smaller, save a page with little on it."""
    grid = laid_out(sheet)
    takes = _takes(sheet, grid)
    due = _due(takes)
    if not due or takes <= due:
        return sheet
    best, size, wider = sheet, _size(sheet, grid, due), sheet
    for _ in range(_STEPS):
        wider = _widened(wider, grid)
        grid = laid_out(wider)
        if _size(wider, grid, due) > size:
            best, size = wider, _size(wider, grid, due)
    return best if size >= sheet.smallest else sheet


def _size(sheet: Sheet, grid: Grid, due: int) -> float:
    """How small a sheet is printed on so many pages."""
    scale = _scale(sheet, grid)
    return scale if len(_starts(sheet, grid, _repeated(sheet, grid))) < due else scale * due / max(_takes(sheet, grid), due)


def paged(sheet: Sheet, grid: Grid) -> Pages:
    """The pages of a sheet that is laid out."""
    takes, head = _takes(sheet, grid), next(row for row in (grid.legend, grid.band, grid.head) if row >= 0)
    if takes <= 1:
        return Pages(1, (), head)
    repeated = _repeated(sheet, grid)
    starts = _starts(sheet, grid, repeated)
    due = _due(takes)
    if due and len(starts) >= due and _scale(sheet, grid) * due / takes >= sheet.smallest:
        return Pages(due, (), head if due == 1 else repeated)
    return Pages(0, starts, repeated)


def _widened(sheet: Sheet, grid: Grid) -> Sheet:
    """The sheet with wider columns for the texts that make its rows high."""
    high: set[int] = set()
    for row in sheet.rows:
        texts = {i: lines(cell, grid.widths[i]) for i, cell in enumerate(row.cells) if isinstance(cell, str) and row.kind == "row"}
        high |= {i for i, count in texts.items() if count == max(texts.values()) and count > 1}
    columns = (
        dataclasses.replace(column, width=grid.widths[i] * _WIDER) if i in high and column.width >= _TEXT else column
        for i, column in enumerate(sheet.columns)
    )
    return dataclasses.replace(sheet, columns=tuple(columns))


def _due(takes: float) -> int:
    return next((pages for pages, most in NEARLY.items() if takes <= most), 0)


def _repeated(sheet: Sheet, grid: Grid) -> int:
    """The first row that every page has: a sheet of one person says on each whose it is."""
    if sheet.keys and grid.facts:
        return grid.facts[0]
    return next(row for row in (grid.legend, grid.band, grid.head) if row >= 0)


def _scale(sheet: Sheet, grid: Grid) -> float:
    """How small a sheet is printed for its width."""
    # A column has seven pixels of 96 to the inch for each of its characters, and five more.
    width = sum(width * 7 + 5 for width in grid.widths) / 96
    return min(1.0, (_side(sheet, across=True) - 2 * MARGIN) / width)


def _room(sheet: Sheet, grid: Grid) -> float:
    """Points of rows on a page."""
    return (_side(sheet, across=False) - ABOVE - BELOW) * 72 / _scale(sheet, grid)


def _side(sheet: Sheet, across: bool) -> float:
    short, long = (11.69, 16.54) if sheet.paper == "A3" else (8.27, 11.69)
    return long if across == sheet.landscape else short


def _takes(sheet: Sheet, grid: Grid) -> float:
    """How many pages the sheet takes, about."""
    room, heights = _room(sheet, grid), grid.heights
    again = room - min(sum(heights[_repeated(sheet, grid) : grid.head + 1]), room / 2)
    # Every page but the first has the headings again.
    return sum(heights) / room if sum(heights) <= room else 1 + (sum(heights) - room) / again


def _starts(sheet: Sheet, grid: Grid, repeated: int) -> tuple[int, ...]:
    """The rows with which pages but the first begin."""
    room, heights = _room(sheet, grid) * _FULL, grid.heights
    again = sum(heights[repeated : grid.head + 1])
    starts: list[int] = []
    used = 0.0
    for first, last in _together(sheet, grid):
        height = sum(heights[first : last + 1])
        if used + height > room and used > again:
            starts.append(first)
            used = again
        used += height
    return tuple(starts)


def _together(sheet: Sheet, grid: Grid) -> Iterator[tuple[int, int]]:
    """First and last of the rows that one page has: a heading with what it is about, a sum or signatures with a row above them."""
    # Of the rows of the table: whether the one above has to be on the same page.
    kinds = [row.kind for row in sheet.rows]
    tied = [kind == "total" or (i > 0 and kinds[i - 1] == "group") for i, kind in enumerate(kinds)]
    ties = [True] * (grid.head + 1) + ([True, *tied[1:]] if tied else []) + [True] * (grid.last - grid.head - len(kinds))
    first = 0
    for row in range(1, grid.last + 1):
        if not ties[row]:
            yield first, row - 1
            first = row
    yield first, grid.last
