"""`dealer jd`: what a position's holder signs: job description, letters, appointment; and the store's notice on complaints."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.batch_run import ChangedSinceOption, CompareOption, JobsOption, ManifestOption, Wanted, print_order
from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog, say_faults
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RosterOption, SourcedOption, StoreOption, given_day, read_people
from dealer_cli.cli.printing import (
    DocLangOption,
    FontOption,
    Format,
    FormatOption,
    OutOption,
    TemplatesOption,
    Via,
    ViaOption,
    folders,
    forms,
    languages,
)
from dealer_cli.cli.seats import selected
from dealer_cli.documents.batch.order import Item, Order
from dealer_cli.documents.batch.press import Press
from dealer_cli.documents.picture.occasion import Occasion, readers
from dealer_cli.documents.picture.position import Picture
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.documents.printing.formats import Pdf
from dealer_cli.language import words
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.writing.safe import show

_say = words()
app = new_app()


class LayoutName(Enum):
    """What is printed of a position, or of the store."""

    JD = "jd"
    LETTER = "letter"
    SAFETY = "safety"
    APPOINTMENT = "appointment"
    COMPLAINT_NOTICE = "complaint-notice"


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
    layout: Annotated[
        LayoutName,
        typer.Option(
            "--layout", "-l", metavar="jd|letter|safety|appointment|complaint-notice", help=_say("help.opt-layout"), show_default=False
        ),
    ] = LayoutName.JD,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", min=2000, max=2199, help=_say("help.opt-year"), show_default=False)
    ] = None,
    start: Annotated[str, typer.Option("--from", metavar="DATE", help=_say("help.opt-from"), show_default=False)] = "",
    roster: RosterOption = None,
    templates: TemplatesOption = None,
    via: ViaOption = Via.HTML,
    font: FontOption = None,
    manifest: ManifestOption = False,
    changed_since: ChangedSinceOption = None,
    compare: CompareOption = False,
    jobs: JobsOption = None,
    context: Annotated[bool, typer.Option("--context", help=_say("help.opt-context"))] = False,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print job descriptions, or the picture that their templates see."""
    asked = (roles or (), department or (), everything)
    if layout is not LayoutName.COMPLAINT_NOTICE and not any(asked):
        complain(_say("answers.jd-nothing"))
        raise typer.Exit(FAILED)
    if layout is LayoutName.COMPLAINT_NOTICE and Format.CSV in (form or ()):
        raise typer.BadParameter(_say("answers.no-duties-to-list"), param_hint="--format")
    opened = open_catalog(catalog)
    manner = Manner(mark=not no_mark, sourced_only=sourced_only)
    langs = languages(opened, doc_lang)
    with failures(opened):
        scene = Scene(opened, store, langs[0].partition("+")[0])
        occasion = Occasion(layout.value, f"{year}" if year else "", given_day(start, "--from"), read_people(roster, opened, store))
        order = Order(
            opened.folder,
            scene.store.record.id,
            forms(form),
            occasion,
            manner,
            tuple(folders(opened, templates)),
            Pdf(via.value, tuple(font or ())),
            content=manifest or changed_since is not None,
        )
        items = _items(scene, occasion, asked)
        _warn_of_too_many(scene, occasion, {item.key for item in items})
        if context:
            _show(Press(order, opened), items, langs)
        else:
            print_order(opened, scene, order, items, langs, out, Wanted(manifest, changed_since, compare, jobs))


def _items(scene: Scene, occasion: Occasion, asked: tuple[Sequence[str], Sequence[str], bool]) -> list[Item]:
    """Whose documents are asked for: those of positions, one for each of their people in a letter; or the store's own."""
    if occasion.layout == "complaint-notice":
        return [Item()]
    return [Item(seat.key, person) for seat in selected(scene, *asked, "jd-no-seat") for person in readers(occasion, seat)]


def _warn_of_too_many(scene: Scene, occasion: Occasion, keys: Collection[str]) -> None:
    """Positions for which the roster names more people than they have; they are printed all the same."""
    for key, people in occasion.people.items():
        headcount = scene.chart.seats[key].position.headcount
        if key in keys and isinstance(headcount, int) and len(people) > headcount:
            complain(_say("answers.roster-over", position=show(scene.title(key)), people=len(people), headcount=headcount))


def _show(press: Press, items: Sequence[Item], langs: Sequence[str]) -> None:
    """The pictures as JSON; what a terminal could not show, or would obey, is written as JSON escapes."""
    faults: list[Fault] = []
    pictures: list[Picture] = []
    for lang, item in ((lang, item) for lang in langs for item in items):
        try:
            pictures.append(press.draw(item, lang))
        except Refused as refused:
            faults += [fault for fault in refused.faults if fault not in faults]
    text = json.dumps(pictures[0] if len(pictures) == 1 else pictures, ensure_ascii=False, indent=2)
    whole = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print("".join(c if (c.isascii() and c >= " ") or c == "\n" or (whole and c.isprintable()) else json.dumps(c)[1:-1] for c in text))
    if faults:
        say_faults(faults)
        raise typer.Exit(FAILED)
