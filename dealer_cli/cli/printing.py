"""What commands that print documents share: formats, languages, templates, progress, and what was written where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import USUAL
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import wrap

_say = words()


class Format(Enum):
    """What a document can be printed as."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MD = "md"
    JSON = "json"
    CSV = "csv"


class DocLang(Enum):
    """What language a document can be in."""

    ZH = "zh"
    EN = "en"
    BOTH = "zh+en"


class Via(Enum):
    """What makes the PDF."""

    TYPST = "typst"
    LIBREOFFICE = "libreoffice"


OutOption = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=_say("help.opt-out"))]

FormatOption = Annotated[
    list[Format] | None,
    typer.Option("--format", "-f", metavar="docx|pdf|html|md|json|csv", help=_say("help.opt-format"), show_default=False),
]

DocLangOption = Annotated[
    list[DocLang] | None, typer.Option("--doc-lang", metavar="zh|en|zh+en", help=_say("help.opt-doc-lang"), show_default=False)
]

ViaOption = Annotated[Via, typer.Option("--via", metavar="typst|libreoffice", help=_say("help.opt-via"), show_default=False)]

FontOption = Annotated[list[Path] | None, typer.Option("--font", metavar="FILE", help=_say("help.opt-font"), show_default=False)]

TemplatesOption = Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=_say("help.opt-templates"), show_default=False)]


def languages(catalog: Catalog, asked: Sequence[DocLang] | None) -> list[str]:
    """The languages of documents: those asked for, else the catalog's first."""
    return list(dict.fromkeys(lang.value for lang in asked or ())) or [catalog.settings.record.languages[0]]


def forms(asked: Sequence[Format] | None) -> tuple[str, ...]:
    """The formats asked for, each once; else the usual ones."""
    return tuple(dict.fromkeys(form.value for form in asked or ())) or USUAL


def folders(catalog: Catalog, given: Path | None) -> list[Path]:
    """Where templates are looked for before the shipped ones: the folder given, then the catalog's own."""
    if given is not None and not given.is_dir():
        raise TemplateFault(str(given), "", "unreadable", _say("answers.template-no-folder"))
    return [*([given] if given else []), catalog.folder / "templates"]


def say_written(counts: Mapping[Path, int]) -> None:
    """How many files went where."""
    for folder, count in counts.items():
        for line in wrap(_say("answers.written" if count > 1 else "answers.written-one", count=count, folder=show(str(folder)))):
            print(line)
