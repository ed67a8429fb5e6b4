"""Answers as other programs read them: JSON, CSV and Markdown tables, each safe in its own way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Union

from dealer_cli.writing.safe import show

Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]
Cell = str | int | float | None

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""

# Patterns as text: `re` compiles them when they are first used, which most questions never do.
_SPECIAL = r"[\\`*_{}\[\]<>|~&$#]"
_OPENING = r"^([-+=]|\d+(?=[.)]))"
_INVISIBLE = "[\x7f-\U0010ffff]|#(?=[A-Za-z]*\\[)"


def json_text(data: Json) -> str:
    """Data as JSON, readable: Chinese as it is, whatever could move a cursor or hide a letter as an escape."""
    import json

    return re.sub(_INVISIBLE, _escaped, json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    # `##[error]` is a command to a CI even in the middle of a line.
    if character != "#" and show(character) == character:
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Rows as CSV with a heading; no text is taken for a formula by the spreadsheet that opens it."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_csv_cell(column) for column in columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _csv_cell(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    guarded = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "\n".join(show(line) for line in guarded.split("\n"))


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Rows as a Markdown table; no text is taken for markup, none ends its cell."""
    drawn = [" | ".join(markdown_line(column) for column in columns), " | ".join("---" for _ in columns)]
    drawn += [" | ".join("" if cell is None else markdown_line(str(cell)) for cell in row) for row in rows]
    return "".join(f"| {line} |\n" for line in drawn)


def markdown_line(text: str) -> str:
    """A text as one line of Markdown that shows just this text."""
    escaped = re.sub(_SPECIAL, r"\\\g<0>", text)
    escaped = re.sub(_OPENING, lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", escaped)
    return "<br>".join(show(line) for line in escaped.replace("\r", "").split("\n"))
