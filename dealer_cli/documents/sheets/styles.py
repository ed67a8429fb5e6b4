"""The formats of a workbook: fonts, colours, how numbers are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from xlsxwriter.format import Format

from dealer_cli.documents.sheets.page import Properties
from dealer_cli.documents.sheets.table import Kind, Tone

NUMBERS: Mapping[Kind, str] = {
    "text": "@",
    "number": "#,##0.##",
    "count": "0",
    "percent": "0.0%",
    "percent-whole": "0%",
    "share": '0"%"',
    "score": "0.0",
    "points": "0.00",
    "change": "+0;-0;0",
    "date": "yyyy-mm-dd",
    "choice": "@",
}

_TONES: Mapping[Tone, tuple[str, str]] = {
    "good": ("#D5EBDD", "#10502B"),
    "warn": ("#FCEFC9", "#6B4E00"),
    "bad": ("#F6CFCB", "#7A1710"),
    "strong": ("#1F4E79", "#FFFFFF"),
    "medium": ("#9DC0E2", "#000000"),
    "light": ("#D9E6F2", "#000000"),
    "faint": ("#F3F6F9", "#444444"),
}
"""Tone to its background and its text."""

LINE = "#8A8F98"
_TO_FILL = "#FFFBE6"

NOTHING: Properties = {}

Look = Mapping[str, str]
"""`house.*` of every picture: name, logo, accent, fonts, header, footer."""


class Styles:
    """The formats of a workbook, each made when it is first used."""

    def __init__(self, form: Callable[[Properties], Format], look: Look) -> None:
        self._form = form
        self._cells: dict[tuple[object, ...], Format] = {}
        self.accent = look["accent"]
        self.font = look["font"] or "Microsoft YaHei"
        self.heading = look["heading_font"] or self.font

    def of(self, properties: Properties) -> Format:
        """The format with these properties."""
        return self._form({"font_name": self.font, "font_size": 10, "valign": "vcenter", **properties})

    def cell(self, kind: Kind, fill: bool = False, centred: bool = False, tone: Tone | None = None, more: Properties = NOTHING) -> Format:
        """The format of a cell of the table."""
        key = (kind, fill, centred, tone, *more.items())
        if key not in self._cells:
            self._cells[key] = self.of(self._cell(kind, fill, centred, tone, more))
        return self._cells[key]

    def _cell(self, kind: Kind, fill: bool, centred: bool, tone: Tone | None, more: Properties) -> Properties:
        made: dict[str, str | int | bool] = {"border": 1, "border_color": LINE, "num_format": NUMBERS[kind], "text_wrap": True, **more}
        if kind != "text" or centred:
            made["align"] = "center"
        if fill:
            made |= {"locked": False, "bg_color": _TO_FILL}
            # `#.##` would leave a point behind a whole number that somebody types.
            made |= {"num_format": "General"} if kind == "number" else {}
        if tone:
            back, front = _TONES[tone]
            made |= {"bg_color": self.accent if tone == "strong" else back, "font_color": front, "bold": tone == "strong"}
        return made

    def tone(self, tone: Tone) -> Format:
        """The format of a highlight."""
        back, front = _TONES[tone]
        return self._form({"bg_color": back, "font_color": front})
