"""A chart's pages on paper and as pictures: the SVG of each, set in the same fonts as all PDF documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dealer_cli.documents.chart.drawing import Page, Writing
from dealer_cli.documents.chart.svg import svg
from dealer_cli.documents.printing.fonts import font_set, must_have_glyphs
from dealer_cli.documents.printing.paged import Leaf, leaf_of, pdf_of_leaves, png

PPI = {"A4": 200, "A3": 150}
"""Dots of a PNG on an inch: the smallest text is still sharp on a screen."""


class Sheets:
    """Pages of a chart, ready for paper. Raises `Unprintable` for a character that no font has."""

    def __init__(self, pages: Sequence[Page], lang: str, files: tuple[Path, ...] = (), font: str = "") -> None:
        self._fonts = font_set(files)
        texts = [shape.text for page in pages for shape in page.flat() if isinstance(shape, Writing)]
        # A label is named by itself: it is what a reader of the chart can look for.
        must_have_glyphs(self._fonts, {text: text for text in texts}, pages[0].title)
        self._title = pages[0].title
        family = self._fonts.named(font)
        self._leaves = [_leaf(page, lang, number, family) for number, page in enumerate(pages, 1)]

    def pdf(self) -> bytes:
        """All pages in one file."""
        return pdf_of_leaves(self._leaves, self._fonts, self._title)

    def png(self, ppi: float) -> list[bytes]:
        """Each page as a picture."""
        return [png(leaf, self._fonts, ppi) for leaf in self._leaves]


def _leaf(page: Page, lang: str, number: int, family: str) -> Leaf:
    return leaf_of(svg(page, lang, number), page.width, page.height, f'text {{ font-family: "{family}" }}')
