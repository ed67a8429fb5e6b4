"""`dealer templates copy DIR`: the shipped templates, for a house to edit."""

from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.cli.failures import FAILED, complain, failures
from dealer_cli.cli.group import Command, SubGroup, new_app
from dealer_cli.language import words
from dealer_cli.model.layout import shipped
from dealer_cli.writing.files import write_below
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import wrap

_say = words()
app = new_app(SubGroup, no_args_is_help=True)


@app.callback(help=_say("help.templates"))
def group() -> None:
    """Templates; a group even while it has one command, since that command has a name."""


@app.command("copy", cls=Command, help=_say("help.templates-copy"))
def copy(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_say("help.opt-out"))],
    force: Annotated[bool, typer.Option("--force", help=_say("help.opt-force"))] = False,
) -> None:
    """Copy the shipped templates; what is there stays, unless it may be replaced."""
    kept = False
    with failures():
        for source in sorted(path for path in shipped("templates").iterdir() if path.is_file()):
            target = folder / source.name
            if target.exists() and not force:
                complain(_say("answers.templates-kept", path=show(str(target))))
                kept = True
                continue
            write_below(folder, source.name, source.read_bytes())
            for line in wrap(show(str(target))):
                print(line)
    if kept:
        raise typer.Exit(FAILED)
