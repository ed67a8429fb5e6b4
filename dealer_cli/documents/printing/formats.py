"""The formats of documents, each in a module that is imported when it is first asked for."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, runtime_checkable

from dealer_cli.documents.picture.shapes import CONTEXTS
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.model.layout import shipped

_Made = TypeVar("_Made")

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
    "pdf": Format(f"{_HERE}.pdf", "html"),
    "json": Format(f"{_HERE}.json"),
    "csv": Format(f"{_HERE}.csv"),
}
"""Every format, which is also the end of a file's name."""

ENDS: Mapping[str, str] = {one.template: form for form, one in reversed(FORMATS.items()) if one.template}
"""The end of a template's name to the format that it is printed as; PDF is the page of HTML on paper."""

USUAL = ("docx", "html", "md")
"""What is printed when no format is asked for."""

PIECES = ("look.html", "paper.html", "header.html", "footer.html", "signatures.html")
"""What HTML templates share; each asks for a piece by `include`, and nothing else can be included."""

MAX_BYTES = 16 * 1024 * 1024
"""Bytes of a template's file."""


@dataclass(frozen=True)
class Pdf:
    """How PDF is to be made."""

    via: Literal["html", "libreoffice"] = "html"
    """What it is made of: the page of HTML, or the Word document, which LibreOffice converts in the fonts of this machine."""
    fonts: tuple[Path, ...] = ()
    """Font files to set it in; the fonts that come with `dealer` where there is none."""


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
    joined = with_pieces(path, folders)
    load: Callable[..., Render] = module.load
    options = {"files": pdf.fonts} if chosen is FORMATS["pdf"] else {}
    if joined.own or not is_shipped(path) or any(options.values()):
        # A template from outside may loop for ever, or fill the memory: it is rendered elsewhere, within limits.
        # And what sets text can be told its fonts only once a process.
        elsewhere = partial(guarded, chosen.module, joined.data, str(path), options)
        return _Placed(elsewhere, joined) if joined.places else elsewhere()
    try:
        return load(joined.data, str(path), **options)
    except UnicodeDecodeError as error:
        raise TemplateFault(str(path), "", "unreadable", str(error)) from None


class _Placed:
    """A render whose faults are told of the file that has them: of a shared piece, not of the template that takes it in."""

    def __init__(self, load: Callable[[], Render], joined: Joined) -> None:
        self._joined = joined
        self._render = self._told(load)

    def __call__(self, picture: Picture) -> bytes:
        return self._told(lambda: self._render(picture))

    def _told(self, act: Callable[[], _Made]) -> _Made:
        try:
            return act()
        except TemplateFault as fault:
            raise self._joined.told(fault) from None


def guarded(module: str, data: bytes, name: str, options: Mapping[str, Sequence[Path]]) -> Render:
    """A template rendered in a process of its own."""
    from dealer_cli.documents.printing.guarded import Guarded

    return Guarded(module, data, name, options)


def template_path(name: str, folders: Sequence[Path]) -> Path:
    """Where a template is: in the first folder that has it, else among the shipped ones."""
    return next((folder / name for folder in folders if (folder / name).exists()), shipped("templates") / name)


class Place(NamedTuple):
    """A line of a file."""

    path: Path
    line: int
    text: str


class Joined(NamedTuple):
    """A template with the shared pieces in it."""

    data: bytes
    own: bool
    """Whether one of the pieces is not ours."""
    places: tuple[Place, ...] = ()
    """Where each line comes from; none where there are no pieces."""

    def place(self, line: int) -> Place | None:
        """Where a line comes from, by its number from 1."""
        return self.places[line - 1] if 0 < line <= len(self.places) else None

    def told(self, fault: TemplateFault) -> TemplateFault:
        """The fault, of the file and the line that a person can open."""
        place = self.place(int(fault.part)) if fault.part.isdigit() else None
        if place is None:
            return fault
        return TemplateFault(str(place.path), str(place.line), fault.cause, fault.detail, place.text.strip() if fault.near else "")


_INCLUDE = re.compile(r'\{% include "(' + "|".join(map(re.escape, PIECES)) + r')" %\}')
_TAG = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BREAK = " {#\n#}"
"""The end of a piece's line: a blank on paper, as if the piece stood in one line, and a line of its own for Jinja to tell."""


def with_pieces(path: Path, folders: Sequence[Path]) -> Joined:
    """A template with the shared pieces in the places of the lines that ask for them. Raises `TemplateFault`."""
    data = read_template(path)
    if path.suffix != ".html" or b"{% include" not in data:
        return Joined(data, False)
    lines: list[str] = []
    places: list[Place] = []
    own = False
    for number, line in enumerate(_decoded(data, path).split("\n"), 1):
        asked = _INCLUDE.search(line)
        piece = template_path(asked[1], folders) if asked else path
        # A line that asks for two pieces has the second in one line with the rest.
        text = _INCLUDE.sub(lambda match: _piece(template_path(match[1], folders)), line)
        own |= any(not is_shipped(template_path(name, folders)) for name in _INCLUDE.findall(line))
        inner = _decoded(read_template(piece), piece).splitlines() if asked else [line]
        for i, part in enumerate(text.split("\n")):
            lines.append(part)
            places.append(Place(piece, i + 1 if asked else number, inner[i] if i < len(inner) else part))
    return Joined("\n".join(lines).encode(), own, tuple(places))


def _piece(path: Path) -> str:
    """A piece as it goes into a template: a line of its own for each of its lines, unless a tag reaches over them."""
    text = _decoded(read_template(path), path)
    rows = "\n".join(text.splitlines())
    if "endraw" in rows:
        return rows.replace("\n", " ")
    pieces, last = [], 0
    for tag in _TAG.finditer(rows):
        pieces += [rows[last : tag.start()].replace("\n", _BREAK), tag.group()]
        last = tag.end()
    return "".join([*pieces, rows[last:].replace("\n", _BREAK)])


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateFault(str(path), "", "unreadable", str(error)) from None


def is_template(path: Path) -> bool:
    """Whether documents are printed by a file of such a name."""
    return path.suffix[1:] in ENDS and path.stem in CONTEXTS


def is_shipped(path: Path) -> bool:
    """Whether a template is one of ours."""
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
