"""The formats of documents, each in a module that is imported when it is first asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.model.layout import shipped

Picture = Mapping[str, Any]

Render = Callable[[Picture], bytes]
"""A picture to the bytes of a document."""


@runtime_checkable
class ManyAtOnce(Protocol):
    """A render that takes several pictures in one go, since it pays a price for every call."""

    def many(self, pictures: Sequence[Picture]) -> list[bytes]:
        """The bytes of each document, in the order of the pictures."""
        ...


@dataclass(frozen=True)
class Format:
    """How a format is made."""

    module: str
    """The module that `load`s its templates; where there are none, that has its `render`."""
    template: str = ""
    """The end of a template's name; empty for what is printed without one."""


_HERE = "dealer_cli.documents.printing"

FORMATS = {
    "docx": Format(f"{_HERE}.docx", "docx"),
    "html": Format(f"{_HERE}.html", "html"),
    "md": Format(f"{_HERE}.markdown", "md"),
    "pdf": Format(f"{_HERE}.pdf", "typ"),
    "json": Format(f"{_HERE}.json"),
    "csv": Format(f"{_HERE}.csv"),
}
"""Every format, which is also the end of a file's name."""

USUAL = ("docx", "html", "md")
"""What is printed when no format is asked for."""

PIECES = ("look.html", "header.html", "footer.html", "signatures.html")
"""What HTML templates share; each asks for a piece by `include`, and nothing else can be included."""

MAX_BYTES = 16 * 1024 * 1024
"""Bytes of a template's file."""


@dataclass(frozen=True)
class Pdf:
    """How PDF is to be made."""

    via: Literal["typst", "libreoffice"] = "typst"
    """What makes it; LibreOffice converts the Word document, in the fonts of this machine."""
    fonts: tuple[Path, ...] = ()
    """Font files to set it in; the font of the extra `pdf` where there is none."""


def renderer(kind: str, form: str, folders: Sequence[Path], pdf: Pdf | None = None) -> Render:
    """The way to print documents of a kind (`jd`) in a format, by the first template that the folders have."""
    pdf = pdf or Pdf()
    if form == "pdf" and pdf.via == "libreoffice":
        from dealer_cli.documents.printing.office import Office

        return Office(renderer(kind, "docx", folders))
    chosen = FORMATS[form]
    module = importlib.import_module(chosen.module)
    if not chosen.template:
        plain: Render = module.render
        return plain
    path = template_path(f"{kind}.{chosen.template}", folders)
    data, own_pieces = with_pieces(read_template(path), folders)
    load: Callable[..., Render] = module.load
    options = {"files": pdf.fonts} if chosen is FORMATS["pdf"] else {}
    if own_pieces or not _is_shipped(path):
        # A template from outside may loop for ever, or fill the memory: it is rendered elsewhere, within limits.
        return guarded(chosen.module, data, str(path), options)
    try:
        return load(data, str(path), **options)
    except UnicodeDecodeError as error:
        raise TemplateFault(str(path), "", "unreadable", str(error)) from None


def guarded(module: str, data: bytes, name: str, options: Mapping[str, Sequence[Path]]) -> Render:
    """A template rendered in a process of its own."""
    from dealer_cli.documents.printing.guarded import Guarded

    return Guarded(module, data, name, options)


def template_path(name: str, folders: Sequence[Path]) -> Path:
    """Where a template is: in the first folder that has it, else among the shipped ones."""
    return next((folder / name for folder in folders if (folder / name).exists()), shipped("templates") / name)


def with_pieces(data: bytes, folders: Sequence[Path]) -> tuple[bytes, bool]:
    """A template with the shared pieces in the places of the lines that ask for them, and whether one of those is not ours.

    The other lines keep their numbers. Raises `TemplateFault`.
    """
    own = False
    for name in PIECES:
        asks = b'{% include "' + name.encode() + b'" %}'
        if asks in data:
            path = template_path(name, folders)
            own |= not _is_shipped(path)
            data = data.replace(asks, b" ".join(read_template(path).splitlines()))
    return data, own


def _is_shipped(path: Path) -> bool:
    return path.parent.resolve() == shipped("templates").resolve()


def read_template(path: Path) -> bytes:
    """The bytes of a template's file. Raises `TemplateFault`."""
    try:
        # A FIFO would be waited for, for ever.
        if not path.is_file():
            raise TemplateFault(str(path), "", "unreadable", "no regular file")
        if path.stat().st_size > MAX_BYTES:
            raise TemplateFault(str(path), "", "too-large", f"{MAX_BYTES // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as error:
        raise TemplateFault(str(path), "", "unreadable", error.strerror or str(error)) from None
