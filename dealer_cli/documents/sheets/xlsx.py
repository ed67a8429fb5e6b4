"""Sheets as an Excel workbook: protected but for what is filled in, set up for paper, the same bytes every time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from xlsxwriter.format import Format

from dealer_cli.documents.house.logo import from_uri
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.sheets.layout import TITLE, Grid, is_stacked, label_reach, laid_out
from dealer_cli.documents.sheets.page import Book, Page, Paper, Properties, Rule
from dealer_cli.documents.sheets.paper import ABOVE, BELOW, MARGIN, fitted, paged
from dealer_cli.documents.sheets.styles import LINE, NOTHING, Look, Styles
from dealer_cli.documents.sheets.table import Content, Fact, Formula, Input, Kind, Row, Sheet, Toned, Written

LONGEST_CELL = 32767
"""UTF-16 units of a cell's text, Excel's limit; the library leaves longer ones out without a word."""

GRID: Properties = {"border": 1, "border_color": LINE}
SHADED: Properties = {"bold": True, "bg_color": "#EDF1F5"}
TITLED: Properties = {"font_size": 16, "bold": True, "align": "center", "shrink": True}
NOTED: Properties = {"text_wrap": True, "font_size": 9, "font_color": "#444444", "valign": "top"}
QUIET: Properties = {"font_color": "#8A8F98"}
"""What the row above says too."""

ANY: Rule = (("validate", "decimal"), ("criteria", "between"), ("minimum", -(10**12)), ("maximum", 10**12))
"""Any number."""
RATIO: Rule = (("validate", "decimal"), ("criteria", "between"), ("minimum", -10), ("maximum", 10))
"""A percentage: 95 where 95 % is meant is 9500 %, and taken for a slip."""
DAY: Rule = (("validate", "date"), ("criteria", "between"), ("minimum", date(2000, 1, 1)), ("maximum", date(2199, 12, 31)))
"""A day of this century or the next."""

_TAB = 31
"""Characters of a tab's name, Excel's limit."""


def workbook(sheets: Sequence[Sheet], look: Look, page: str, index: Sheet | None = None) -> bytes:
    """The sheets as one file, an index before them where there is one.

    `page` is the pager of the footer, with `{page}` and `{pages}`. Raises `Unprintable` for a text
    that no cell can hold.
    """
    sheets, index = [fitted(sheet) for sheet in sheets], fitted(index) if index else None
    control = sheets[0].control
    book = Book(
        {
            "title": (index or sheets[0]).title,
            "author": look["name"],
            "comments": " ".join(part for part in (control.number, control.version) if part),
        },
        created=control.effective or "2000-01-01",
    )
    tabs = tab_names([*([index.tab] if index else []), *(sheet.tab for sheet in sheets)])
    styles = Styles(book.form, look)
    for sheet, tab in zip([*([index] if index else []), *sheets], tabs, strict=True):
        _Drawing(book.add(tab), sheet, styles, dict(zip((one.id for one in sheets), tabs[1:], strict=False))).draw(look, page)
    return book.bytes()


def tab_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes for tabs: short, each once in any case, without signs that formulas use."""
    found: list[str] = []
    used: set[str] = set()
    for text in wanted:
        name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "-", text).strip("' ") or "-"
        # XlsxWriter would take the `MAP(` of a name for a function, where a formula names the tab.
        name = re.sub(r"(?<=[A-Z])\(", " (", name)
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


class _Drawing:
    """One sheet on its worksheet."""

    def __init__(self, page: Page, sheet: Sheet, styles: Styles, tabs: Mapping[str, str]) -> None:
        self.page = page
        self.sheet = sheet
        self.styles = styles
        self.tabs = tabs
        self.grid: Grid = laid_out(sheet)
        self.rules: dict[Rule, list[tuple[int, int]]] = defaultdict(list)

    def draw(self, look: Look, pager: str) -> None:
        """Everything."""
        sheet, grid, page = self.sheet, self.grid, self.page
        page.widths(grid.widths)
        last = len(grid.widths) - 1
        heading = self.styles.of({**TITLED, "font_name": self.styles.heading, "font_color": self.styles.accent})
        self._across(grid.title, 0, last, sheet.title, heading)
        page.height(grid.title, TITLE)
        self._logo(look)
        self._facts(sheet.facts, grid.facts)
        self._headings()
        before: Row | None = None
        for number, row, height in zip(grid.rows, sheet.rows, grid.row_heights, strict=True):
            self._row(number, row, before)
            page.height(number, height)
            before = row
        note = self.styles.of(NOTED)
        if sheet.legend:
            self._across(grid.legend, 0, last, sheet.legend, note)
            page.height(grid.legend, grid.legend_height)
        for number, (text, height) in zip(grid.notes, grid.noted, strict=True):
            self._across(number, 0, last, text, note)
            page.height(number, height)
        self._signatures()
        for number, height in zip((*grid.facts, *grid.signatures), (*grid.fact_heights, *grid.signature_heights), strict=True):
            page.height(number, height)
        page.take(self.rules)
        self._highlights()
        self._paper(look, pager)

    def _logo(self, look: Look) -> None:
        """The logo beside the title: pictures in a header are not drawn by every program."""
        logo = from_uri(look["logo"])
        if logo is None:
            return
        # A little room above and below.
        high = TITLE - 4
        self.page.picture(logo, min(high * logo.width / logo.height, 150.0), high)

    def _headings(self) -> None:
        sheet, grid = self.sheet, self.grid
        look = {"bg_color": self.styles.accent, "font_color": "#FFFFFF", "font_name": self.styles.heading}
        base: Properties = {**GRID, **look, "bold": True, "align": "center", "text_wrap": True}
        flat = self.styles.of(base)
        stacked = is_stacked(sheet)
        upright = self.styles.of({**base, "rotation": 270 if stacked else 90, "text_wrap": not stacked})
        for first, end, text in grid.bands:
            self._across(grid.band, first, end, text, flat)
            self.page.height(grid.band, grid.band_height)
        for i, column in enumerate(sheet.columns):
            self._text(grid.head, i, column.label, upright if column.upright else flat)
        self.page.height(grid.head, grid.head_height)
        if sheet.filtered and grid.rows:
            self.page.filter(grid.head, grid.rows[-1], len(sheet.columns))

    def _facts(self, facts: Sequence[Fact], lines: Sequence[int]) -> None:
        label = self.styles.cell("text", centred=True, more=SHADED)
        spans = self.grid.spans
        for i, fact in enumerate(facts):
            line, at = lines[i // self.grid.pairs], 2 * (i % self.grid.pairs)
            self._across(line, *spans[at], fact.label, label)
            first, end = spans[at + 1]
            if isinstance(fact.value, Input):
                self._across(line, first, end, "", self.styles.cell(fact.value.kind, fill=True))
                self._validate(line, first, fact.value)
            elif isinstance(fact.value, Formula):
                shape = self.styles.cell("score", more={"bold": True})
                self._joined(line, first, end, shape)
                self._formula(line, first, fact.value, shape, line)
            else:
                self._across(line, first, end, fact.value, self.styles.cell("text"))

    def _signatures(self) -> None:
        """A box for everybody who signs, equally wide: who it is, and below it the room for a hand."""
        for label, span in zip(self.sheet.signatures, self.grid.boxes, strict=True):
            who, room = self.grid.signatures
            self._across(who, *span, label, self.styles.cell("text", centred=True, more=SHADED))
            self._across(room, *span, "", self.styles.cell("text", fill=True))

    def _row(self, number: int, row: Row, before: Row | None) -> None:
        if row.kind == "group":
            shape = self.styles.of({**GRID, **SHADED, "font_name": self.styles.heading})
            self._across(number, 0, len(self.sheet.columns) - 1, str(row.cells[0]), shape)
            return
        total = row.kind == "total"
        more = SHADED if total else NOTHING
        first, last = (label_reach(row) if total else None) or (-1, -1)
        for i, (cell, column) in enumerate(zip(row.cells, self.sheet.columns, strict=True)):
            if first < last and first <= i <= last:
                if i == first:
                    self._across(number, first, last, str(cell), self.styles.cell("text", centred=True, more=more))
                continue
            again = column.quiet_again and before is not None and before.kind == row.kind == "row" and before.cells[i] == cell
            self._cell(number, i, cell, column.kind, column.centred, QUIET if again else more)

    def _cell(self, number: int, i: int, cell: Content, kind: Kind, centred: bool, more: Properties) -> None:
        styles, page = self.styles, self.page
        if isinstance(cell, Input):
            page.text(number, i, "", styles.cell(cell.kind, fill=True, centred=centred))
            self._validate(number, i, cell)
        elif isinstance(cell, Formula):
            self._formula(number, i, cell, styles.cell(kind, centred=centred, more=more), number)
        elif isinstance(cell, Toned):
            self._text(number, i, cell.text, styles.cell("text", centred=True, tone=cell.tone))
        elif isinstance(cell, Written):
            page.number(number, i, cell.value, styles.cell(_fitting(cell.kind, cell.value), more=more))
        elif isinstance(cell, (int, float)):
            page.number(number, i, cell, styles.cell(_fitting(kind, cell), centred=centred, more=more))
        else:
            self._text(number, i, cell or "", styles.cell("text", centred=centred or kind != "text", more=more))

    def _formula(self, number: int, i: int, formula: Formula, shape: Format, row: int) -> None:
        text = formula.text
        # A sheet is called after a post number, which may hold what a formula means otherwise: it goes in last.
        named = {f"\0{place}\0": item for place, item in enumerate(self.tabs.items()) if "[[" in text}
        for mark, (name, _) in named.items():
            text = text.replace(f"[[{name}]]", mark)
        text = self.grid.addressed(text, row)
        for mark, (_, tab) in named.items():
            text = text.replace(mark, "'" + tab.replace("'", "''") + "'")
        self.page.formula(number, i, text, formula.value, shape)

    def _text(self, number: int, i: int, text: str, shape: Format) -> None:
        if len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
            raise Unprintable("long-cell", f"{LONGEST_CELL}", document=self.sheet.title, field=text)
        self.page.text(number, i, text, shape)

    def _across(self, number: int, first: int, last: int, text: str, shape: Format) -> None:
        self._joined(number, first, last, shape)
        self._text(number, first, text, shape)

    def _joined(self, number: int, first: int, last: int, shape: Format) -> None:
        if last > first:
            self.page.merge(number, first, last, shape)

    def _validate(self, row: int, i: int, cell: Input) -> None:
        rule = _rule(cell)
        if rule:
            self.rules[rule].append((row, i))

    def _highlights(self) -> None:
        rows = [number for number, row in zip(self.grid.rows, self.sheet.rows, strict=True) if row.kind == "row"]
        if not rows:
            return
        for i, column in enumerate(self.sheet.columns):
            for highlight in column.highlights:
                # Relative to the first row; the program that opens the file moves it down.
                condition = self.grid.addressed(highlight.condition, rows[0])
                self.page.highlight(i, rows[0], rows[-1], condition, self.styles.tone(highlight.tone))

    def _paper(self, look: Look, pager: str) -> None:
        sheet, page, grid = self.sheet, self.page, self.grid
        pages = paged(sheet, grid)
        page.titles(pages.repeated, grid.head, sheet.frozen)
        control = sheet.control
        foot = "  ".join(part for part in (control.number, control.version, control.effective) if part)
        own = f"&C&9{_in_margin(look['footer'])}" if look["footer"] else ""
        paper = Paper(
            size=8 if sheet.paper == "A3" else 9,
            landscape=sheet.landscape,
            pages=pages.fit,
            starts=pages.starts,
            sides=MARGIN,
            above=ABOVE,
            below=BELOW,
            header=f"&R&9{_in_margin(look['header'] or sheet.store)}",
            footer=f"&L&9{_in_margin(foot)}{own}&R&9{pager.format(page='&P', pages='&N')}",
        )
        page.print(paper, (grid.last, len(grid.widths) - 1))


def _rule(cell: Input) -> Rule:
    number = cell.kind in ("count", "number", "percent", "share", "score")
    if cell.choices:
        # A list of its own texts may have 255 characters, Excel's limit.
        return ("validate", "list"), ("source", f'"{",".join(cell.choices)}"')
    if cell.kind == "date":
        return DAY
    if cell.kind == "percent":
        return RATIO
    if number and cell.least is not None:
        return ("validate", "whole" if cell.kind == "count" else "decimal"), ("criteria", ">="), ("value", cell.least)
    return ANY if number else ()


def _fitting(kind: Kind, value: float) -> Kind:
    if kind == "percent" and round(value * 100, 6) == round(value * 100):
        return "percent-whole"
    return "count" if kind == "number" and value == int(value) and abs(value) < 1000 else kind


def _in_margin(text: str) -> str:
    """A text for a header or footer, where `&` begins a code; 255 characters are all that fit there."""
    flat = " ".join(text.split()).replace("&", "&&")
    # A digit would be read into the size of the font before it.
    start = flat.encode("utf-16-le")[:160].decode("utf-16-le", "ignore")
    return (" " if flat[:1].isdigit() else "") + start.removesuffix("&" if start.count("&") % 2 else "\0")
