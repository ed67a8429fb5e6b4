"""`dealer book`: the whole store bound as one document."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RosterOption, SourcedOption, StoreOption, read_people
from dealer_cli.cli.printing import DocLangOption, FontOption, OutOption, TemplatesOption, Via, ViaOption, folders, languages
from dealer_cli.language import words
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import wrap

_say = words()
app = new_app()


class BookFormat(Enum):
    """What a book can be printed as."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


@app.command("book", cls=Command, help=_say("help.book-long"))
def command(
    out: OutOption = Path("build"),
    form: Annotated[
        list[BookFormat] | None,
        typer.Option("--format", "-f", metavar="docx|pdf|html", help=_say("help.opt-book-format"), show_default=False),
    ] = None,
    doc_lang: DocLangOption = None,
    no_mark: Annotated[bool, typer.Option("--no-mark", help=_say("help.opt-no-mark"))] = False,
    sourced_only: SourcedOption = False,
    roster: RosterOption = None,
    templates: TemplatesOption = None,
    via: ViaOption = Via.HTML,
    font: FontOption = None,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a store's book: cover, contents, chart, departments, positions, policies."""
    from dealer_cli.documents.batch.files import Names, file_name
    from dealer_cli.documents.book.binding import Binding
    from dealer_cli.documents.picture.occasion import Occasion
    from dealer_cli.documents.picture.voice import Manner
    from dealer_cli.documents.printing.formats import Pdf
    from dealer_cli.writing.files import write_below

    forms = list(dict.fromkeys(one.value for one in form or (BookFormat.DOCX,)))
    opened = open_catalog(catalog)
    langs = languages(opened, doc_lang)
    with failures(opened):
        occasion = Occasion(people=read_people(roster, opened, store))
        manner = Manner(mark=not no_mark, sourced_only=sourced_only)
        where, pdf = folders(opened, templates), Pdf(via.value, tuple(font or ()))
        names = Names()
        made: list[tuple[str, bytes]] = []
        # Everything is printed before anything is written.
        for lang in langs:
            bound = Binding(opened, store, lang, occasion=occasion, manner=manner, folders=where, pdf=pdf)
            name = names.fresh("", file_name(bound.name))
            made += [(f"{name}.{one}", bound.data(one)) for one in forms]
        for name, data in made:
            for line in wrap(show(str(write_below(out, name, data)))):
                print(line)
