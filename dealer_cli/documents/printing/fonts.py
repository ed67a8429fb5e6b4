"""The fonts that PDF and PNG are set in: those given, else the ones that come with `dealer`.

The machine's own fonts are never used: the same catalog would give other bytes elsewhere, and on a
machine without Chinese fonts boxes. `faces/` has Noto Sans CJK SC (SIL Open Font License) in two
weights; the rare characters lie in files of their own, since every document pays for the size of the
fonts that it is set in. `make fonts` makes them again.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.glyphs import Face, NoFont, face_of, needs_glyph

FACES = Path(__file__).with_name("faces")
"""The fonts that come with `dealer`."""

_TOLD = "fonts.conf"
"""The file by which what sets text knows its fonts."""

_NOT_SEEN = "data:"

_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Folders of given fonts, which go with the process."""


@dataclass(frozen=True)
class FontSet:
    """Fonts that are ready to set text, in the order in which they are asked for a character."""

    files: tuple[Path, ...]
    faces: tuple[Face, ...]
    """The face of each file."""
    _drawn: set[str] = field(default_factory=set, compare=False)
    """Characters that were asked for before, and are there."""

    @property
    def _ours(self) -> bool:
        return self.files[0].parent == FACES

    @cached_property
    def folder(self) -> Path:
        """A folder that has these fonts and no others, with the file that tells of them: what sets text takes folders."""
        if self._ours:
            return FACES
        _kept.append(tempfile.TemporaryDirectory(prefix="dealer-fonts-"))
        folder = Path(_kept[-1].name)
        for number, file in enumerate(self.files):
            target = folder / f"{number}{file.suffix.lower()}"
            try:
                target.symlink_to(file)
            except OSError:
                shutil.copyfile(file, target)
        told = (FACES / _TOLD).read_text(encoding="utf-8")
        (folder / _TOLD).write_text(told.replace("Noto Sans CJK SC", escape(self.families[0])), encoding="utf-8")
        return folder

    @property
    def families(self) -> tuple[str, ...]:
        """The families of the faces, each once."""
        return tuple(dict.fromkeys(face.family for face in self.faces))

    @property
    def heading(self) -> str:
        """The family for headings: of two fonts that are given, the second."""
        return self.families[0 if self._ours else -1]

    def named(self, wanted: str, usual: str = "") -> str:
        """The family for a text: the wanted one if it is among them, else the usual one, else the first."""
        known = {family.casefold(): family for family in self.families}
        return known.get(wanted.casefold()) or usual or self.families[0]

    def lacking(self, text: str) -> str:
        """The first character of a text that no font of the set can draw; empty if there is none."""
        unknown = set(text) - self._drawn
        lacking = {c for c in unknown if needs_glyph(c) and not any(c in face.coverage for face in self.faces)}
        self._drawn.update(unknown - lacking)
        return next(c for c in text if c in lacking) if lacking else ""


@lru_cache(maxsize=8)
def font_set(files: tuple[Path, ...] = ()) -> FontSet:
    """The fonts of these files, else those of `dealer`. Raises `Unprintable`."""
    chosen = tuple(file.resolve() for file in files) or tuple(
        sorted(FACES.glob("*.otf"), key=lambda path: ("rare" in path.name, path.name))
    )
    faces = []
    for file in chosen:
        try:
            faces.append(face_of(file))
        except NoFont as error:
            raise Unprintable("bad-font", f"{file} ({error})") from None
    return FontSet(chosen, tuple(faces))


def must_have_glyphs(fonts: FontSet, picture: Mapping[str, Any], document: str) -> None:
    """Refuse a picture with a character that no font has, and say where. Raises `Unprintable`."""
    # What a document is called comes from elsewhere in it, where it can be mended.
    for place, text in sorted(_texts(picture), key=lambda one: one[0].startswith("document.")):
        if lacking := fonts.lacking(text):
            raise Unprintable("no-glyph", lacking, document=document, field=place)


def _texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a picture with its field; a logo is a text of no characters that are seen."""
    if isinstance(value, str):
        if not value.startswith(_NOT_SEEN):
            yield place, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _texts(part, f"{place}.{name}" if place else name)
    elif isinstance(value, Sequence):
        for number, part in enumerate(value, 1):
            yield from _texts(part, f"{place}[{number}]")
