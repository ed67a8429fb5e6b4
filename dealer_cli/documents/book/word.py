"""What a Word book needs beyond its template: the chart in the place of the template's picture, and contents that are filled in.

The template has a real table of contents, which Word brings up to date when it opens the file. LibreOffice
and WPS show what stands in it, so entries and pages are put there: headings are numbered by bookmarks,
and their pages reckoned by `paging`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from html import escape, unescape

from dealer_cli.documents.book.paging import Sheet, style_sheet
from dealer_cli.documents.chart.drawing import Page

MARK = "book.chart"
"""The alternative text of the picture that the chart replaces."""

_DOCUMENT, _STYLES, _RELATIONS, _TYPES = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*</w:p>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:br/>|<w:tab/>")
_CONTENTS = re.compile(r"<w:instrText[^>]*>[^<]*\bTOC\b[^<]*</w:instrText>")
_SIZE = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")\d+(" cy=")\d+(")')
_IDS = re.compile(r'(<(?:wp:docPr|pic:cNvPr) id=")\d+(")')
_SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
"""Where a field begins, where its result does, and where it ends."""
_POINT = 12700
"""English metric units of a point."""

TURNED = (710.0, 425.0)
UPRIGHT = (480.0, 660.0)
"""Room for a chart on a page, in points, beside its heading."""

FRAME = 40.0
"""What a house's header and footer may take of its height; else the heading would stand on a page alone."""


def bound(data: bytes, images: Sequence[tuple[Page, bytes]], *, framed: bool = False) -> bytes:
    """The book with the chart's pages in it and its contents filled in; the same bytes for the same book.

    `framed`: the house has a logo, a header or a footer on every page.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    text = parts[_DOCUMENT].decode()
    sheet = style_sheet(parts.get(_STYLES, b"").decode())
    text = _drawn(text, parts, images, FRAME if framed else 0.0)
    text = _with_contents(text, sheet)
    parts[_DOCUMENT] = text.encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            package.writestr(entry, parts[name], compresslevel=6)
    return target.getvalue()


def _drawn(text: str, parts: dict[str, bytes], images: Sequence[tuple[Page, bytes]], frame: float) -> str:
    """The paragraph with the template's picture, once for every page of the chart."""
    place = next((one for one in _PARAGRAPH.finditer(text) if f'descr="{MARK}"' in one.group()), None)
    if place is None or not images:
        return text
    relations, drawn = "", ""
    for number, (page, png) in enumerate(images, 1):
        parts[f"word/media/chart{number}.png"] = png
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        relations += f'<Relationship Id="rIdChart{number}" Type="{kind}" Target="media/chart{number}.png"/>'
        room = TURNED if images[0][0].width > images[0][0].height else UPRIGHT
        scale = min(room[0] / page.width, (room[1] - frame) / page.height) * _POINT
        one = _SIZE.sub(rf"\g<1>{round(page.width * scale)}\g<2>{round(page.height * scale)}\g<3>", place.group())
        one = re.sub(r'r:embed="[^"]*"', f'r:embed="rIdChart{number}"', one)
        drawn += _IDS.sub(rf"\g<1>{9000 + number}\g<2>", one)
    parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    if b'Extension="png"' not in parts[_TYPES]:
        parts[_TYPES] = re.sub(rb"(<Types\b[^>]*>)", rb'\1<Default Extension="png" ContentType="image/png"/>', parts[_TYPES])
    return text[: place.start()] + drawn + text[place.end() :]


def _with_contents(text: str, sheet: Sheet) -> str:
    """The headings with bookmarks, and the contents with an entry for each."""
    headings: list[tuple[int, str]] = []

    def marked(match: re.Match[str]) -> str:
        paragraph = match.group()
        style = _STYLE.search(paragraph)
        level = sheet.level(style[1]) if style else 0
        if level not in (1, 2):
            return paragraph
        headings.append((level, _said(paragraph)))
        number = len(headings)
        start = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06}"/>'
        head, behind, rest = paragraph.partition("</w:pPr>")
        return f'{head}{behind}{start}{rest.removesuffix("</w:p>")}<w:bookmarkEnd w:id="{number}"/></w:p>'

    text = _PARAGRAPH.sub(marked, text)
    place = next((one for one in _PARAGRAPH.finditer(text) if _CONTENTS.search(one.group())), None)
    if place is None or not headings:
        return text
    # The contents take pages themselves; so they are reckoned with entries in them.
    filled = text[: place.start()] + "".join(_entries(place.group(), headings, [0] * len(headings), sheet)) + text[place.end() :]
    pages = sheet.pages(filled)
    return text[: place.start()] + "".join(_entries(place.group(), headings, pages, sheet)) + text[place.end() :]


def _said(paragraph: str) -> str:
    return " ".join("".join(unescape(match[1]) if match[1] is not None else " " for match in _TEXT.finditer(paragraph)).split())


def _entries(field: str, headings: Sequence[tuple[int, str]], pages: Sequence[int], sheet: Sheet) -> Iterator[str]:
    """A paragraph for each heading; the field begins in the first and ends in the last."""
    code = _CONTENTS.search(field)
    begin = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r>' + (code.group() if code else "") + "</w:r>"
    begin += _SIGN.format("separate")
    for number, ((level, said), page) in enumerate(zip(headings, pages, strict=True), 1):
        name = f"_Toc{number:06}"
        yield f'<w:p><w:pPr><w:pStyle w:val="{sheet.contents(level)}"/></w:pPr>{begin if number == 1 else ""}'
        yield f'<w:hyperlink w:anchor="{name}" w:history="1">{_run(said)}<w:r><w:tab/></w:r>{_SIGN.format("begin")}'
        yield f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        yield f"{_SIGN.format('separate')}{_run(str(page))}{_SIGN.format('end')}</w:hyperlink>"
        yield f"{_SIGN.format('end') if number == len(headings) else ''}</w:p>"


def _run(said: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(said, quote=False)}</w:t></w:r>'
