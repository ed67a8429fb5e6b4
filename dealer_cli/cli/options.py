"""Options that many commands have, worded once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dealer_cli.language import words
from dealer_cli.writing.safe import quote

if TYPE_CHECKING:
    from dealer_cli.documents.roster import Person
    from dealer_cli.model.catalog import Catalog

_say = words()

CatalogOption = Annotated[Path | None, typer.Option("--catalog", metavar="DIR", help=_say("help.opt-catalog"), show_default=False)]
StoreOption = Annotated[str | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-store"), show_default=False)]
SourcedOption = Annotated[bool, typer.Option("--sourced-only", help=_say("help.opt-sourced"))]
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help=_say("help.arg-role"), show_default=False)]

TodayOption = Annotated[
    str,
    typer.Option("--today", metavar="DATE", envvar="DEALER_TODAY", help=_say("help.opt-today"), show_default=False, show_envvar=False),
]


RosterOption = Annotated[Path | None, typer.Option("--roster", metavar="FILE", help=_say("help.opt-roster"), show_default=False)]


def given_day(text: str, option: str = "--today") -> str:
    """The day that an option names, or nothing; ends the run if it is no day."""
    from dealer_cli.model.words import Date

    if text and not Date.__metadata__[0].accepts(text):  # type: ignore[attr-defined]
        raise typer.BadParameter(_say("answers.no-date", text=quote(text)), param_hint=option)
    return text


def read_people(roster: Path | None, catalog: Catalog, store: str | None) -> dict[str, list[Person]]:
    """The people of a store by position, by `--roster`; nobody without one."""
    if roster is None:
        return {}
    from dealer_cli.chart.scene import Scene
    from dealer_cli.documents.roster import read_roster

    return read_roster(roster, Scene(catalog, store, _say.lang))
