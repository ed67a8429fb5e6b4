"""`dealer schema`: the JSON Schemas of every kind of file, from the models."""

from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.cli.failures import complain, failures
from dealer_cli.cli.group import Command, new_app
from dealer_cli.language import words
from dealer_cli.writing.safe import show

_say = words()
app = new_app()


@app.command("schema", cls=Command, help=_say("help.schema-long"))
def command(
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR", help=_say("help.opt-schema-out"), show_default=False)] = None,
    check: Annotated[bool, typer.Option("--check", help=_say("help.opt-schema-check"))] = False,
) -> None:
    """Write the schemas, or compare them with those that are there."""
    from dealer_cli.documents.batch.manifest import manifest_schema
    from dealer_cli.documents.picture.schemas import context_schemas
    from dealer_cli.model.layout import catalog_above, shipped
    from dealer_cli.model.schemas import schema_files
    from dealer_cli.questions.table import ANSWERS
    from dealer_cli.writing.files import write_below

    folder = out or (catalog_above(Path.cwd()) or shipped("catalog")) / "schema"
    files = schema_files(ANSWERS, context_schemas()) | manifest_schema()
    if check:
        stale = [name for name, data in files.items() if not _same(folder / name, data)]
        for name in stale:
            complain(_say("answers.schema-stale", path=show(str(folder / name))))
        if not stale:
            print(_say("answers.schema-fresh", count=len(files)))
        raise typer.Exit(1 if stale else 0)
    with failures():
        for name, data in files.items():
            write_below(folder, name, data)
    print(_say("answers.schema-written", count=len(files), folder=show(str(folder))))


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
