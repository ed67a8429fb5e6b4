"""`dealer templates`: the shipped templates for a house to edit, and a judgement of those it has edited."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dealer_cli.cli.failures import FAILED, complain, failures
from dealer_cli.cli.group import Command, SubGroup, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.language import words
from dealer_cli.model.layout import catalog_above, shipped
from dealer_cli.writing.files import write_below
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import wrap

if TYPE_CHECKING:
    from dealer_cli.documents.checking.flaws import Flaw

_say = words()
app = new_app(SubGroup, no_args_is_help=True)

SHARED = frozenset({"look", "paper", "header", "footer", "signatures"})
"""What templates take in; it goes with each of them."""


@app.callback(help=_say("help.templates"))
def group() -> None:
    """Templates."""


@app.command("copy", cls=Command, help=_say("help.templates-copy"))
def copy(
    names: Annotated[list[str], typer.Argument(metavar="[KIND]... DIR", help=_say("help.arg-templates-copy"), show_default=False)],
    force: Annotated[bool, typer.Option("--force", help=_say("help.opt-force"))] = False,
) -> None:
    """Copy shipped templates, of all kinds or of those named; what is there stays, unless it may be replaced."""
    *kinds, folder = names
    if not kinds and folder in _kinds() and not Path(folder).exists():
        complain(_say("answers.templates-no-folder", kind=folder))
        raise typer.Exit(FAILED)
    kept = False
    with failures():
        for source in _chosen(kinds):
            target = Path(folder) / source.name
            if target.exists() and not force:
                complain(_say("answers.templates-kept", path=show(str(target))))
                kept = True
                continue
            write_below(Path(folder), source.name, source.read_bytes())
            for line in wrap(show(str(target))):
                print(line)
    if kept:
        raise typer.Exit(FAILED)


def _kinds() -> list[str]:
    return sorted({path.stem for path in shipped("templates").iterdir() if path.is_file()} - SHARED)


def _chosen(kinds: Sequence[str]) -> list[Path]:
    files = sorted(path for path in shipped("templates").iterdir() if path.is_file())
    known = _kinds()
    unknown = next((kind for kind in kinds if kind not in known), None)
    if unknown is not None:
        complain(_say("answers.templates-no-kind", name=quote(unknown), kinds=_say.join(known)))
        raise typer.Exit(FAILED)
    wanted = {*kinds, *SHARED}
    return [path for path in files if not kinds or path.stem in wanted]


@app.command("check", cls=Command, help=_say("help.templates-check"))
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help=_say("help.arg-templates-check"), show_default=False)] = None,
    catalog: CatalogOption = None,
) -> None:
    """Name everything that is wrong with the templates of a folder, before anything is printed."""
    from dealer_cli.cli.printing import say_unused
    from dealer_cli.documents.checking.check import check as judged
    from dealer_cli.documents.checking.check import check_pieces, pieces_in, templates_in

    where = folder or (catalog or catalog_above(Path.cwd()) or shipped("catalog").parent) / "templates"
    if not where.is_dir():
        complain(_say("answers.template-fault", template=show(str(where)), part="", cause=_say("answers.template-no-folder")))
        raise typer.Exit(FAILED)
    with failures():
        files = templates_in(where)
        pieces = pieces_in(where)
        found = [(path, flaw) for path in files for flaw in judged(path)] + [(where, flaw) for flaw in check_pieces(where)]
    # A fault of a shared piece is one, however many templates take it in.
    told = {(flaw.file or str(path), flaw.part, flaw.line, flaw.column, flaw.cause, flaw.detail): (path, flaw) for path, flaw in found}
    for path, flaw in told.values():
        _tell(path, flaw)
    say_unused(where)
    count = len(files) + len(pieces)
    if not count:
        complain(_say("answers.templates-none", folder=show(str(where))))
        raise typer.Exit(FAILED)
    for line in wrap(_say("answers.templates-flaws" if told else "answers.templates-fine", count=len(told), files=count)):
        print(line)
    raise typer.Exit(1 if told else 0)


def _tell(path: Path, flaw: Flaw) -> None:
    """One line with the place and the cause, then what stands there, then what may be meant."""
    file = flaw.file or str(path)
    where = f"{file}:{flaw.line}:{flaw.column}" if flaw.line and not flaw.part else f"{file}: {flaw.part}" if flaw.part else file
    for line in wrap(f"{show(where)}: {_say(f'answers.template-{flaw.cause}', detail=quote(flaw.detail))}", rest="  "):
        print(line)
    if flaw.near:
        # In a text the column says where to look; a paragraph of Word is told from its beginning.
        start = max(0, flaw.column - 60) if flaw.line and not flaw.part and len(flaw.near) > 120 else 0
        near = flaw.near[start : start + 120]
        for line in wrap(_say("answers.template-near", near=quote(near)), first="  ", rest="  "):
            print(line)
    if flaw.nearest:
        for line in wrap(_say("answers.nearest", names=show(flaw.nearest[0])), first="  ", rest="  "):
            print(line)
