"""What commands that print documents share: formats, languages, templates, progress, and what was written where."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.documents.batch.files import print_all
from dealer_cli.documents.picture.position import Picture
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import Render
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import wrap

_say = words()


class Format(Enum):
    """What a document can be printed as."""

    DOCX = "docx"
    HTML = "html"
    MD = "md"


class DocLang(Enum):
    """What language a document can be in."""

    ZH = "zh"
    EN = "en"


OutOption = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help=_say("help.opt-out"))]

FormatOption = Annotated[
    list[Format] | None, typer.Option("--format", "-f", metavar="docx|html|md", help=_say("help.opt-format"), show_default=False)
]

DocLangOption = Annotated[
    list[DocLang] | None, typer.Option("--doc-lang", metavar="zh|en", help=_say("help.opt-doc-lang"), show_default=False)
]

TemplatesOption = Annotated[Path | None, typer.Option("--templates", metavar="DIR", help=_say("help.opt-templates"), show_default=False)]


def languages(catalog: Catalog, asked: Sequence[DocLang] | None) -> list[str]:
    """The languages of documents: those asked for, else the catalog's first."""
    return list(dict.fromkeys(lang.value for lang in asked or ())) or [catalog.settings.record.languages[0]]


def folders(catalog: Catalog, given: Path | None) -> list[Path]:
    """Where templates are looked for before the shipped ones: the folder given, then the catalog's own."""
    if given is not None and not given.is_dir():
        raise TemplateFault(str(given), "", "unreadable", _say("answers.template-no-folder"))
    return [*([given] if given else []), catalog.folder / "templates"]


def print_files(drawn: dict[str, list[Picture]], renders: dict[str, Render], out: Path) -> None:
    """Write pictures by language in every format below a folder, and say how many went where."""
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
