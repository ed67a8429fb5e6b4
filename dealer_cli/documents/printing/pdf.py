"""PDF, set by Typst from the same picture that the other formats are printed from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dealer_cli.documents.house.logo import from_uri
from dealer_cli.documents.printing.fonts import font_set, must_have_glyphs, seen_texts
from dealer_cli.documents.printing.typesetting import Typesetter

_TAB = re.compile(r"(?<!\\)((?:\\\\)*)\\t")
"""A tab in JSON, which Typst would print as nothing."""

LONG, LONG_LIST = 400, 1200
"""Characters of a text, and of a list in one cell, that may need more than a page in a narrow column."""

_ENDLESS = re.compile(r"[^\s\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]{30}")
"""What may be wider than a column, unless it is Chinese, which breaks anywhere."""


class PdfTemplate:
    """A Typst template, ready to be printed many times."""

    def __init__(self, data: bytes, name: str, files: tuple[Path, ...] = ()) -> None:
        self._fonts = font_set(files)
        self._typesetter = Typesetter(data, name, self._fonts)

    def __call__(self, picture: Mapping[str, Any]) -> bytes:
        """The document as bytes: the same for the same picture. Raises `TemplateFault` and `Unprintable`."""
        must_have_glyphs(self._fonts, picture, picture["document"]["name"])
        house = picture["house"]
        # Of two fonts that are given, one is for texts and the other for headings.
        fonts = {"body": self._fonts.named(house["font"]), "heading": self._fonts.named(house["heading_font"], self._fonts.families[-1])}
        # Typst cannot read a data URI, but an SVG that holds one.
        seen = {**picture, "house": {**house, "logo": _svg(house["logo"])}}
        data = _TAB.sub(r"\1    ", json.dumps(seen, ensure_ascii=False))
        endless = _ENDLESS.search("\n".join(seen_texts(picture)))
        hints = {"long": "yes" if _long(picture) else "", "endless": "yes" if endless else ""}
        return self._typesetter.pdf({"picture": data, "fonts": json.dumps(fonts), **hints})


def load(data: bytes, name: str, files: tuple[Path, ...] = ()) -> PdfTemplate:
    """A Typst template from the bytes of its file, to be set in the fonts of these files."""
    return PdfTemplate(data, name, files)


def _svg(uri: str) -> str:
    """A picture in a data URI as an SVG of its size."""
    logo = from_uri(uri)
    if logo is None:
        return ""
    size = f'width="{logo.width}" height="{logo.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image href="{logo.uri}" {size}/></svg>'


def _long(value: Any) -> bool:
    """Whether something in a picture may be higher than a page."""
    if isinstance(value, str):
        return len(value) > LONG and not value.startswith("data:")
    if isinstance(value, Mapping):
        return any(map(_long, value.values()))
    return any(map(_long, value)) or sum(_length(part) for part in value) > LONG_LIST


def _length(part: Any) -> int:
    """The characters of an entry of a list that is printed in one cell: of names, or of sentences with their marks."""
    if isinstance(part, str):
        return len(part)
    return len(part["text"]) if set(part) == {"text", "mark"} else 0
