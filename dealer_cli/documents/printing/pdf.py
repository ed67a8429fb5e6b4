"""PDF: the HTML page of a document, laid out on paper."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

from dealer_cli.documents.printing import html
from dealer_cli.documents.printing.bound import bound, has_contents
from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.fonts import font_set, must_have_glyphs
from dealer_cli.documents.printing.paged import Fetched, NoPages, get_ready, pdf

_SPELT = re.compile(r"&(?!amp;|lt;|gt;|#3[49];)")
"""What is spelt otherwise than our own escaping spells it."""

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"\\([0-9A-Fa-f]{1,6})[ \t\r\n\f]?")
"""A character of CSS by its number."""


class PdfTemplate:
    """An HTML template, ready to be printed on paper many times."""

    def __init__(self, data: bytes, name: str, files: tuple[Path, ...] = ()) -> None:
        self._fonts = font_set(files)
        self._name = name
        self._lines = data.decode("utf-8-sig").split("\n")
        self._page = html.load(data, name)

    def __call__(self, picture: Mapping[str, Any]) -> bytes:
        """The document as bytes: the same for the same picture. Raises `TemplateFault` and `Unprintable`."""
        house = picture["house"]
        body = self._fonts.named(house["font"])
        heading = self._fonts.named(house["heading_font"], self._fonts.heading)
        page = self._page({**picture, "house": {**house, "font": body, "heading_font": heading}}).decode()
        spelt = _spelt(page)
        if lacking := self._fonts.lacking(spelt):
            must_have_glyphs(self._fonts, picture, picture["document"]["name"])
            # It is a word of the template's own.
            raise Unprintable("no-glyph", lacking, document=self._name, field=self._place(lacking)[0])
        try:
            return (bound if has_contents(page) else pdf)(page, self._fonts, author=house["name"])
        except Fetched as error:
            part, near = self._place(str(error))
            raise TemplateFault(self._name, part, "outside", str(error), near) from None
        except NoPages:
            raise TemplateFault(self._name, "", "no-pages", "") from None
        except Unprintable as error:
            raise Unprintable(error.hindrance, error.detail, document=picture["document"]["name"]) from None

    def _place(self, text: str) -> tuple[str, str]:
        """The first line of the template with a text: its number from 1, and what stands there."""
        return next(
            ((str(number), line.strip()) for number, line in enumerate(self._lines, 1) if text in _spelt(f"<style>{line}</style>")),
            ("", ""),
        )


def _spelt(page: str) -> str:
    """A page with the characters that its template spells by their numbers or names, and so do its styles."""
    styles = "".join(_STYLE.findall(page)) if "\\" in page else ""
    codes = (int(number, 16) for number in _CODE.findall(styles))
    # CSS takes what is no character for U+FFFD.
    coded = (chr(code) if 0 < code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)
    return (unescape(page) if _SPELT.search(page) else page) + "".join(coded)


def prepare(files: tuple[Path, ...] = ()) -> None:
    """Have everything ready that does not depend on a template. Raises `Unprintable`."""
    get_ready(font_set(files))


def load(data: bytes, name: str, files: tuple[Path, ...] = ()) -> PdfTemplate:
    """An HTML template from the bytes of its file, to be set in the fonts of these files."""
    return PdfTemplate(data, name, files)
