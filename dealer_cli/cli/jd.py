"""`dealer jd`: job descriptions of a store's positions, one file a position, format and language."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog, say_faults
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, SourcedOption, StoreOption
from dealer_cli.documents.batch import print_all
from dealer_cli.documents.context import Picture, picture
from dealer_cli.documents.errors import TemplateFault
from dealer_cli.documents.formats import Render, renderer
from dealer_cli.documents.selection import Unseated, select
from dealer_cli.documents.voice import Manner, Voice
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import wrap

_say = words()
app = new_app()


class Format(Enum):
    """What a document can be printed as."""

    DOCX = "docx"
    HTML = "html"
    MD = "md"


class DocLang(Enum):
    """What language a document can be in."""

    ZH = "zh"
    EN = "en"


@app.command("jd", cls=Command, help=_say("help.jd-long"))
def command(
    roles: Annotated[list[str] | None, typer.Argument(metavar="[ROLE]...", help=_say("help.arg-roles"), show_default=False)] = None,
    department: Annotated[
        list[str] | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-department"), show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_say("help.opt-all"))] = False,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=_say("help.opt-out"))] = Path("build"),
    form: Annotated[
        list[Format] | None, typer.Option("--format", "-f", metavar="docx|html|md", help=_say("help.opt-format"), show_default=False)
    ] = None,
    doc_lang: Annotated[
        list[DocLang] | None, typer.Option("--doc-lang", metavar="zh|en", help=_say("help.opt-doc-lang"), show_default=False)
    ] = None,
    no_mark: Annotated[bool, typer.Option("--no-mark", help=_say("help.opt-no-mark"))] = False,
    sourced_only: SourcedOption = False,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=_say("help.opt-templates"), show_default=False)
    ] = None,
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
    langs = list(dict.fromkeys(lang.value for lang in doc_lang or ())) or [opened.settings.record.languages[0]]
    faults: list[Fault] = []
    # Everything is read before anything is written.
    with failures(opened):
        drawn = {lang: _draw(opened, store, lang, (roles or (), department or (), everything), manner, faults) for lang in langs}
        if context:
            _show(drawn.values())
        else:
            forms = list(dict.fromkeys(kind.value for kind in form or Format))
            renders = {kind: renderer("jd", kind, _folders(opened, templates)) for kind in forms}
            _print(drawn, renders, out)
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


def _folders(catalog: Catalog, given: Path | None) -> list[Path]:
    """Where templates are looked for before the shipped ones: the folder given, then the catalog's own."""
    if given is not None and not given.is_dir():
        raise TemplateFault(str(given), "", "unreadable", _say("answers.template-no-folder"))
    return [*([given] if given else []), catalog.folder / "templates"]


def _print(drawn: dict[str, list[Picture]], renders: dict[str, Render], out: Path) -> None:
    total = sum(len(pictures) for pictures in drawn.values()) * len(renders)
    counts: dict[Path, int] = {}
    with _progress(total) as step:
        for lang, pictures in drawn.items():
            folder = out / lang if len(drawn) > 1 else out
            for _ in print_all(pictures, renders, folder):
                counts[folder] = counts.get(folder, 0) + 1
                step()
    for folder, count in counts.items():
        key = "answers.written" if count > 1 else "answers.written-one"
        for line in wrap(_say(key, count=count, folder=show(str(folder)))):
            print(line)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A step to call for every file: a bar on the error stream if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with typer.progressbar(length=total, file=sys.stderr, width=40) as bar:
        yield lambda: bar.update(1)


def _show(drawn: Iterable[list[Picture]]) -> None:
    """The pictures as JSON; what a terminal could not show, or would obey, is written as JSON escapes."""
    pictures = [found for group in drawn for found in group]
    text = json.dumps(pictures[0] if len(pictures) == 1 else pictures, ensure_ascii=False, indent=2)
    whole = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print("".join(c if (c.isascii() and c >= " ") or c == "\n" or (whole and c.isprintable()) else json.dumps(c)[1:-1] for c in text))
