"""Sheets as an Excel workbook: protected but for what is filled in, set up for paper, the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dealer_cli.documents.house.logo import from_uri
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.sheets.layout import TITLE, Grid, label_reach, laid_out
from dealer_cli.documents.sheets.styles import LINE, NUMBERS, Look, Styles
from dealer_cli.documents.sheets.table import Content, Fact, Formula, Input, Kind, Row, Sheet, Toned, Written

LONGEST_CELL = 32767
"""UTF-16 units of a cell's text, Excel's limit; the library leaves longer ones out without a word."""

MARGIN, ABOVE, BELOW = 0.5, 0.8, 0.7
"""Margins of a page, in inches."""

NEARLY_ONE = 1.3
"""Pages that are printed a little smaller on one, rather than with a few lines, or signatures alone, on a second."""

QUIET: Mapping[str, Any] = {"font_color": "#8A8F98"}
"""What the row above says too."""

_TAB = 31
"""Characters of a tab's name, Excel's limit."""


def workbook(sheets: Sequence[Sheet], look: Look, page: str, index: Sheet | None = None) -> bytes:
    """The sheets as one file, an index before them where there is one.

    `page` is the pager of the footer, with `{page}` and `{pages}`. Raises `Unprintable` for a text
    that no cell can hold.
    """
    from xlsxwriter import Workbook

    target = io.BytesIO()
    plain_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(target, {"in_memory": True, **plain_text})
    control = sheets[0].control
    effective = control.effective or "2000-01-01"
    book.set_properties(
        {
            "title": (index or sheets[0]).title,
            "author": look["name"],
            "comments": " ".join(part for part in (control.number, control.version) if part),
            "created": datetime.fromisoformat(effective),
        }
    )
    book.set_calc_mode("auto")
    tabs = tab_names([*([index.tab] if index else []), *(sheet.tab for sheet in sheets)])
    styles = Styles(book, look)
    for sheet, tab in zip([*([index] if index else []), *sheets], tabs, strict=True):
        _Page(book.add_worksheet(tab), sheet, styles, dict(zip((one.id for one in sheets), tabs[1:], strict=False))).draw(look, page)
    book.close()
    return target.getvalue()


def tab_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes for tabs: short, each once in any case, without signs that formulas use."""
    found: list[str] = []
    used: set[str] = set()
    for text in wanted:
        name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "-", text).strip("' ") or "-"
        name = "-" if name.casefold() == "history" else name
        fresh, count = _cut(name, _TAB), 1
        while fresh.casefold() in used:
            count += 1
            tail = f" ({count})"
            fresh = _cut(name, _TAB - len(tail)) + tail
        used.add(fresh.casefold())
        found.append(fresh)
    return found


def _cut(text: str, most: int) -> str:
    # Excel counts in UTF-16, where an emoji is two.
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore").strip("' ")


class _Page:
    """One sheet on its worksheet."""

    def __init__(self, page: Any, sheet: Sheet, styles: Styles, tabs: Mapping[str, str]) -> None:
        self.page = page
        self.sheet = sheet
        self.styles = styles
        self.tabs = tabs
        self.grid: Grid = laid_out(sheet)

    def draw(self, look: Look, pager: str) -> None:
        """Everything."""
        sheet, grid, page = self.sheet, self.grid, self.page
        for i, column in enumerate(sheet.columns):
            page.set_column(i, i, column.width)
        last = len(sheet.columns) - 1
        heading = self.styles.of(font_name=self.styles.heading, font_size=16, bold=True, align="center", shrink=True, font_color=self.styles.accent)
        self._across(grid.title, 0, last, sheet.title, heading)
        page.set_row(grid.title, TITLE)
        self._logo(look)
        self._facts(sheet.facts, grid.facts)
        self._headings()
        before: Row | None = None
        for number, row, height in zip(grid.rows, sheet.rows, grid.row_heights, strict=True):
            self._row(number, row, before)
            page.set_row(number, height)
            before = row
        note = self.styles.of(text_wrap=True, font_size=9, font_color="#444444", valign="top")
        for number, (text, height) in zip(grid.notes, grid.noted, strict=True):
            self._across(number, 0, last, text, note)
            page.set_row(number, height)
        self._facts(tuple(Fact(label, Input()) for label in sheet.signatures), grid.signatures)
        for number, height in zip((*grid.facts, *grid.signatures), grid.fact_heights, strict=True):
            page.set_row(number, height)
        self._highlights()
        self._paper(look, pager)

    def _logo(self, look: Look) -> None:
        """The logo beside the title: pictures in a header are not drawn by every program."""
        logo = from_uri(look["logo"])
        if logo is None:
            return
        # Points to pixels of 96 to the inch, with a little room above and below.
        high = (TITLE - 4) * 96 / 72
        wide = min(high * logo.width / logo.height, 200.0)
        place = {"x_offset": 2, "y_offset": 2, "x_scale": wide / logo.width, "y_scale": high / logo.height}
        image: dict[str, Any] = {**place, "image_data": io.BytesIO(logo.data), "description": look["name"], "object_position": 1}
        self.page.insert_image(self.grid.title, 0, f"logo.{logo.kind}", image)

    def _headings(self) -> None:
        sheet, grid = self.sheet, self.grid
        base: dict[str, Any] = {"bold": True, "align": "center", "text_wrap": True, "border": 1, "border_color": LINE}
        base |= {"bg_color": self.styles.accent, "font_color": "#FFFFFF", "font_name": self.styles.heading}
        flat = self.styles.of(**base)
        # Chinese stands letter under letter; what has English in it is turned.
        stacked = 270 if all(not column.label.isascii() and "\n" not in column.label for column in sheet.columns if column.upright) else 90
        upright = self.styles.of(**base | {"rotation": stacked, "text_wrap": stacked == 90})
        for first, end, text in grid.bands:
            self._across(grid.band, first, end, text, flat)
        for i, column in enumerate(sheet.columns):
            self._text(grid.head, i, column.label, upright if column.upright else flat)
        self.page.set_row(grid.head, grid.head_height)

    def _facts(self, facts: Sequence[Fact], lines: Sequence[int]) -> None:
        label = self.styles.cell("text", bold=True, bg_color="#EDF1F5", align="center")
        spans = self.grid.spans
        for i, fact in enumerate(facts):
            line, at = lines[i // self.grid.pairs], 2 * (i % self.grid.pairs)
            self._across(line, *spans[at], fact.label, label)
            first, end = spans[at + 1]
            if isinstance(fact.value, Input):
                self._across(line, first, end, "", self.styles.cell(fact.value.kind, fill=True, num_format=NUMBERS[fact.value.kind]))
                self._validate(line, first, fact.value)
            elif isinstance(fact.value, Formula):
                shape = self.styles.cell("score", bold=True)
                self._across(line, first, end, "", shape)
                self._formula(line, first, fact.value, shape, line)
            else:
                self._across(line, first, end, fact.value, self.styles.cell("text"))

    def _row(self, number: int, row: Row, before: Row | None) -> None:
        if row.kind == "group":
            shape = self.styles.of(bold=True, bg_color="#EDF1F5", border=1, border_color=LINE, font_name=self.styles.heading)
            self._across(number, 0, len(self.sheet.columns) - 1, str(row.cells[0]), shape)
            return
        total = row.kind == "total"
        more = {"bold": True, "bg_color": "#EDF1F5"} if total else {}
        first, last = (label_reach(row) if total else None) or (-1, -1)
        if last > first:
            self._across(number, first, last, str(row.cells[first]), self.styles.cell("text", centred=True, **more))
        for i, (cell, column) in enumerate(zip(row.cells, self.sheet.columns, strict=True)):
            if first < last and first <= i <= last:
                continue
            again = column.quiet_again and before is not None and before.kind == row.kind == "row" and before.cells[i] == cell
            self._cell(number, i, cell, column.kind, column.centred, QUIET if again else more)

    def _cell(self, number: int, i: int, cell: Content, kind: Kind, centred: bool, more: Mapping[str, Any]) -> None:
        styles, page = self.styles, self.page
        if isinstance(cell, Input):
            page.write_blank(number, i, None, styles.cell(cell.kind, fill=True, centred=centred))
            self._validate(number, i, cell)
        elif isinstance(cell, Formula):
            self._formula(number, i, cell, styles.cell(kind, centred=centred, **more), number)
        elif isinstance(cell, Toned):
            self._text(number, i, cell.text, styles.cell("text", centred=True, tone=cell.tone))
        elif isinstance(cell, Written):
            page.write_number(number, i, cell.value, styles.cell(_fitting(cell.kind, cell.value), **more))
        elif isinstance(cell, (int, float)):
            page.write_number(number, i, cell, styles.cell(_fitting(kind, cell), centred=centred, **more))
        else:
            self._text(number, i, cell or "", styles.cell("text", centred=centred or kind != "text", **more))

    def _formula(self, number: int, i: int, formula: Formula, shape: Any, row: int) -> None:
        text = formula.text
        for name, tab in self.tabs.items() if "[[" in text else ():
            text = text.replace(f"[[{name}]]", "'" + tab.replace("'", "''") + "'")
        self.page.write_formula(number, i, "=" + self.grid.addressed(text, row), shape, formula.value)

    def _text(self, number: int, i: int, text: str, shape: Any) -> None:
        if not text:
            self.page.write_blank(number, i, None, shape)
        elif len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
            raise Unprintable("long-cell", f"{LONGEST_CELL}", document=self.sheet.title, field=text)
        else:
            self.page.write_string(number, i, text, shape)

    def _across(self, number: int, first: int, last: int, text: str, shape: Any) -> None:
        if last > first:
            self.page.merge_range(number, first, number, last, "", shape)
        self._text(number, first, text, shape)

    def _validate(self, number: int, i: int, cell: Input) -> None:
        rule: dict[str, Any]
        if cell.choices:
            # A list of its own texts may have 255 characters, Excel's limit.
            rule = {"validate": "list", "source": list(cell.choices)}
        elif cell.kind == "date":
            rule = {"validate": "date", "criteria": "between", "minimum": datetime(2000, 1, 1), "maximum": datetime(2199, 12, 31)}
        elif cell.kind in ("count", "number", "percent", "share", "score") and cell.least is not None:
            whole = "integer" if cell.kind == "count" else "decimal"
            rule = {"validate": whole, "criteria": ">=", "value": cell.least}
        elif cell.kind in ("count", "number", "percent", "share", "score"):
            rule = {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12}
        else:
            return
        self.page.data_validation(number, i, number, i, rule)

    def _highlights(self) -> None:
        rows = [number for number, row in zip(self.grid.rows, self.sheet.rows, strict=True) if row.kind == "row"]
        if not rows:
            return
        for i, column in enumerate(self.sheet.columns):
            for highlight in column.highlights:
                # Relative to the first row; the program that opens the file moves it down.
                criteria = "=" + self.grid.addressed(highlight.condition, rows[0])
                shape = {"type": "formula", "criteria": criteria, "format": self.styles.tone(highlight.tone), "stop_if_true": True}
                self.page.conditional_format(rows[0], i, rows[-1], i, shape)

    def _paper(self, look: Look, pager: str) -> None:
        sheet, page, grid = self.sheet, self.page, self.grid
        page.set_paper(8 if sheet.paper == "A3" else 9)
        if sheet.landscape:
            page.set_landscape()
        page.fit_to_pages(1, 1 if 1 < self._pages() <= NEARLY_ONE else 0)
        page.set_margins(left=MARGIN, right=MARGIN, top=ABOVE, bottom=BELOW)
        page.center_horizontally()
        page.repeat_rows(grid.head if grid.band < 0 else grid.band, grid.head)
        page.freeze_panes(grid.head + 1, sheet.frozen)
        page.print_area(0, 0, grid.last, len(sheet.columns) - 1)
        control = sheet.control
        top = look["header"] or sheet.store
        page.set_header(f"&R&9{_in_margin(top)}")
        foot = [control.number, control.version, control.effective]
        pages = pager.format(page="&P", pages="&N")
        own = f"&C&9{_in_margin(look['footer'])}" if look["footer"] else ""
        page.set_footer(f"&L&9{_in_margin('  '.join(part for part in foot if part))}{own}&R&9{pages}")
        page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True, "autofilter": True})
        page.hide_gridlines(2)


    def _pages(self) -> float:
        """How many pages the sheet takes, about."""
        sheet = self.sheet
        across, down = (11.69, 16.54) if sheet.paper == "A3" else (8.27, 11.69)
        across, down = (down, across) if sheet.landscape else (across, down)
        # A column has seven pixels of 96 to the inch for each of its characters, and five more.
        width = sum(column.width * 7 + 5 for column in sheet.columns) / 96
        scale = min(1.0, (across - 2 * MARGIN) / width)
        return self.grid.height / 72 * scale / (down - ABOVE - BELOW)


def _fitting(kind: Kind, value: float) -> Kind:
    if kind == "percent" and round(value * 100, 6) == round(value * 100):
        return "percent-whole"
    return "count" if kind == "number" and value == int(value) and abs(value) < 1000 else kind


def _in_margin(text: str) -> str:
    """A text for a header or footer, where `&` begins a code; 255 characters are all that fit there."""
    flat = " ".join(text.split()).replace("&", "&&")
    # A digit would be read into the size of the font before it.
    return (" " if flat[:1].isdigit() else "") + flat[:80].removesuffix("&" if flat[:80].count("&") % 2 else "\0")
