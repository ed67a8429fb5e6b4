"""The look of the house in a Word template: its colour, its fonts and its logo in the place of the template's.

What the house may change is known by what stands there: the accent of the shipped templates and its
light tint, the fonts of the template's body and headings, and a picture whose alternative text is
`house.logo`. So it works in a template that a house has redrawn in Word, WPS or LibreOffice.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from dealer_cli.documents.house.logo import from_uri
from dealer_cli.model.settings import ACCENT

MARK = "house.logo"
"""The alternative text of the picture that the logo replaces."""

_FONTS = re.compile(rb"<w:rFonts\b[^>]*>")
_EAST = re.compile(rb'w:eastAsia="([^"]*)"')
_NAMED = re.compile(rb'(w:(?:ascii|hAnsi|eastAsia|cs)=")[^"]*"')
_STYLE = re.compile(
    rb'<w:style\b(?:(?!</w:style>).)*?<w:name w:val="(?:heading 1|Title)"/>(?:(?!</w:style>).)*</w:style>', re.DOTALL | re.IGNORECASE
)
_DRAWING = re.compile(rb"<w:drawing>.*?</w:drawing>", re.DOTALL)
_EXTENT = re.compile(rb'(<(?:wp:extent|a:ext)\b[^>]*?\bc)x="(\d+)"( c)y="(\d+)"')
_BOX = re.compile(rb'<wp:extent\b[^>]*?\bcx="(\d+)" cy="(\d+)"')
_TARGET = '<Relationship\\b[^>]*\\bId="{}"[^>]*>'
_TYPES = "[Content_Types].xml"


def tint(colour: str) -> str:
    """A colour with nine parts of white: the shade of a table's head."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) / 10):02X}" for part in parts)


class Look(NamedTuple):
    """What a house wants."""

    accent: str
    font: str
    heading_font: str
    logo: str

    @classmethod
    def of(cls, picture: Mapping[str, object]) -> Look:
        """The look that a picture asks for; the template's own where it says nothing."""
        house = picture.get("house")
        told = house if isinstance(house, Mapping) else {}
        return cls(told.get("accent") or ACCENT, told.get("font", ""), told.get("heading_font", ""), told.get("logo", ""))


class Dress:
    """A template's parts in the look of a house."""

    def __init__(self, parts: Mapping[str, bytes], look: Look) -> None:
        self._look = look
        self._logo = from_uri(look.logo) if look.logo else None
        styles = parts.get("word/styles.xml", b"")
        self._fonts = {name: font for name, font in zip(_fonts_of(styles), (look.font, look.heading_font), strict=True) if name and font}
        self._colours = [
            (f'"{old[1:]}"'.encode(), f'"{new[1:]}"'.encode())
            for old, new in ((ACCENT, look.accent.upper()), (tint(ACCENT), tint(look.accent)))
            if old != new
        ]

    @property
    def plain(self) -> bool:
        """Whether nothing but the logo differs from the template."""
        return not (self._fonts or self._colours)

    def still(self, parts: Mapping[str, bytes], live: Mapping[str, str]) -> dict[str, bytes]:
        """The parts that are the same in every document, the logo among them. `live`: the parts that are not."""
        made = {name: self.live(data) if name.endswith(".xml") else data for name, data in parts.items()}
        for old, new in self._fonts.items():
            # The theme names the fonts that Word offers as those of the document.
            made |= {n: d.replace(f'typeface="{old}"'.encode(), f'typeface="{new}"'.encode()) for n, d in made.items() if "/theme/" in n}
        if self._logo is None:
            return made
        for name in (*parts, *live):
            text = live[name].encode() if name in live else parts[name]
            if MARK.encode() in text and name.endswith(".xml"):
                self._hang(name, text, made)
        return made

    def live(self, data: bytes) -> bytes:
        """A part with its colours, fonts and the size of its logo."""
        for old, new in self._colours:
            data = data.replace(old, new)
        if self._fonts and b"<w:rFonts" in data:
            data = _FONTS.sub(self._font, data)
        if self._logo is not None and MARK.encode() in data:
            data = _DRAWING.sub(self._sized, data)
        return data

    def _font(self, match: re.Match[bytes]) -> bytes:
        east = _EAST.search(match.group())
        font = self._fonts.get(html.unescape(east.group(1).decode("utf-8", "replace"))) if east else None
        # A font of the house has no characters that XML would take for its own.
        return match.group() if font is None else _NAMED.sub(lambda found: found.group(1) + font.encode() + b'"', match.group())

    def _sized(self, match: re.Match[bytes]) -> bytes:
        """The drawing, its picture as large as the box allows without bending it."""
        drawing = match.group()
        box = _BOX.search(drawing)
        if MARK.encode() not in drawing or box is None or self._logo is None:
            return drawing
        width, height = int(box.group(1)), int(box.group(2))
        scale = min(width / self._logo.width, height / self._logo.height)
        size = max(1, round(self._logo.width * scale)), max(1, round(self._logo.height * scale))
        return _EXTENT.sub(lambda found: found.group(1) + b'x="%d"' % size[0] + found.group(3) + b'y="%d"' % size[1], drawing)

    def _hang(self, part: str, text: bytes, made: dict[str, bytes]) -> None:
        """Let the placeholder's relationship lead to the logo."""
        assert self._logo is not None
        folder, _, file = part.rpartition("/")
        links = f"{folder}/_rels/{file}.rels"
        ids = [
            found for drawing in _DRAWING.findall(text) if MARK.encode() in drawing for found in re.findall(rb'r:embed="([^"]+)"', drawing)
        ]
        if not ids or links not in made:
            return
        target = f"media/house-logo.{self._logo.kind}"
        rels = made[links].decode("utf-8", "replace")
        for id_ in ids:
            pattern = re.compile(_TARGET.format(re.escape(id_.decode())))
            rels = pattern.sub(lambda found: re.sub(r'Target="[^"]*"', f'Target="{target}"', found.group()), rels)
        made[links] = rels.encode()
        made[posixpath.join(folder, target)] = self._logo.data
        types = made.get(_TYPES, b"").decode("utf-8", "replace")
        if f'Extension="{self._logo.kind}"' not in types:
            entry = f'<Default Extension="{self._logo.kind}" ContentType="image/{self._logo.kind}"/>'
            made[_TYPES] = re.sub(r"(<Types\b[^>]*>)", lambda found: found.group(1) + entry, types, count=1).encode()


def _fonts_of(styles: bytes) -> tuple[str, str]:
    """The fonts of body and headings; empty where the template leaves them to Word."""
    heads = _STYLE.search(styles)
    return _east(styles), _east(heads.group()) if heads else ""


def _east(xml: bytes) -> str:
    found = next((match for fonts in _FONTS.findall(xml) if (match := _EAST.search(fonts))), None)
    return html.unescape(found.group(1).decode("utf-8", "replace")) if found else ""
