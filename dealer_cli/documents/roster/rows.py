"""A roster's file to rows of texts: xlsx by calamine, csv in UTF-8 or, as Excel in China writes it, GB18030."""

from __future__ import annotations

import csv
import io
import os
import stat
from pathlib import Path

from dealer_cli.documents.roster.people import Cause, RosterFault, RosterProblem

MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a roster; 10,000 people have less than one megabyte."""

MAX_ROWS = 100_000
MAX_COLUMNS = 100

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks up to Excel 2003 begin, and those of today that have a password."""

Row = tuple[int, list[str]]
"""The number of a row, as a spreadsheet counts, and its cells."""


def read_rows(path: Path) -> list[Row]:
    """The rows that hold anything. Raises `RosterFault`."""
    kind = path.suffix.lower()
    if kind not in (".xlsx", ".csv"):
        raise _fault(path, "no-format", path.suffix)
    data = _bytes(path)
    rows = _workbook(path, data) if kind == ".xlsx" else _table(path, data)
    if len(rows) > MAX_ROWS:
        raise _fault(path, "too-many", str(MAX_ROWS))
    return [(number, cells) for number, cells in enumerate(rows, 1) if any(cells)]


def _bytes(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            # A FIFO would be waited for, for ever.
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _fault(path, "unreadable", "no regular file")
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _fault(path, "unreadable", getattr(error, "strerror", None) or str(error)) from None
    if len(data) > MAX_BYTES:
        raise _fault(path, "too-large", str(MAX_BYTES // 1024 // 1024))
    return data


def _workbook(path: Path, data: bytes) -> list[list[str]]:
    """The first sheet of a workbook, its numbers as people see them."""
    if data.startswith(_COMPOUND):
        raise _fault(path, "old-workbook")
    if not data.startswith(b"PK"):
        raise _fault(path, "no-workbook")
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise _fault(path, "no-calamine") from None
    _bounded(path, data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
    except (CalamineError, ValueError, IndexError, OSError) as error:
        raise _fault(path, "no-workbook", str(error)) from None
    return [[_shown(value) for value in row[:MAX_COLUMNS]] for row in sheet]


def _bounded(path: Path, data: bytes) -> None:
    """A small file may unpack to gigabytes."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise _fault(path, "no-workbook", str(error)) from None
    if size > MAX_BYTES * 8:
        raise _fault(path, "too-large", str(MAX_BYTES * 8 // 1024 // 1024))


def _shown(value: object) -> str:
    # A number of staff typed as a number comes as 1024.0.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else _plain(str(value))


def _table(path: Path, data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise _fault(path, "encoding") from None
    if "\0" in text:
        raise _fault(path, "encoding")
    first = text.split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    try:
        lines: list[list[str]] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
        for cells in reader:
            # A quoted cell may hold line breaks; what is named later is the line that people see.
            lines += [[] for _ in range(reader.line_num - len(lines) - 1)]
            lines.append([_plain(cell) for cell in cells[:MAX_COLUMNS]])
    except csv.Error as error:
        raise _fault(path, "no-format", str(error)) from None
    return lines


def _plain(text: str) -> str:
    return " ".join(text.split())


def _fault(path: Path, cause: Cause, detail: str = "") -> RosterFault:
    return RosterFault(str(path), [RosterProblem(cause, 0, detail)])
