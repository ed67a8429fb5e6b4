"""What ended a run, in words: faults with their places, names that mean nothing, files that cannot be written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dealer_cli.cli.asking import offer, on_terminal
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.names import Ambiguous
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.writing.files import Unwritable
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import table, wrap

if TYPE_CHECKING:
    from dealer_cli.documents.printing.errors import TemplateFault, Unprintable

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
        key = {"outside": "answers.unwritable-outside", "no folder": "answers.out-no-folder"}.get(error.reason, "answers.unwritable")
        complain(say(key, path=show(str(error.path)), reason=show(error.reason)))
    except Exception as error:
        # Imported late: questions never need the documents room.
        from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
        from dealer_cli.documents.roster.people import RosterFault

        if isinstance(error, TemplateFault):
            _say_template_fault(error)
        elif isinstance(error, Unprintable):
            _say_unprintable(error)
        elif isinstance(error, RosterFault):
            from dealer_cli.cli.roster_text import say_roster_fault

            say_roster_fault(error, catalog)
        elif type(error).__name__ in ("ManifestFault", "Lost"):
            from dealer_cli.cli.batch_run import say_batch_fault

            say_batch_fault(error)
        else:
            raise
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
    part = say("answers.template-line", line=fault.part) if fault.part.isdigit() else show(fault.part)
    part = say("answers.template-part", part=part) if part else ""
    cause = say(f"answers.template-{fault.cause}", detail=quote(fault.detail))
    complain(say("answers.template-fault", template=show(fault.template), part=part, cause=cause))
    if fault.near:
        complain(say("answers.template-near", near=quote(fault.near)))


def _say_unprintable(error: Unprintable) -> None:
    say = words()
    if error.hindrance != "no-glyph":
        told = {"detail": show(error.detail), "document": quote(error.document), "field": quote(error.field)}
        complain(say(f"answers.print-{error.hindrance}", **told))
        return
    code = f"U+{ord(error.detail):04X}"
    place = say("answers.template-line", line=error.field) if error.field.isdigit() else quote(error.field)
    complain(say("answers.print-no-glyph", character=show(error.detail), code=code, document=quote(error.document), field=place))


def _say_not_found(missing: NotFound, catalog: Catalog | None) -> None:
    say = words()
    complain(say("answers.no-such-name", name=quote(missing.name)) if missing.name else say("answers.no-store"))
    if missing.nearest and missing.name and on_terminal():
        complain(say("answers.nearest-asked"))
        offer(missing.name, [(id_, _title(missing.kind, id_, catalog)) for id_ in missing.nearest])
    elif missing.nearest:
        named = [(id_, _title(missing.kind, id_, catalog)) for id_ in missing.nearest]
        complain(say("answers.nearest", names=say.join([f"{title} ({id_})" if title else id_ for id_, title in named])))


def _say_ambiguous(several: Ambiguous, catalog: Catalog | None) -> None:
    say = words()
    complain(say("answers.ambiguous" if several.kind == "roles" else "answers.ambiguous-things", name=quote(several.name)))
    rows = [(id_, _title(several.kind, id_, catalog)) for id_ in several.candidates]
    if on_terminal():
        offer(several.name, rows)
        return
    for line in table(rows, indent="  "):
        print(line, file=sys.stderr)
    complain(say("answers.ambiguous-help"))


def _title(kind: str, id_: str, catalog: Catalog | None) -> str:
    from dealer_cli.model.names import title_of

    title = title_of(catalog, kind, id_) if catalog else None
    return show(title.say(words().lang)) if title else ""


def say_interrupted() -> None:
    """What is left behind when somebody stops a run."""
    complain(words()("answers.interrupted"))


def say_failure(error: Exception) -> None:
    """An error that nobody foresaw, in one line."""
    complain(words()("answers.internal", kind=type(error).__name__, text=quote(str(error))))
