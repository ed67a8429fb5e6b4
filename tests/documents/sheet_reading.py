"""Sheets for the tests: drawn for a store, printed as a workbook, and read back."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.sheets.kinds import draw
from dealer_cli.documents.sheets.layout import laid_out
from dealer_cli.documents.sheets.table import Sheet
from dealer_cli.documents.sheets.xlsx import workbook
from dealer_cli.model.catalog import Catalog

STORE = "standard-4s"
LANGS = ("zh", "en")


def voices_of(catalog: Catalog, store: str = STORE) -> dict[str, Voice]:
    return {lang: Voice(Scene(catalog, store, lang), Manner()) for lang in LANGS}


def printed(voice: Voice, sheets: list[Sheet], first: Sheet | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets, voice.house, voice.words("layout.page"), first)))


def drawn(voice: Voice, kind: str, *keys: str) -> list[Sheet]:
    seats = voice.scene.chart.seats
    return draw(kind, voice, [seats[key] for key in keys] if keys else list(seats.values()))


def texts(page: Worksheet) -> set[str]:
    return {cell.value for row in page.iter_rows() for cell in row if isinstance(cell.value, str)}


def rows(page: Worksheet, sheet: Sheet, column: str) -> list[Any]:
    """The cells of a column, those of totals and headings left out."""
    grid = laid_out(sheet)
    at = [number for number, row in zip(grid.rows, sheet.rows, strict=True) if row.kind == "row"]
    return [page.cell(number + 1, grid.columns[column] + 1) for number in at]
