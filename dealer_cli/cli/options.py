"""Options that many commands have, worded once."""

from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.language import words
from dealer_cli.writing.safe import quote

_say = words()

CatalogOption = Annotated[Path | None, typer.Option("--catalog", metavar="DIR", help=_say("help.opt-catalog"), show_default=False)]
StoreOption = Annotated[str | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-store"), show_default=False)]
SourcedOption = Annotated[bool, typer.Option("--sourced-only", help=_say("help.opt-sourced"))]
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help=_say("help.arg-role"), show_default=False)]

TodayOption = Annotated[
    str,
    typer.Option("--today", metavar="DATE", envvar="DEALER_TODAY", help=_say("help.opt-today"), show_default=False, show_envvar=False),
]


def given_day(text: str) -> str:
    """The day that `--today` or DEALER_TODAY names, or nothing; ends the run if it is no day."""
    from dealer_cli.model.words import Date

    if text and not Date.__metadata__[0].accepts(text):  # type: ignore[attr-defined]
        raise typer.BadParameter(_say("answers.no-date", text=quote(text)), param_hint="--today")
    return text
