"""How an answer leaves: as text for eyes, or as JSON, CSV and Markdown; on the screen or in files."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from dealer_cli.language import words
from dealer_cli.questions.answer import Named, Post, plain
from dealer_cli.writing.safe import show

_say = words()

FORMATS = ("text", "json", "csv", "markdown")

FormatOption = Annotated[
    list[str] | None, typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help=_say("help.opt-answer-format"), show_default=False)
]

WORDED = {
    "relation": ("answers.",),
    "level": ("labels.level.",),
    "part": ("labels.part.", "labels."),
    "through": ("labels.through.",),
    "kind": ("labels.found.", "labels."),
    "every": ("labels.every.",),
    "figure": ("labels.figure.",),
    "loss": ("labels.impact.",),
}
"""Columns whose cells are fixed words, and where Markdown finds them in the language of the screen."""

_STYLE = "\x1b\\[[0-9;]*m"

Cell = str | int | float | None


class Sheet(NamedTuple):
    """An answer as one table, for CSV and Markdown."""

    columns: Sequence[str]
    """Stable names; they head the columns of a CSV, and their labels (`labels.col.<name>`) those of Markdown."""
    rows: Sequence[Sequence[Cell]]
    """The cells."""
    lead: str = ""
    """The sentence that Markdown begins with."""
    headings: Sequence[str] = ()
    """What Markdown calls the columns, where no message does."""


class Made(NamedTuple):
    """An answer in one format, ready to leave."""

    format: str
    file: str
    """Where to; empty for the screen."""
    content: str


def give(answer: object, formats: Sequence[str] | None, text: Callable[[], Iterable[str]], sheet: Callable[[], Sheet]) -> None:
    """Give an answer in every format that is asked for; without one, as text.

    `text` makes its lines, `sheet` its table; only what is asked for is made, and all of it before
    anything is written. Raises `Unwritable`.
    """
    deliver([Made(name, file, _made(name, answer, text, sheet)) for name, file in asked_formats(formats or ("text",), FORMATS)])


def asked_formats(formats: Sequence[str], known: Collection[str]) -> list[tuple[str, str]]:
    """Names of formats with the files that they go to; an empty file is the screen, which takes one of them."""
    asked = [_asked(word, known) for word in formats]
    if sum(1 for _, file in asked if not file) > 1:
        raise typer.BadParameter(_say("answers.format-twice"), param_hint="--format")
    return asked


def deliver(made: Sequence[Made]) -> None:
    """Write what goes to files, then print what goes to the screen. Raises `Unwritable`."""
    for one in made:
        if one.file:
            _write(Path(one.file), one.content)
    for one in made:
        if not one.file:
            _print(one.content, eyes=one.format == "text")


def title(named: Named) -> str:
    """What something is called, safe to print."""
    return show(named.title.say(_say.lang))


def titles(named: Sequence[Named]) -> str:
    """Names in a row."""
    return _say.join([title(one) for one in named])


def full_title(post: Post) -> str:
    """A position's title with the posts held together in brackets."""
    return f"{title(post)}{_say('answers.also', names=titles(post.holds))}" if post.holds else title(post)


def _asked(word: str, known: Collection[str]) -> tuple[str, str]:
    name, _, file = word.partition("=")
    if name not in known or (not file and "=" in word):
        raise typer.BadParameter(_say("answers.no-such-format", name=show(word), names=", ".join(known)), param_hint="--format")
    return name, file


def _made(name: str, answer: object, text: Callable[[], Iterable[str]], sheet: Callable[[], Sheet]) -> str:
    if name == "text":
        return "".join(f"{line}\n" for line in text())
    from dealer_cli.writing.exchange import csv_text, json_text, markdown_line, markdown_table

    if name == "json":
        return json_text(plain(answer))
    made = sheet()
    if name == "csv":
        return csv_text(made.columns, made.rows)
    headings = made.headings or [_say.find(f"labels.col.{column}") or column for column in made.columns]
    lead = f"{markdown_line(made.lead)}\n\n" if made.lead else ""
    rows = [[_worded(column, cell) for column, cell in zip(made.columns, row, strict=True)] for row in made.rows]
    return lead + (markdown_table(headings, rows) if rows else "")


def _worded(column: str, cell: Cell) -> Cell:
    """A cell for people: a fixed word of ours in the language of the screen."""
    for topic in WORDED.get(column, ()):
        if isinstance(cell, str) and cell and (found := _say.find(f"{topic}{cell}")):
            return found
    return cell


def _write(path: Path, content: str) -> None:
    from dealer_cli.writing.files import write_below

    # Excel reads a CSV as UTF-8 only if it begins with a byte order mark.
    encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
    write_below(path.parent, path.name, re.sub(_STYLE, "", content).encode(encoding))


def _print(content: str, eyes: bool) -> None:
    if eyes and sys.stdout.isatty():
        from dealer_cli.cli.pager import paged

        if paged(content):
            return
    sys.stdout.write(content)
