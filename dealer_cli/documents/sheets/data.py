"""Sheets as CSV and JSON, for other programs: one table, with the positions as columns of it."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.documents.sheets.table import Column, Content, Input, Sheet, data_columns, data_rows
from dealer_cli.writing.exchange import Json, csv_text, json_text


def as_csv(sheets: Sequence[Sheet]) -> bytes:
    """All rows in one table; what is filled in or computed is empty. Begins as Excel wants it to."""
    rows = [row for sheet in sheets for row in data_rows(sheet)]
    # One sheet of several may have no group.
    widest = max(sheets, key=lambda sheet: len(data_columns(sheet)))
    return csv_text(data_columns(widest), rows).encode("utf-8-sig")


def as_json(kind: str, sheets: Sequence[Sheet]) -> bytes:
    """Every sheet with its facts and rows."""
    found: Json = {"kind": kind, "store": sheets[0].store, "sheets": [_sheet(sheet) for sheet in sheets]}
    return json_text(found).encode()


def _sheet(sheet: Sheet) -> Json:
    names = data_columns(sheet)
    control = sheet.control
    notes: list[Json] = [*([sheet.legend] if sheet.legend else []), *sheet.notes]
    to_fill: list[Json] = [*sorted({column.id for column, cell in _cells(sheet) if isinstance(cell, Input)})]
    return {
        "id": sheet.id,
        "title": sheet.title,
        "number": control.number,
        "version": control.version,
        "effective": control.effective,
        "facts": {fact.id: None if not isinstance(fact.value, str) else fact.value for fact in sheet.facts if fact.id},
        "to_fill": to_fill,
        "rows": [dict(zip(names, row, strict=True)) for row in data_rows(sheet)],
        "notes": notes,
    }


def _cells(sheet: Sheet) -> list[tuple[Column, Content]]:
    return [pair for row in sheet.rows if row.kind == "row" for pair in zip(sheet.columns, row.cells, strict=True)]
