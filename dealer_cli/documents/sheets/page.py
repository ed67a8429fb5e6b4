"""A workbook and its pages, over XlsxWriter: what all of them have alike, and what the library has to be kept from."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from dealer_cli.documents.house.logo import Logo

Properties = Mapping[str, str | int | bool]
"""What a format is made of, in the library's names: font_name, bold, bg_color, num_format …"""

Rule = tuple[tuple[str, Any], ...]
"""What a cell takes, as the library's options for `data_validation`."""

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_OPEN = {"format_columns": True, "format_rows": True, "autofilter": True}
"""What a protected page still allows."""


@dataclass(frozen=True)
class Paper:
    """How a page is printed; lengths in inches."""

    size: int
    """9 for A4, 8 for A3."""
    landscape: bool
    pages: int
    """The pages that it is made small enough for; 0: as many as it takes."""
    starts: tuple[int, ...]
    """The rows that begin a page."""
    sides: float
    above: float
    below: float
    header: str
    footer: str


class Book:
    """A file that pages are added to. `properties` are title, author and comments; `created` is a date."""

    def __init__(self, properties: Mapping[str, str], created: str) -> None:
        self._target = io.BytesIO()
        self._book = Workbook(self._target, _OPTIONS)
        # No clock: the same bytes every time.
        self._book.set_properties({**properties, "created": datetime.fromisoformat(created)})
        self._forms: dict[tuple[tuple[str, object], ...], Format] = {}

    def form(self, properties: Properties) -> Format:
        """The format with these properties, of a cell or a highlight."""
        key = tuple(sorted(properties.items()))
        if key not in self._forms:
            self._forms[key] = self._book.add_format(dict(properties))
        return self._forms[key]

    def add(self, name: str) -> Page:
        """A page behind the others."""
        return Page(self._book.add_worksheet(name))

    def bytes(self) -> bytes:
        """The file, to which nothing can be added any more."""
        self._book.close()
        return self._target.getvalue()


class Page:
    """A page, protected; rows and columns are counted from 0."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        sheet.protect("", _OPEN)
        sheet.hide_gridlines(2)

    def widths(self, widths: Sequence[float]) -> None:
        """How wide the columns are, in characters."""
        for i, width in enumerate(widths):
            self._sheet.set_column(i, i, width)

    def height(self, row: int, points: float) -> None:
        """How high a row is."""
        self._sheet.set_row(row, points)

    def text(self, row: int, column: int, text: str, form: Format) -> None:
        """A text, which is never a formula; an empty one is a cell that only looks like something."""
        if not text:
            self._sheet.write_blank(row, column, None, form)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # As a plain text, the library would put it into the file as markup.
            self._sheet.write_rich_string(row, column, text[0], form, text[1:], form)
        else:
            self._sheet.write_string(row, column, text, form)

    def number(self, row: int, column: int, number: float, form: Format) -> None:
        """A number."""
        self._sheet.write_number(row, column, number, form)

    def formula(self, row: int, column: int, formula: str, value: str | float | None, form: Format) -> None:
        """A formula, with what it comes to before anybody computes it."""
        self._sheet.write_formula(row, column, f"={formula}", form, 0 if value is None else value)

    def merge(self, row: int, first: int, last: int, form: Format) -> None:
        """Makes one of several cells; the first is written afterwards."""
        self._sheet.merge_range(row, first, row, last, "", form)

    def take(self, rules: Mapping[Rule, Sequence[tuple[int, int]]]) -> None:
        """What may be typed into cells, given as row and column."""
        for rule, cells in rules.items():
            areas = _areas(cells)
            more = {"multi_range": " ".join(xl_range(*area) for area in areas)} if len(areas) > 1 else {}
            self._sheet.data_validation(*areas[0], {**dict(rule), **more})

    def highlight(self, column: int, first: int, last: int, condition: str, form: Format) -> None:
        """A look under a condition, written for the first of the rows."""
        rule = {"type": "formula", "criteria": f"={condition}", "format": form, "stop_if_true": True}
        self._sheet.conditional_format(first, column, last, column, rule)

    def picture(self, logo: Logo, wide: float, high: float) -> None:
        """A picture in the first cell, of a size in points; none if the library finds it broken."""
        try:
            image = Image(io.BytesIO(logo.data))
        except (XlsxWriterException, struct.error):
            return
        image.description = "logo"
        # The library counts in pixels of 96 to the inch, and scales by what the picture says of its own.
        scale = {"x_scale": wide / 72 * image.x_dpi / image.width, "y_scale": high / 72 * image.y_dpi / image.height}
        self._sheet.insert_image(0, 0, image, {**scale, "x_offset": 2, "y_offset": 2})

    def print(self, paper: Paper, last: tuple[int, int]) -> None:
        """How it is printed, down to the last cell."""
        sheet = self._sheet
        sheet.set_paper(paper.size)
        if paper.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, paper.pages)
        sheet.set_margins(paper.sides, paper.sides, paper.above, paper.below)
        sheet.center_horizontally()
        sheet.set_h_pagebreaks(list(paper.starts))
        sheet.print_area(0, 0, *last)
        sheet.set_header(_unpictured(paper.header))
        sheet.set_footer(_unpictured(paper.footer))

    def filter(self, head: int, last: int, columns: int) -> None:
        """Buttons in the headings that choose rows, down to the last."""
        self._sheet.autofilter(head, 0, last, columns - 1)

    def titles(self, first: int, last: int, frozen: int) -> None:
        """The rows that every printed page repeats, and the columns that stay in sight beside those down to the last title."""
        self._sheet.repeat_rows(first, last)
        self._sheet.freeze_panes(last + 1, frozen)


def _areas(cells: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells as areas of one column each: first row, column, last row, column."""
    areas: list[tuple[int, int, int, int]] = []
    for row, column in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        if areas and areas[-1][2:] == (row - 1, column):
            areas[-1] = (*areas[-1][:2], row, column)
        else:
            areas.append((row, column, row, column))
    return areas


def _unpictured(text: str) -> str:
    # The library takes even the G of "A&&G" for a picture and drops the whole text; a font size between changes nothing.
    return text.replace("&&G", "&&&9G").replace("&&[", "&&&9[")
