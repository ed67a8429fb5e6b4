"""What ended a run, in words: faults with their places, names that mean nothing, files that cannot be written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.names import Ambiguous
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.writing.files import Unwritable
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import table, wrap

if TYPE_CHECKING:
    from dealer_cli.documents.errors import TemplateFault

FAILED = 2


def open_catalog(folder: Path | None) -> Catalog:
    """The catalog of a command; ends the run with its faults if it cannot be read."""
    with failures():
        return Catalog.open(folder)
    raise AssertionError


@contextmanager
def failures(catalog: Catalog | None = None, lang: str = "en") -> Iterator[None]:
    """Turn what a question or a document may raise into words and exit code 2."""
    try:
        yield
    except Refused as refused:
        say_faults(refused.faults)
    except NotFound as missing:
        _say_not_found(missing, catalog)
    except Ambiguous as several:
        _say_ambiguous(several, catalog)
    except Unwritable as error:
        say = words()
        key = "answers.unwritable-outside" if error.reason == "outside" else "answers.unwritable"
        complain(say(key, path=show(str(error.path)), reason=show(error.reason)))
    except Exception as error:
        # Imported late: questions never need the documents room.
        from dealer_cli.documents.errors import TemplateFault

        if not isinstance(error, TemplateFault):
            raise
        _say_template_fault(error)
    else:
        return
    raise typer.Exit(FAILED)


def say_faults(faults: tuple[Fault, ...] | list[Fault]) -> None:
    """Faults on the error stream, as `check` would show them."""
    from dealer_cli.checks.reports.text import fault_lines

    for fault in faults:
        for line in fault_lines(fault, "error", words(), source_line()):
            print(line, file=sys.stderr)


def source_line() -> Callable[[str, int], str]:
    """A way to lines of files for excerpts; a file that cannot be shown gives none."""
    from dealer_cli.reading.files import read_text

    texts: dict[str, list[str]] = {}

    def line(path: str, number: int) -> str:
        if path not in texts:
            try:
                texts[path] = read_text(Path(path)).split("\n")
            except Refused:
                texts[path] = []
        lines = texts[path]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    return line


def complain(text: str) -> None:
    """One sentence on the error stream, beginning with the program's name."""
    for line in wrap(text, first="dealer: ", rest="  "):
        print(line, file=sys.stderr)


def _say_template_fault(fault: TemplateFault) -> None:
    say = words()
    cause = say(f"answers.template-{fault.cause}", detail=quote(fault.detail))
    complain(say("answers.template-fault", template=show(fault.template), part=f", {show(fault.part)}" if fault.part else "", cause=cause))
    if fault.near:
        complain(say("answers.template-near", near=quote(fault.near)))


def _say_not_found(missing: NotFound, catalog: Catalog | None) -> None:
    say = words()
    complain(say("answers.no-such-name", name=quote(missing.name)) if missing.name else say("answers.no-store"))
    if missing.nearest:
        names = [_named(role, catalog) for role in missing.nearest]
        complain(say("answers.nearest", names=say.join(names)))


def _say_ambiguous(several: Ambiguous, catalog: Catalog | None) -> None:
    say = words()
    complain(say("answers.ambiguous", name=quote(several.name)))
    rows = [(role, _title(role, catalog)) for role in several.candidates]
    for line in table(rows, indent="  "):
        print(line, file=sys.stderr)
    complain(say("answers.ambiguous-help"))


def _named(role: str, catalog: Catalog | None) -> str:
    title = _title(role, catalog)
    return f"{title} ({role})" if title else role


def _title(role: str, catalog: Catalog | None) -> str:
    if catalog is None or catalog.role_path(role) is None:
        return ""
    try:
        return show(catalog.role_head(role).record.title.say(words().lang))
    except Refused:
        return ""


def say_interrupted() -> None:
    """What is left behind when somebody stops a run."""
    complain(words()("answers.interrupted"))


def say_failure(error: Exception) -> None:
    """An error that nobody foresaw, in one line."""
    complain(words()("answers.internal", kind=type(error).__name__, text=quote(str(error))))
