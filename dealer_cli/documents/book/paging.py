"""On which page a heading of a Word file comes to stand, reckoned: lines by the width of their letters, heights by styles.

Nobody but a word processor knows for certain. Word brings the contents up to date when it opens the
file; where nobody does, a reckoned page is near enough to find the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"

LINE = 1.4
"""The height of a line of Chinese to the size of its letters; a book of 210 pages was held against LibreOffice."""

LATIN_LINE = 1.15
"""The same of a line without Chinese; English books of 36 to 58 pages come out two pages off at most."""

LATIN = 0.42
"""The width of a letter of such a line to its size."""

CELL = 180
"""What the left and right edges of a cell take, in twentieths of a point."""


class Style(NamedTuple):
    """What decides the height of a paragraph, in twentieths of a point."""

    size: float = 210
    before: float = 0
    after: float = 0
    line: float = 1.0
    exact: bool = False
    indent: float = 0
    breaks: bool = False
    keeps: bool = False


@dataclass
class Sheet:
    """The styles of a Word file."""

    styles: dict[str, Style] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Id to name; Word in Chinese calls them by numbers."""
    normal: Style = field(default_factory=Style)

    def level(self, style: str) -> int:
        """1 for a heading 1, and so on; 0 for what is no heading."""
        found = re.fullmatch(r"heading ([1-9])", self.names.get(style, ""))
        return int(found[1]) if found else 0

    def contents(self, level: int) -> str:
        """The style of an entry of the contents."""
        return next((id_ for id_, name in self.names.items() if name == f"toc {level}"), f"TOC{level}")

    def pages(self, document: str) -> list[int]:
        """The pages of the headings 1 and 2, in their order."""
        return _Reckoning(self).pages(document)


def style_sheet(styles: str) -> Sheet:
    """The styles of a Word file from its part."""
    sheet = Sheet()
    if not styles:
        return sheet
    root = ElementTree.fromstring(styles)
    sheet.normal = _with(
        Style(), root.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr"), root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    )
    found = {_value(style, "styleId"): style for style in root.iter(f"{_W}style") if _value(style, "type") == "paragraph"}
    for id_ in found:
        chain: list[ElementTree.Element] = []
        name = id_
        while name in found and found[name] not in chain:
            chain.append(found[name])
            based = found[name].find(f"{_W}basedOn")
            name = _value(based, "val")
        style = sheet.normal
        for one in reversed(chain):
            style = _with(style, one.find(f"{_W}pPr"), one.find(f"{_W}rPr"))
        sheet.styles[id_] = style
        sheet.names[id_] = _value(found[id_].find(f"{_W}name"), "val").lower()
    return sheet


def _with(style: Style, paragraph: ElementTree.Element | None, run: ElementTree.Element | None) -> Style:
    """A style with what these properties say."""
    if run is not None and (size := _value(run.find(f"{_W}sz"), "val")):
        style = style._replace(size=float(size) * 10)
    if paragraph is None:
        return style
    spacing = paragraph.find(f"{_W}spacing")
    if spacing is not None:
        exact = _value(spacing, "lineRule") == "exact"
        line = float(_value(spacing, "line") or (240 * style.line)) / (1 if exact else 240)
        before, after = (float(_value(spacing, name) or old) for name, old in (("before", style.before), ("after", style.after)))
        style = style._replace(before=before, after=after, line=line, exact=exact)
    indent = paragraph.find(f"{_W}ind")
    if indent is not None:
        style = style._replace(indent=float(_value(indent, "left") or 0))
    breaks = style.breaks or paragraph.find(f"{_W}pageBreakBefore") is not None
    return style._replace(breaks=breaks, keeps=style.keeps or paragraph.find(f"{_W}keepNext") is not None)


def _value(element: ElementTree.Element | None, name: str) -> str:
    return element.get(f"{_W}{name}", "") if element is not None else ""


class _Reckoning:
    """A walk through a document, page by page."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._page = 1
        self._used = 0.0
        self._waiting: list[int] = []
        """Headings that keep with what follows them, by their place in the result."""
        self._waiting_height = 0.0
        self._found: list[int] = []
        self._width, self._height = 9638.0, 14570.0

    def pages(self, document: str) -> list[int]:
        body = ElementTree.fromstring(document).find(f"{_W}body")
        assert body is not None
        sections = [_room(section) for section in body.iter(f"{_W}sectPr")]
        at = 0
        self._width, self._height = sections[0] if sections else (self._width, self._height)
        for block in body:
            if block.tag == f"{_W}p":
                self._paragraph(block)
                if block.find(f"{_W}pPr/{_W}sectPr") is not None:
                    at += 1
                    self._width, self._height = sections[min(at, len(sections) - 1)]
                    self._turn()
            elif block.tag == f"{_W}tbl":
                self._table(block)
        self._settle()
        return self._found

    def _paragraph(self, paragraph: ElementTree.Element) -> None:
        name, style = self._style(paragraph)
        if style.breaks and self._used:
            self._turn()
        height = _height(paragraph, style, self._width)
        if self._sheet.level(name) in (1, 2):
            self._waiting.append(len(self._found))
            self._found.append(0)
        if style.keeps:
            self._waiting_height += height
        else:
            self._put(height)

    def _table(self, table: ElementTree.Element) -> None:
        heads = 0.0
        for row in table.iter(f"{_W}tr"):
            height = max((self._cell(cell) for cell in row.iter(f"{_W}tc")), default=0.0) + 10
            least = row.find(f"{_W}trPr/{_W}trHeight")
            height = max(height, float(_value(least, "val") or 0))
            if row.find(f"{_W}trPr/{_W}tblHeader") is not None:
                heads += height
                self._waiting_height += height
                continue
            before = self._page
            self._put(height)
            if self._page != before and not self._waiting:
                self._used += heads  # the head is repeated

    def _cell(self, cell: ElementTree.Element) -> float:
        width = float(_value(cell.find(f"{_W}tcPr/{_W}tcW"), "w") or 2000) - CELL
        return sum(_height(one, self._style(one)[1], width) for one in cell.iter(f"{_W}p"))

    def _style(self, paragraph: ElementTree.Element) -> tuple[str, Style]:
        own = paragraph.find(f"{_W}pPr")
        name = _value(own.find(f"{_W}pStyle"), "val") if own is not None else ""
        return name, _with(self._sheet.styles.get(name, self._sheet.styles.get("Normal", self._sheet.normal)), own, None)

    def _put(self, height: float) -> None:
        """Something of this height, with what waits to stay with it."""
        whole = self._waiting_height + height
        if self._used and self._used + whole > self._height:
            self._turn(settle=False)
        self._settle()
        self._used += height
        while self._used > self._height:
            self._page += 1
            self._used -= self._height

    def _settle(self) -> None:
        for place in self._waiting:
            self._found[place] = self._page
        self._waiting.clear()
        self._used += self._waiting_height
        self._waiting_height = 0.0

    def _turn(self, settle: bool = True) -> None:
        if settle:
            self._settle()
        self._page += 1
        self._used = 0.0


def _room(section: ElementTree.Element) -> tuple[float, float]:
    """Width and height of the text on a page."""
    size, margin = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    wide, high = (float(_value(size, name) or old) for name, old in (("w", 11906), ("h", 16838)))
    left, right, top, bottom = (float(_value(margin, name) or 1134) for name in ("left", "right", "top", "bottom"))
    return wide - left - right, high - top - bottom


def _height(paragraph: ElementTree.Element, style: Style, width: float) -> float:
    drawing = sum(float(extent.get("cy", 0)) / 635 for extent in paragraph.iter(_EXTENT))
    room = max(1, int(width - style.indent))
    lines = 0.0
    for text in _texts(paragraph):
        chinese = any(map(_is_square, text)) or not text
        line = style.line if style.exact else style.size * (LINE if chinese else LATIN_LINE) * style.line
        lines += line * max(1, -(-int(_width(text, 0.5 if chinese else LATIN) * style.size) // room))
    return style.before + style.after + max(lines, drawing)


def _texts(paragraph: ElementTree.Element) -> Iterator[str]:
    """The lines of a paragraph that breaks divide."""
    text = ""
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            text += element.text or ""
        elif element.tag == f"{_W}br":
            yield text
            text = ""
    yield text


def _width(text: str, latin: float) -> float:
    """In em: Chinese is square, other letters about half as wide."""
    return sum(1.0 if _is_square(letter) else latin for letter in text)


def _is_square(letter: str) -> bool:
    return ord(letter) > 0x2E7F
