"""PDF read back by PDFium, which is not ours and not Typst's."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


def plain(text: str) -> str:
    """A text without what a line's end changes."""
    # PDFium tells a hyphen at the end of a line by a sign of its own.
    return "".join(text.split()).replace("\u200b", "").replace("\ufffe", "-")


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def said(data: bytes) -> str:
    return plain("".join(pages(data)))


def fonts(data: bytes) -> Iterator[tuple[str, bool]]:
    """Every font that a text uses, and whether the file holds it."""
    for page in pypdfium2.PdfDocument(data):
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=15):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
            yield name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))


def outside(data: bytes) -> list[Any]:
    """The letters that lie beyond their page."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text, (width, height) = page.get_textpage(), page.get_size()
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            if left < 0 or bottom < 0 or right > width or top > height:
                found.append(text.get_text_range(number, 1))
    return found


def metadata(data: bytes) -> dict[str, str]:
    return pypdfium2.PdfDocument(data).get_metadata_dict()
