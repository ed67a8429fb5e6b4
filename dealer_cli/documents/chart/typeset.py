"""A chart as PDF and PNG: Typst draws the same shapes, in the same font as all PDF documents."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Union

from dealer_cli.documents.chart.drawing import Area, Image, Page, Stroke, Writing
from dealer_cli.documents.printing.fonts import FontSet, font_set, must_have_glyphs
from dealer_cli.documents.printing.typesetting import Typesetter
from dealer_cli.model.layout import shipped

_SHEET = Path(__file__).with_name("sheet.typ")
_DRAWING = "chart.typ"
"""What draws a page, among the templates: books import it too."""

PPI = {"A4": 200, "A3": 150}
"""Dots of a PNG on an inch: the smallest text is still sharp on a screen."""

Drawn = Mapping[str, Union[str, float, bool, Sequence[Sequence[float]]]]


class Typeset:
    """Pages of a chart, ready to be set by Typst. Raises `Unprintable` without Typst, a font, or a character in it."""

    def __init__(self, pages: Sequence[Page], lang: str, files: tuple[Path, ...] = (), font: str = "") -> None:
        fonts = font_set(files)
        inputs = content(pages, fonts, font)
        texts = [shape.text for page in pages for shape in page.flat() if isinstance(shape, Writing)]
        # A label is named by itself: it is what a reader of the chart can look for.
        must_have_glyphs(fonts, {text: text for text in texts}, pages[0].title)
        self._inputs = {"chart": json.dumps({"title": pages[0].title, "lang": lang[:2], **inputs}, ensure_ascii=False)}
        self._typesetter = Typesetter(_SHEET.read_bytes(), str(shipped("templates") / _DRAWING), fonts)

    def pdf(self) -> bytes:
        """All pages in one file."""
        return self._typesetter.pdf(self._inputs)

    def png(self, ppi: float) -> list[bytes]:
        """Each page as a picture."""
        return self._typesetter.png(self._inputs, ppi)


def content(pages: Sequence[Page], fonts: FontSet, font: str = "") -> dict[str, object]:
    """What `chart-page` of chart.typ draws: the `pages`, and the `fonts` to set them in."""
    return {"pages": [picture(page) for page in pages], "fonts": fonts.named(font)}


def picture(page: Page) -> dict[str, object]:
    """A page as plain data for `chart-page`."""
    return {"width": page.width, "height": page.height, "shapes": [_shape(shape) for shape in page.flat()]}


def _shape(shape: Area | Stroke | Writing | Image) -> Drawn:
    if isinstance(shape, Area):
        size = {"x": _n(shape.x), "y": _n(shape.y), "width": _n(shape.width), "height": _n(shape.height)}
        return {"kind": "area", **size, "fill": shape.fill, "stroke": shape.stroke, "thick": _n(shape.thick), "dashed": shape.dashed}
    if isinstance(shape, Stroke):
        points = [(_n(x), _n(y)) for x, y in shape.points]
        look: Drawn = {"colour": shape.colour, "thick": _n(shape.thick), "dashed": shape.dashed, "closed": shape.closed}
        return {"kind": "stroke", "points": points, **look}
    if isinstance(shape, Image):
        size = {"x": _n(shape.x), "y": _n(shape.y), "width": _n(shape.width), "height": _n(shape.height)}
        # Typst cannot read a data URI, but an SVG that holds one.
        whole = f'width="{shape.width:.2f}" height="{shape.height:.2f}"'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {whole}><image href="{shape.uri}" {whole}/></svg>'
        return {"kind": "image", **size, "svg": svg}
    place = {"x": _n(shape.x), "y": _n(shape.y), "size": _n(shape.size)}
    return {"kind": "writing", **place, "text": shape.text, "bold": shape.bold, "colour": shape.colour, "anchor": shape.anchor}


def _n(number: float) -> float:
    return round(number, 2)
