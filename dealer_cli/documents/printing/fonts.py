"""The fonts that PDF and PNG are set in: those given, else the one that comes with the extra `pdf`.

The machine's own fonts are never used: the same catalog would give other bytes elsewhere, and on a
machine without Chinese fonts boxes. A file that is given stands alone in a folder of its own, since
the typesetter takes folders, and its neighbours are not meant.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dealer_cli.documents.picture.texts import texts_of
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.glyphs import Coverage, NoFont, coverage, needs_glyph

if TYPE_CHECKING:
    import typst

PACKAGE = "manimgx_fonts_cjk"
"""The package with the font of the extra `pdf`: Noto Sans CJK, all weights."""

_NOT_SEEN = "data:"
_ENDS = (".ttf", ".otf", ".ttc", ".otc")
_PREFERRED = (" SC", " CN")
"""How families of a collection are called that draw characters as in mainland China."""


@dataclass(frozen=True)
class FontSet:
    """Fonts that are ready to set text, in the order in which they are asked for a character."""

    families: tuple[str, ...]
    fonts: typst.Fonts
    _coverages: tuple[Coverage, ...]
    _drawn: set[str] = field(default_factory=set, compare=False)
    """Characters that were asked for before, and are there."""

    def named(self, *wanted: str) -> list[str]:
        """The families for a text: the first of the wanted ones that is among them before the others."""
        folded = [name.casefold() for name in wanted]
        ranks = {family: folded.index(family.casefold()) if family.casefold() in folded else len(folded) for family in self.families}
        return sorted(self.families, key=ranks.__getitem__)

    def lacking(self, text: str) -> str:
        """The first character of a text that no font of the set can draw; empty if there is none."""
        unknown = set(text) - self._drawn
        lacking = {c for c in unknown if needs_glyph(c) and not any(c in found for found in self._coverages)}
        self._drawn.update(unknown - lacking)
        return next(c for c in text if c in lacking) if lacking else ""


@lru_cache(maxsize=8)
def font_set(files: tuple[Path, ...] = ()) -> FontSet:
    """The fonts of these files, else of the extra `pdf`. Raises `Unprintable`."""
    try:
        import typst
    except ImportError:
        raise Unprintable("no-typst") from None
    folders = [_alone(file) for file in files] if files else [_bundled()]
    families: list[str] = []
    coverages: list[Coverage] = []
    for folder, given in zip(folders, files or folders, strict=True):
        faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]).fonts()
        if not faces:
            raise Unprintable("bad-font", str(given))
        face = min(faces, key=lambda one: not one.family.endswith(_PREFERRED))
        families.append(face.family)
        try:
            coverages.append(coverage(Path(face.path or ""), face.index))
        except NoFont as error:
            raise Unprintable("bad-font", f"{given}: {error}") from None
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder) for folder in folders])
    return FontSet(tuple(dict.fromkeys(families)), fonts, tuple(coverages))


def must_have_glyphs(fonts: FontSet, picture: Mapping[str, Any], document: str) -> None:
    """Refuse a picture with a character that no font has, and say where. Raises `Unprintable`."""
    if fonts.lacking("".join(seen_texts(picture))):
        # What a document is called comes from elsewhere in it, where it can be mended.
        texts = sorted(_texts(picture), key=lambda one: one[0].startswith("document."))
        place, lacking = next((place, found) for place, text in texts if (found := fonts.lacking(text)))
        raise Unprintable("no-glyph", lacking, document=document, field=place)


def seen_texts(picture: Mapping[str, Any]) -> list[str]:
    """The texts of a picture that are set; a logo is a text of no characters that are seen."""
    return [text for text in texts_of(picture) if not text.startswith(_NOT_SEEN)]


def _texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a picture with its field."""
    if isinstance(value, str):
        if not value.startswith(_NOT_SEEN):
            yield place, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _texts(part, f"{place}.{name}" if place else name)
    elif isinstance(value, Sequence):
        for number, part in enumerate(value, 1):
            yield from _texts(part, f"{place}[{number}]")


def _bundled() -> Path:
    found = find_spec(PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found else ():
        if any(path.suffix.lower() in _ENDS for path in Path(folder).iterdir()):
            return Path(folder)
    raise Unprintable("no-font")


_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Folders of given fonts: the typesetter reads them when it first needs a face, and they go with the process."""


def _alone(file: Path) -> Path:
    # Held against the rules before Typst reads it: a broken collection would keep it busy for ever.
    try:
        if not file.is_file():
            raise NoFont("no regular file")
        coverage(file)
    except NoFont as error:
        raise Unprintable("bad-font", f"{file}: {error}") from None
    _kept.append(tempfile.TemporaryDirectory(prefix="dealer-font-"))
    folder = Path(_kept[-1].name)
    # The ending tells the typesetter that the file is a font.
    target = folder / f"font{file.suffix.lower()}"
    try:
        target.symlink_to(file.resolve())
    except OSError:
        shutil.copyfile(file, target)
    return folder
