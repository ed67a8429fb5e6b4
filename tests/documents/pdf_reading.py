"""PDF read back by PDFium, which is not ours and not that of what lays out the pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

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


class Bookmark(NamedTuple):
    """An entry of what a reader shows beside the pages."""

    title: str
    level: int
    page: int
    """From 1."""


def bookmarks(data: bytes) -> list[Bookmark]:
    found = []
    for entry in pypdfium2.PdfDocument(data).get_toc():
        place = entry.get_dest()
        assert place is not None, "a bookmark that leads nowhere"
        found.append(Bookmark(entry.get_title(), entry.level, place.get_index() + 1))
    return found


def links(data: bytes) -> list[list[int]]:
    """The pages, from 1, that the links of each page lead to."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        leads = []
        while pdfium.FPDFLink_Enumerate(page.raw, place, link):
            target = pdfium.FPDFLink_GetDest(document.raw, link) or pdfium.FPDFAction_GetDest(document.raw, pdfium.FPDFLink_GetAction(link))
            leads.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, target) + 1)
        found.append(leads)
    return found


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in whole points."""
    return [(round(width), round(height)) for width, height in (page.get_size() for page in pypdfium2.PdfDocument(data))]


def pictures(data: bytes) -> int:
    """How many pictures of dots are drawn."""
    found = [page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=15) for page in pypdfium2.PdfDocument(data)]
    return sum(len(list(one)) for one in found)
