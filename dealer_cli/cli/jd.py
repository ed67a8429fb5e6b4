"""`dealer jd`: job descriptions of a store's positions, one file a position, format and language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog, say_faults
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, SourcedOption, StoreOption
from dealer_cli.cli.printing import DocLangOption, Format, FormatOption, OutOption, TemplatesOption, folders, languages, print_files
from dealer_cli.documents.batch.selection import Unseated, select
from dealer_cli.documents.picture.position import Picture, picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.writing.safe import show

_say = words()
app = new_app()


@app.command("jd", cls=Command, help=_say("help.jd-long"))
def command(
    roles: Annotated[list[str] | None, typer.Argument(metavar="[ROLE]...", help=_say("help.arg-roles"), show_default=False)] = None,
    department: Annotated[
        list[str] | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-department"), show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_say("help.opt-all"))] = False,
    out: OutOption = Path("build"),
    form: FormatOption = None,
    doc_lang: DocLangOption = None,
    no_mark: Annotated[bool, typer.Option("--no-mark", help=_say("help.opt-no-mark"))] = False,
    sourced_only: SourcedOption = False,
    templates: TemplatesOption = None,
    context: Annotated[bool, typer.Option("--context", help=_say("help.opt-context"))] = False,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print job descriptions, or the picture that their templates see."""
    if not (roles or department or everything):
        complain(_say("answers.jd-nothing"))
        raise typer.Exit(FAILED)
    opened = open_catalog(catalog)
    manner = Manner(mark=not no_mark, sourced_only=sourced_only)
    langs = languages(opened, doc_lang)
    faults: list[Fault] = []
    # Everything is read before anything is written.
    with failures(opened):
        drawn = {lang: _draw(opened, store, lang, (roles or (), department or (), everything), manner, faults) for lang in langs}
        if context:
            _show(drawn.values())
        else:
            forms = list(dict.fromkeys(kind.value for kind in form or Format))
            renders = {kind: renderer("jd", kind, folders(opened, templates)) for kind in forms}
            print_files(drawn, renders, out)
    if faults:
        say_faults(faults)
        raise typer.Exit(FAILED)


def _draw(
    catalog: Catalog,
    store: str | None,
    lang: str,
    asked: tuple[Sequence[str], Sequence[str], bool],
    manner: Manner,
    faults: list[Fault],
) -> list[Picture]:
    scene = Scene(catalog, store, lang)
    voice = Voice(scene, manner)
    pictures = []
    for seat in _selected(scene, *asked):
        try:
            pictures.append(picture(voice, seat))
        except Refused as refused:
            faults += [fault for fault in refused.faults if fault not in faults]
    return pictures


def _selected(scene: Scene, roles: Sequence[str], departments: Sequence[str], everything: bool) -> list[Seat]:
    try:
        return select(scene, roles, departments, everything)
    except Unseated as nothing:
        complain(_say("answers.jd-no-seat", title=show(nothing.title.say(_say.lang)), store=show(scene.store.record.title.say(_say.lang))))
        raise typer.Exit(FAILED) from None


def _show(drawn: Iterable[list[Picture]]) -> None:
    """The pictures as JSON; what a terminal could not show, or would obey, is written as JSON escapes."""
    pictures = [found for group in drawn for found in group]
    text = json.dumps(pictures[0] if len(pictures) == 1 else pictures, ensure_ascii=False, indent=2)
    whole = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print("".join(c if (c.isascii() and c >= " ") or c == "\n" or (whole and c.isprintable()) else json.dumps(c)[1:-1] for c in text))
