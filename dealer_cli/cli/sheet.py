"""`dealer sheet KIND`: score sheets, matrix, headcounts, calendar, handover, approvals, certificates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.printing import DocLangOption, OutOption, TemplatesOption, folders, languages, say_written
from dealer_cli.cli.seats import selected
from dealer_cli.language import words

if TYPE_CHECKING:
    from dealer_cli.chart.tree import Seat
    from dealer_cli.documents.batch.files import Names
    from dealer_cli.documents.sheets.table import Sheet
    from dealer_cli.model.catalog import Catalog

_say = words()
app = new_app()


class Kind(Enum):
    """What can be printed."""

    KPI = "kpi"
    MATRIX = "matrix"
    HEADCOUNT = "headcount"
    CALENDAR = "calendar"
    HANDOVER = "handover"
    APPROVALS = "approvals"
    CERTIFICATES = "certificates"


class SheetFormat(Enum):
    """What a sheet can be printed as; Word and HTML only what is signed by hand."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    HTML = "html"


class File(NamedTuple):
    """A file that is to be written."""

    name: str
    data: bytes


@app.command("sheet", cls=Command, help=_say("help.sheet-long"))
def command(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=_say("help.arg-sheet-kind"), show_default=False)],
    roles: Annotated[list[str] | None, typer.Argument(metavar="[ROLE]...", help=_say("help.arg-sheet-roles"), show_default=False)] = None,
    department: Annotated[
        list[str] | None,
        typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-department"), show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_say("help.opt-all"))] = False,
    each: Annotated[bool, typer.Option("--each", help=_say("help.opt-each"))] = False,
    out: OutOption = Path("build"),
    form: Annotated[
        list[SheetFormat] | None,
        typer.Option("--format", "-f", metavar="xlsx|csv|json|docx|html", help=_say("help.opt-sheet-format"), show_default=False),
    ] = None,
    doc_lang: DocLangOption = None,
    templates: TemplatesOption = None,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print the sheets of a kind."""
    from dealer_cli.documents.sheets.kinds import PER_POST, SIGNED
    from dealer_cli.writing.files import write_below

    asked = bool(roles or department or everything)
    if kind.value in PER_POST and not asked:
        complain(_say("answers.jd-nothing"))
        raise typer.Exit(FAILED)
    forms = [one.value for one in dict.fromkeys(form or (SheetFormat.XLSX,))]
    if kind.value not in SIGNED and {"docx", "html"} & set(forms):
        raise typer.BadParameter(_say("answers.sheet-not-signed", kinds=", ".join(SIGNED)), param_hint="--format")
    opened = open_catalog(catalog)
    langs = languages(opened, doc_lang)
    with failures(opened):
        # Everything is drawn before anything is written.
        made: list[tuple[Path, File]] = []
        places = folders(opened, templates)
        for lang in langs:
            folder = out / lang if len(langs) > 1 else out
            printing = _Printing(opened, store, lang, kind.value, places)
            seats = selected(printing.scene, roles or (), department or (), everything or not asked)
            made += [(folder, file) for file in printing.files(seats, forms, each)]
        for folder, file in made:
            write_below(folder, file.name, file.data)
    say_written(Counter(folder for folder, _ in made))


class _Printing:
    """One kind of sheet of a store, in one language or both."""

    def __init__(self, catalog: Catalog, store: str | None, lang: str, kind: str, places: Sequence[Path]) -> None:
        from dealer_cli.documents.picture.both import voices
        from dealer_cli.documents.picture.voice import Manner

        self.voices = voices(catalog, store, lang, Manner())
        self.scene = self.voices[0].scene
        self.kind = kind
        self.places = places

    def files(self, seats: Sequence[Seat], forms: Sequence[str], each: bool) -> Iterator[File]:
        """The files for these positions. Raises `Refused`, `TemplateFault` and `Unprintable`."""
        from dealer_cli.documents.batch.files import Names, file_name
        from dealer_cli.documents.sheets.kinds import PER_POST

        if {"docx", "html"} & set(forms):
            yield from self._signed(seats, [form for form in forms if form in ("docx", "html")], Names())
        # One name in all formats, where a paper and a table are the same sheet.
        names = Names()
        rest = [form for form in forms if form not in ("docx", "html")]
        drawn = self._sheets(seats) if rest else []
        groups = [[i] for i in range(len(drawn))] if each and self.kind in PER_POST else [list(range(len(drawn)))]
        for group in groups if drawn else ():
            sheets = [drawn[i] for i in group]
            alone = len(sheets) == 1 and self.kind in PER_POST
            name = names.fresh("", file_name(f"{sheets[0].tab} {sheets[0].title}" if alone else self._title(sheets)))
            for form in rest:
                yield File(f"{name}.{form}", self._data(form, sheets, [seats[i] for i in group]))

    def _sheets(self, seats: Sequence[Seat]) -> list[Sheet]:
        from dealer_cli.documents.sheets.kinds import draw
        from dealer_cli.documents.sheets.table import both

        drawn = [draw(self.kind, voice, seats) for voice in self.voices]
        return drawn[0] if len(drawn) == 1 else [both(zh, en) for zh, en in zip(*drawn, strict=True)]

    def _title(self, sheets: Sequence[Sheet]) -> str:
        from dealer_cli.documents.sheets.desk import store_title

        # In two languages a title names the store twice, each time beside its own words.
        title, store = sheets[0].title, store_title(self.scene)
        return title if store in title else f"{sheets[0].store} {title}"

    def _data(self, form: str, sheets: Sequence[Sheet], seats: Sequence[Seat]) -> bytes:
        from dealer_cli.documents.sheets.data import as_csv, as_json

        if form == "csv":
            return as_csv(sheets)
        if form == "json":
            return as_json(self.kind, sheets)
        from dealer_cli.documents.sheets.xlsx import workbook

        voice = self.voices[0]
        return workbook(sheets, voice.house, voice.words("layout.page"), self._index(sheets, seats))

    def _index(self, sheets: Sequence[Sheet], seats: Sequence[Seat]) -> Sheet | None:
        from dealer_cli.documents.sheets.table import both

        if self.kind != "kpi" or len(sheets) < 2:
            return None
        from dealer_cli.documents.sheets.scores import index

        drawn = [index(voice, sheets, seats) for voice in self.voices]
        return drawn[0] if len(drawn) == 1 else both(drawn[0], drawn[1])

    def _signed(self, seats: Sequence[Seat], forms: Sequence[str], names: Names) -> Iterator[File]:
        from dealer_cli.documents.batch.files import document_name
        from dealer_cli.documents.picture.both import both
        from dealer_cli.documents.picture.directions import settled
        from dealer_cli.documents.printing.formats import renderer
        from dealer_cli.documents.sheets.signed import pictures

        drawn = [[settled(one) for one in pictures(self.kind, voice, seats)] for voice in self.voices]
        merged = drawn[0] if len(drawn) == 1 else [both(zh, en) for zh, en in zip(*drawn, strict=True)]
        renders = {form: renderer(self.kind, form, self.places) for form in forms}
        for picture in merged:
            name = names.fresh("", document_name(picture, "", ""))
            for form, render in renders.items():
                yield File(f"{name}.{form}", render(picture))
