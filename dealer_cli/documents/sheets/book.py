"""An Excel file as its parts: workbook, formats, texts, pictures; the pages write themselves (`page.py`).

Written here rather than by a library, because the same few parts come a thousand times: a score sheet
costs a fifth. What stands in the parts is what XlsxWriter puts there; a test holds them side by side.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from dealer_cli.documents.house.logo import Logo
from dealer_cli.documents.sheets.page import Page

Properties = Mapping[str, str | int | bool]
"""What a format is made of, in XlsxWriter's names: font_name, bold, bg_color, num_format …"""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_BUILT_IN = {"General": 0, "0": 1, "0%": 9, "@": 49}
_FIRST_OWN = 164
"""Numbers of formats: those that every program knows, and the first that a file may give."""

_ESCAPE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def quoted(text: str) -> str:
    """A text in an attribute."""
    return escape(text, {'"': "&quot;", "\n": "&#xA;"})


@dataclass
class Texts:
    """The texts of all cells, each once."""

    places: dict[str, int] = field(default_factory=dict)
    uses: int = 0

    def place(self, text: str) -> int:
        """The number of a text."""
        self.uses += 1
        return self.places.setdefault(text, len(self.places))

    def xml(self) -> str:
        """The part."""
        body = "".join(map(_text, self.places))
        return f'{HEAD}<sst xmlns="{_MAIN}" count="{self.uses}" uniqueCount="{len(self.places)}">{body}</sst>'


class Formats:
    """The formats of cells and highlights, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._fonts: dict[str, int] = {'<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>': 0}
        self._fills: dict[str, int] = {f'<fill><patternFill patternType="{kind}"/></fill>': i for i, kind in enumerate(("none", "gray125"))}
        self._borders: dict[str, int] = {"<border><left/><right/><top/><bottom/><diagonal/></border>": 0}
        self._cells: dict[str, int] = {'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>': 0}
        self._highlights: dict[str, int] = {}

    def cell(self, properties: Properties) -> int:
        """The number of a cell's format."""
        found = properties.get
        font = f'<font>{"<b/>" if found("bold") else ""}<sz val="{found("font_size", 10)}"/>'
        font += f'<color rgb="{_colour(found("font_color", "#000000"))}"/>'
        font += f'<name val="{quoted(str(found("font_name")))}"/><family val="2"/></font>'
        fill = '<fill><patternFill patternType="none"/></fill>'
        if "bg_color" in properties:
            fill = f'<fill><patternFill patternType="solid"><fgColor rgb="{_colour(found("bg_color"))}"/><bgColor indexed="64"/>'
            fill += "</patternFill></fill>"
        border = "<border><left/><right/><top/><bottom/><diagonal/></border>"
        if found("border"):
            sides = "left", "right", "top", "bottom"
            line = f' style="thin"><color rgb="{_colour(found("border_color", "#000000"))}"/></'
            border = f"<border>{''.join(f'<{side}{line}{side}>' for side in sides)}<diagonal/></border>"
        number = self._number(str(found("num_format", "General")))
        use = [_once(one, part) for one, part in ((self._fonts, font), (self._fills, fill), (self._borders, border))]
        applied = "".join(
            f' apply{what}="1"' for what, yes in zip(("NumberFormat", "Font", "Fill", "Border"), (number, *use), strict=True) if yes
        )
        within = [
            f'{name}="{value}"'
            for name, value in (
                ("horizontal", found("align")),
                ("vertical", {"vcenter": "center"}.get(str(found("valign")), found("valign"))),
                ("textRotation", {270: 255}.get(int(found("rotation", 0)), found("rotation"))),
                ("wrapText", found("text_wrap") and 1),
                ("shrinkToFit", found("shrink") and 1),
            )
            if value
        ]
        xml = f'<xf numFmtId="{number}" fontId="{use[0]}" fillId="{use[1]}" borderId="{use[2]}" xfId="0"{applied} applyAlignment="1"'
        applies, protection = (' applyProtection="1"', '<protection locked="0"/>') if found("locked") is False else ("", "")
        return _once(self._cells, f"{xml}{applies}><alignment {' '.join(within)}/>{protection}</xf>")

    def highlight(self, back: str, front: str) -> int:
        """The number of a highlight: its background, and its text."""
        fill = f'<fill><patternFill><bgColor rgb="{_colour(back)}"/></patternFill></fill>'
        return _once(self._highlights, f'<dxf><font><color rgb="{_colour(front)}"/></font>{fill}</dxf>')

    def _number(self, code: str) -> int:
        if code in _BUILT_IN:
            return _BUILT_IN[code]
        return self._numbers.setdefault(code, _FIRST_OWN + len(self._numbers))

    def xml(self) -> str:
        """The part."""
        numbers = {f'<numFmt numFmtId="{number}" formatCode="{quoted(code)}"/>': number for code, number in self._numbers.items()}
        named = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        normal = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        parts = (
            _list("numFmts", numbers) if numbers else "",
            _list("fonts", self._fonts),
            _list("fills", self._fills),
            _list("borders", self._borders),
            named,
            _list("cellXfs", self._cells),
            normal,
            _list("dxfs", self._highlights),
            '<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>',
        )
        return f'{HEAD}<styleSheet xmlns="{_MAIN}">{"".join(parts)}</styleSheet>'


class Book:
    """A file that pages are added to. `properties` are title, author, comments and the day it was made."""

    def __init__(self, properties: Mapping[str, str]) -> None:
        self.formats = Formats()
        self.texts = Texts()
        self._properties = properties
        self._pages: list[tuple[str, Page]] = []

    def add(self, name: str) -> Page:
        """A page behind the others."""
        page = Page(self.texts, first=not self._pages)
        self._pages.append((name, page))
        return page

    def bytes(self) -> bytes:
        """The file."""
        pages = [page for _, page in self._pages]
        logo = next((page.logo[0] for page in pages if page.logo), None)
        parts: list[tuple[str, str | bytes]] = [
            ("[Content_Types].xml", _types([bool(page.logo) for page in pages], logo)),
            ("_rels/.rels", _relations((("officeDocument", "xl/workbook.xml"), ("metadata/core-properties", "docProps/core.xml")))),
            ("docProps/core.xml", _core(self._properties)),
            ("xl/workbook.xml", self._workbook()),
            ("xl/_rels/workbook.xml.rels", self._links()),
        ]
        # Pages first: they tell which texts there are.
        parts += [(f"xl/worksheets/sheet{i}.xml", page.xml()) for i, page in enumerate(pages, 1)]
        parts += [("xl/styles.xml", self.formats.xml()), ("xl/sharedStrings.xml", self.texts.xml())]
        for i, page in enumerate(pages, 1):
            if page.logo:
                parts.append((f"xl/worksheets/_rels/sheet{i}.xml.rels", _relations((("drawing", f"../drawings/drawing{i}.xml"),))))
                parts.append((f"xl/drawings/drawing{i}.xml", page.drawing()))
                image = _relations((("image", f"../media/image1.{page.logo[0].kind}"),))
                parts.append((f"xl/drawings/_rels/drawing{i}.xml.rels", image))
        if logo:
            parts.append((f"xl/media/image1.{logo.kind}", logo.data))
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in parts:
                # No clock: 1980 is where the format's own begins.
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(info, data)
        return target.getvalue()

    def _workbook(self) -> str:
        sheets = "".join(f'<sheet name="{quoted(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(self._pages, 1))
        named = [
            f'<definedName name="_xlnm.{what}" localSheetId="{i}">{escape(_sheet(name))}!{page.named(what)}</definedName>'
            for what in ("Print_Area", "Print_Titles")
            for i, (name, page) in enumerate(self._pages)
        ]
        return (
            f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr/><bookViews><workbookView xWindow="240" yWindow="15" '
            f'windowWidth="16095" windowHeight="9660"/></bookViews><sheets>{sheets}</sheets><definedNames>{"".join(named)}</definedNames>'
            '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
        )

    def _links(self) -> str:
        pages = [("worksheet", f"worksheets/sheet{i}.xml") for i, _ in enumerate(self._pages, 1)]
        return _relations((*pages, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")))


def _once(known: dict[str, int], part: str) -> int:
    return known.setdefault(part, len(known))


def _list(name: str, parts: Mapping[str, int]) -> str:
    return f'<{name} count="{len(parts)}">{"".join(parts)}</{name}>'


def _colour(colour: str | int | bool | None) -> str:
    return "FF" + str(colour).lstrip("#").upper()


def _text(text: str) -> str:
    # Excel reads `_x000A_` as a character; what looks like one is told apart.
    text = _CONTROL.sub(lambda match: f"_x{ord(match.group()):04X}_", _ESCAPE.sub("_x005F_", text))
    keep = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<si><t{keep}>{escape(text)}</t></si>"


def _sheet(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _relations(links: Sequence[tuple[str, str]]) -> str:
    body = ""
    for i, (kind, target) in enumerate(links, 1):
        family = f"{_PACKAGE}/relationships" if kind.startswith("metadata") else _OFFICE
        body += f'<Relationship Id="rId{i}" Type="{family}/{kind}" Target="{target}"/>'
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'


def _types(drawn: Sequence[bool], logo: Logo | None) -> str:
    parts = [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/xl/workbook.xml", f"{_SHEET_TYPE}.sheet.main+xml"),
        ("/xl/styles.xml", f"{_SHEET_TYPE}.styles+xml"),
        ("/xl/sharedStrings.xml", f"{_SHEET_TYPE}.sharedStrings+xml"),
    ]
    for i, picture in enumerate(drawn, 1):
        parts.append((f"/xl/worksheets/sheet{i}.xml", f"{_SHEET_TYPE}.worksheet+xml"))
        if picture:
            parts.append((f"/xl/drawings/drawing{i}.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"))
    usual = [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")]
    usual += [(logo.kind, f"image/{logo.kind}")] if logo else []
    body = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in usual)
    body += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{body}</Types>'


def _core(properties: Mapping[str, str]) -> str:
    day = f'xsi:type="dcterms:W3CDTF">{properties["created"]}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties['title'])}</dc:title><dc:creator>{escape(properties['author'])}</dc:creator>"
        f"<dc:description>{escape(properties['comments'])}</dc:description>"
        f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified></cp:coreProperties>"
    )
