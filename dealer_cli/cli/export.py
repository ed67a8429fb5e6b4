"""`dealer export DIR`: the catalog, or one store of it, as static files for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.language import words
from dealer_cli.questions.export import exported
from dealer_cli.writing.files import write_below
from dealer_cli.writing.paths import shown_path

_say = words()
app = new_app()


@app.command("export", cls=Command, help=_say("help.export-long"))
def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_say("help.arg-export"), show_default=False)],
    store: Annotated[
        str | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-export-store"), show_default=False)
    ] = None,
    catalog: CatalogOption = None,
) -> None:
    """Write JSON and CSV."""
    opened = open_catalog(catalog)
    with failures(opened):
        # All of it is made before anything is written: what cannot be read leaves no half of an export.
        made = list(exported(opened, store))
        for name, data in made:
            write_below(folder, name, data)
        print(_say("answers.exported", count=len(made), folder=shown_path(str(folder))))
