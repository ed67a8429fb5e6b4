"""`dealer matrix`: functions by positions, in letters."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.answer import department_id
from dealer_cli.questions.matrix import Column, Matrix, Row, matrix
from dealer_cli.writing.terminal import WIDTH, pad, styled, table, width, wrap

_say = words()
app = new_app()

ACROSS = 12
"""Positions side by side; with more, the functions' titles would not fit 80 columns."""

CELL = 3
"""Columns of a position: two letters and a blank."""


@app.command("matrix", cls=Command, help=_say("help.matrix-long"))
def command(
    department: Annotated[
        str | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-matrix-department"), show_default=False)
    ] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print the RASCI matrix of a store."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = matrix(Scene(opened, store, _say.lang), department_id(opened, department))
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Matrix) -> Iterator[str]:
    yield styled(title(answer.store), "strong")
    yield from wrap(_say("answers.matrix-legend"))
    departments: dict[str, list[Column]] = {}
    for column in answer.columns:
        departments.setdefault(column.department.id, []).append(column)
    for columns in departments.values():
        yield ""
        yield styled(title(columns[0].department), "strong")
        for first in range(0, len(columns), ACROSS):
            yield from _block(answer, columns[first : first + ACROSS], first)
    yield from _gaps(answer)


def _block(answer: Matrix, columns: Sequence[Column], first: int) -> Iterator[str]:
    """Some positions of a department, numbered, and the functions that they share in."""
    numbers = [str(first + i + 1) for i in range(len(columns))]
    if first:
        yield ""
    yield from table([(number, title(column.position)) for number, column in zip(numbers, columns, strict=True)], indent="  ")
    shown = [(row, cells) for row in answer.rows if any(cells := _letters(row, columns))]
    room = WIDTH - CELL * len(columns) - 2
    size = min(room, max((width(title(row.function)) for row, _ in shown), default=0))
    if shown:
        yield styled("  " + pad("", size) + "".join(number.rjust(CELL) for number in numbers), "quiet")
    for row, cells in shown:
        head, *more = wrap(title(row.function), size + 2, "  ")
        yield (pad(head, size + 2) + "".join(cell.rjust(CELL) for cell in cells)).rstrip()
        yield from more


def _letters(row: Row, columns: Sequence[Column]) -> list[str]:
    found = {share.position: share.letters for share in row.shares}
    return [found.get(column.position.id, "") for column in columns]


def _gaps(answer: Matrix) -> Iterator[str]:
    if answer.department:
        return
    for gap in ("no-accountable", "no-responsible"):
        functions = [row.function for row in answer.rows if gap in row.gaps]
        if functions:
            yield ""
            yield from (styled(line, "warning") for line in wrap(_say(f"answers.matrix-{gap}", names=titles(functions))))


def _sheet(answer: Matrix) -> Sheet:
    columns = ("function_id", "function", *(column.position.id for column in answer.columns))
    headings = (
        _say("labels.col.function_id"),
        _say("labels.col.function"),
        *(title(column.position) for column in answer.columns),
    )
    rows = [(row.function.id, row.function.title.say(_say.lang), *_letters(row, answer.columns)) for row in answer.rows]
    return Sheet(columns, rows, _say("answers.matrix-legend"), headings)
