"""`dealer list [KIND]`: ids and titles of what the catalog has."""

from collections.abc import Iterator
from typing import Annotated, cast

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title
from dealer_cli.language import words
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.decode import nearest
from dealer_cli.model.role import LEVELS, Level
from dealer_cli.questions.listing import FILTERS, KINDS, Filters, Listed, Listing, listing
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import table, wrap

_say = words()
app = new_app()


@app.command("list", cls=Command, help=_say("help.list-long"))
def command(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help=_say("help.arg-kind"), show_default=False)] = "roles",
    department: Annotated[
        str | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-list-department"), show_default=False)
    ] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL", help=_say("help.opt-list-level"), show_default=False)] = None,
    function: Annotated[
        str | None, typer.Option("--function", metavar="FUNCTION", help=_say("help.opt-list-function"), show_default=False)
    ] = None,
    store: Annotated[
        str | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-list-store"), show_default=False)
    ] = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print ids and titles of one kind."""
    if level is not None and level not in LEVELS:
        raise typer.BadParameter(_say("answers.no-such-level", name=show(level), names=", ".join(LEVELS)), param_hint="--level")
    filters = Filters(department=department, level=cast(Level, level), function=function, store=store)
    opened = open_catalog(catalog)
    with failures(opened):
        if kind not in KINDS:
            raise NotFound(kind, nearest(kind, tuple(KINDS), 3))
        for name in sorted(filters.given() - FILTERS.get(kind, frozenset())):
            raise typer.BadParameter(_say("answers.no-such-filter", kind=_say("labels.list." + kind)), param_hint=f"--{name}")
        answer = listing(opened, kind, filters)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Listing) -> Iterator[str]:
    if not answer.entries:
        yield from wrap(_say("answers.list-empty"))
    yield from table([(show(entry.id), *_facts(answer.kind, entry), title(entry)) for entry in answer.entries])


def _facts(kind: str, entry: Listed) -> list[str]:
    if kind == "stores":
        return [_say("labels.positions", n=entry.positions)]
    facts = []
    if kind in ("roles", "functions"):
        facts.append(title(entry.department) if entry.department else "")
    if kind == "roles":
        facts.append(_say("labels.level." + entry.level) if entry.level else "")
    return facts


def _sheet(answer: Listing) -> Sheet:
    columns = ("id", "zh", "en", "department", "level", "positions")
    rows = [(e.id, e.title.zh, e.title.en, e.department.id if e.department else None, e.level, e.positions) for e in answer.entries]
    kept = [i for i in range(len(columns)) if i < 3 or any(row[i] is not None for row in rows)]
    return Sheet([columns[i] for i in kept], [[row[i] for i in kept] for row in rows])
