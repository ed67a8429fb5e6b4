"""What commands that print documents share: formats, languages, templates, progress, and what was written where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.cli.failures import FAILED, complain
from dealer_cli.documents.picture.shapes import CONTEXTS
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import ENDS, USUAL, is_template
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import wrap

_say = words()


_LIKE = frozenset({*(f".{end}" for end in ENDS), ".doc", ".docm", ".dotx", ".htm", ".typ", ".wps"})
"""Ends of files that somebody may have meant as a template."""


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
    """What a PDF is made of."""

    HTML = "html"
    LIBREOFFICE = "libreoffice"


OutOption = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=_say("help.opt-out"))]

FormatOption = Annotated[
    list[Format] | None,
    typer.Option("--format", "-f", metavar="docx|pdf|html|md|json|csv", help=_say("help.opt-format"), show_default=False),
]

DocLangOption = Annotated[
    list[DocLang] | None, typer.Option("--doc-lang", metavar="zh|en|zh+en", help=_say("help.opt-doc-lang"), show_default=False)
]

ViaOption = Annotated[Via, typer.Option("--via", metavar="html|libreoffice", help=_say("help.opt-via"), show_default=False)]

FontOption = Annotated[list[Path] | None, typer.Option("--font", metavar="FILE", help=_say("help.opt-font"), show_default=False)]

TemplatesOption = Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=_say("help.opt-templates"), show_default=False)]


def languages(catalog: Catalog, asked: Sequence[DocLang] | None) -> list[str]:
    """The languages of documents: those asked for, else the catalog's first."""
    return list(dict.fromkeys(lang.value for lang in asked or ())) or [catalog.settings.record.languages[0]]


def forms(asked: Sequence[Format] | None) -> tuple[str, ...]:
    """The formats asked for, each once; else the usual ones."""
    return tuple(dict.fromkeys(form.value for form in asked or ())) or USUAL


def _is_known(path: Path) -> bool:
    """Whether a file is a template by its name, or a piece that templates share."""
    return is_template(path) or (shipped("templates") / path.name).exists()


def say_unused(folder: Path) -> None:
    """Name the files that look like templates, but by whose names nothing is printed."""
    if not folder.is_dir():
        return
    # Word and LibreOffice lay files of their own beside one that is open.
    names = [path for path in folder.iterdir() if path.suffix.lower() in _LIKE and not path.name.startswith((".", "~$", "README"))]
    if found := sorted(path.name for path in names if not _is_known(path)):
        complain(_say("answers.templates-not-used", folder=show(str(folder)), names=_say.join([quote(name) for name in found])))


def folders(catalog: Catalog, given: Path | None) -> list[Path]:
    """Where templates are looked for before the shipped ones: the folder given, then the catalog's own."""
    if given is not None and not given.is_dir():
        raise TemplateFault(str(given), "", "unreadable", _say("answers.template-no-folder"))
    own = catalog.folder / "templates"
    if given is not None and not any(_is_known(path) for path in given.iterdir()):
        complain(_say("answers.templates-none-known", folder=show(str(given)), names=_say.join(sorted(CONTEXTS))))
        raise typer.Exit(FAILED)
    for folder in dict.fromkeys((given, own)):
        if folder is not None:
            say_unused(folder)
    return [*([given] if given else []), own]


def say_written(counts: Mapping[Path, int]) -> None:
    """How many files went where."""
    for folder, count in counts.items():
        for line in wrap(_say("answers.written" if count > 1 else "answers.written-one", count=count, folder=show(str(folder)))):
            print(line)
