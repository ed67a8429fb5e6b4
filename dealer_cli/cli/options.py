"""Options that many commands have, worded once."""

from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.language import words

_say = words()

CatalogOption = Annotated[Path | None, typer.Option("--catalog", metavar="DIR", help=_say("help.opt-catalog"), show_default=False)]
StoreOption = Annotated[str | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-store"), show_default=False)]
SourcedOption = Annotated[bool, typer.Option("--sourced-only", help=_say("help.opt-sourced"))]
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help=_say("help.arg-role"), show_default=False)]
