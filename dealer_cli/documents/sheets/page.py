"""A page of an Excel file: cells, what may be typed into them, highlights, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from dealer_cli.documents.house.logo import Logo
from dealer_cli.documents.sheets.layout import column_letters

if TYPE_CHECKING:
    from dealer_cli.documents.sheets.book import Texts

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

EMU = 12700
"""Units of a drawing in a point."""

letters = lru_cache(maxsize=1024)(column_letters)


@dataclass(frozen=True)
class Paper:
    """How a page is printed; lengths in inches."""

    size: int
    """9 for A4, 8 for A3."""
    landscape: bool
    on_one: bool
    """Whether it is made small enough for one page; else only its width is."""
    sides: float
    above: float
    below: float
    header: str
    footer: str


@dataclass(frozen=True)
class Rule:
    """What a cell takes: a `list` of texts, or a date, whole or decimal number between two bounds or from one on."""

    kind: str
    first: str
    second: str = ""


class Page:
    """A page; rows and columns are counted from 0, cells of a row come from left to right."""

    def __init__(self, texts: Texts, first: bool) -> None:
        self._texts = texts
        self._first = first
        self._rows: dict[int, list[str]] = {}
        self._heights: dict[int, float] = {}
        self._merged: list[str] = []
        self._rules: dict[Rule, list[str]] = {}
        self._highlights: list[tuple[str, str, int]] = []
        self.widths: Sequence[float] = ()
        self.titles = (0, 0)
        """The rows that every printed page repeats."""
        self.frozen = 0
        """Columns that stay in sight, beside the rows down to the last title."""
        self.last = 0
        """The last row."""
        self.paper = Paper(9, True, False, 0.5, 0.8, 0.7, "", "")
        self.logo: tuple[Logo, float, float] | None = None
        """A picture in the first cell, with its width and height in points."""

    def height(self, row: int, points: float) -> None:
        """How high a row is."""
        self._heights[row] = points

    def text(self, row: int, column: int, text: str, form: int) -> None:
        """A text, which is never a formula; an empty one is a cell that only looks like something."""
        value = f' t="s"><v>{self._texts.place(text)}</v></c>' if text else "/>"
        self._rows.setdefault(row, []).append(f'<c r="{letters(column)}{row + 1}" s="{form}"{value}')

    def number(self, row: int, column: int, number: float, form: int) -> None:
        """A number."""
        self._rows.setdefault(row, []).append(f'<c r="{letters(column)}{row + 1}" s="{form}"><v>{number:.16G}</v></c>')

    def formula(self, row: int, column: int, formula: str, value: str | float | None, form: int) -> None:
        """A formula, with what it comes to before anybody computes it."""
        kind = ' t="str"' if isinstance(value, str) else ""
        said = escape(value) if isinstance(value, str) else f"{value or 0:.16G}"
        cell = f'<c r="{letters(column)}{row + 1}" s="{form}"{kind}><f>{escape(formula)}</f><v>{said}</v></c>'
        self._rows.setdefault(row, []).append(cell)

    def merge(self, row: int, first: int, last: int, form: int) -> None:
        """Makes one of several cells, of which the first is written already."""
        cells = self._rows.setdefault(row, [])
        cells += [f'<c r="{letters(column)}{row + 1}" s="{form}"/>' for column in range(first + 1, last + 1)]
        self._merged.append(f"{letters(first)}{row + 1}:{letters(last)}{row + 1}")

    def takes(self, row: int, column: int, rule: Rule) -> None:
        """What may be typed into a cell."""
        self._rules.setdefault(rule, []).append(f"{letters(column)}{row + 1}")

    def highlight(self, column: int, first: int, last: int, condition: str, form: int) -> None:
        """A look under a condition, written for the first of the rows."""
        self._highlights.append((f"{letters(column)}{first + 1}:{letters(column)}{last + 1}", condition, form))

    def named(self, what: str) -> str:
        """The area that is printed, or the rows that every page repeats."""
        if what == "Print_Area":
            return f"$A$1:${letters(len(self.widths) - 1)}${self.last + 1}"
        return f"${self.titles[0] + 1}:${self.titles[1] + 1}"

    def xml(self) -> str:
        """The part."""
        paper, titled = self.paper, self.titles[1] + 1
        corner = f"{letters(len(self.widths) - 1)}{self.last + 1}"
        split = f'xSplit="{self.frozen}" ' if self.frozen else ""
        pane = "bottomRight" if self.frozen else "bottomLeft"
        selected = ' tabSelected="1"' if self._first else ""
        pages = "" if paper.on_one else ' fitToHeight="0"'
        start = f"{letters(self.frozen)}{titled + 1}"
        parts = (
            f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<dimension ref="A1:{corner}"/><sheetViews><sheetView showGridLines="0"{selected} '
            f'workbookViewId="0"><pane {split}ySplit="{titled}" topLeftCell="{start}" activePane="{pane}" state="frozen"/>',
            f'<selection pane="{pane}" activeCell="{start}" sqref="{start}"/></sheetView></sheetViews>',
            '<sheetFormatPr defaultRowHeight="15"/><cols>',
            "".join(f'<col min="{i}" max="{i}" width="{_wide(width)}" customWidth="1"/>' for i, width in enumerate(self.widths, 1)),
            "</cols><sheetData>",
            "".join(self._row(row) for row in sorted({*self._rows, *self._heights})),
            '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>',
            _counted("mergeCell", "".join(f'<mergeCell ref="{area}"/>' for area in self._merged), len(self._merged)),
            self._conditions(),
            _counted("dataValidation", "".join(_rule(rule, cells) for rule, cells in self._rules.items()), len(self._rules)),
            '<printOptions horizontalCentered="1"/>',
            f'<pageMargins left="{paper.sides}" right="{paper.sides}" top="{paper.above}" bottom="{paper.below}" ',
            'header="0.3" footer="0.3"/>',
            f'<pageSetup paperSize="{paper.size}"{pages} ',
            f'orientation="{"landscape" if paper.landscape else "portrait"}"/><headerFooter><oddHeader>{escape(paper.header)}</oddHeader>',
            f"<oddFooter>{escape(paper.footer)}</oddFooter></headerFooter>",
            '<drawing r:id="rId1"/>' if self.logo else "",
            "</worksheet>",
        )
        return "".join(parts)

    def drawing(self) -> str:
        """The part with the picture."""
        if self.logo is None:
            return ""
        _, wide, high = self.logo
        size = f'cx="{round(wide * EMU)}" cy="{round(high * EMU)}"'
        space = f'xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}"'
        return (
            f"{_HEAD}<xdr:wsDr {space}><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>{2 * EMU}</xdr:colOff>"
            f"<xdr:row>0</xdr:row><xdr:rowOff>{2 * EMU}</xdr:rowOff></xdr:from><xdr:ext {size}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr "
            'id="2" name="logo"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
            '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
            "</xdr:oneCellAnchor></xdr:wsDr>"
        )

    def _row(self, row: int) -> str:
        height = f' ht="{self._heights[row]:.2f}" customHeight="1"' if row in self._heights else ""
        return f'<row r="{row + 1}"{height}>{"".join(self._rows.get(row, ()))}</row>'

    def _conditions(self) -> str:
        areas: dict[str, str] = {}
        for i, (area, condition, form) in enumerate(self._highlights, 1):
            rule = f'<cfRule type="expression" dxfId="{form}" priority="{i}" stopIfTrue="1"><formula>{escape(condition)}</formula></cfRule>'
            areas[area] = areas.get(area, "") + rule
        return "".join(f'<conditionalFormatting sqref="{area}">{rules}</conditionalFormatting>' for area, rules in areas.items())


def _wide(width: float) -> float:
    # Of the usual font: seven pixels a character and five besides, in 256ths of a character.
    return int((int(width * 7 + 0.5) + 5) / 7 * 256) / 256


def _counted(name: str, body: str, count: int) -> str:
    return f'<{name}s count="{count}">{body}</{name}s>' if count else ""


def _rule(rule: Rule, cells: Sequence[str]) -> str:
    operator = ' operator="greaterThanOrEqual"' if rule.kind != "list" and not rule.second else ""
    second = f"<formula2>{escape(rule.second)}</formula2>" if rule.second else ""
    return (
        f'<dataValidation type="{rule.kind}"{operator} allowBlank="1" showInputMessage="1" showErrorMessage="1" '
        f"sqref={quoteattr(' '.join(cells))}><formula1>{escape(rule.first)}</formula1>{second}</dataValidation>"
    )
