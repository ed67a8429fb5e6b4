"""What a document says and how it is built, by readers that are not ours; hostile texts must change neither."""

from __future__ import annotations

import base64
import csv
import ctypes
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree
from markdown_it import MarkdownIt

from tests.documents.pdf_reading import pages

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHAPES = {"svg", "title", "desc", "g", "rect", "polyline", "polygon", "text", "image"}
LINE_ENDS = {f"{WORD}br", f"{WORD}tab", f"{WORD}t"}
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class Read(NamedTuple):
    """A document read back."""

    said: str
    """Its words, blanks left out."""
    build: Any
    """All but its words: the same for the same document with harmless ones."""


def squeezed(text: str) -> str:
    """A text without blanks, which the end of a line changes."""
    return "".join(text.split())


# Word


def word(data: bytes) -> Read:
    """Every paragraph, those of headers and footers included; elements and relations of every part."""
    texts: list[str] = []
    build: dict[str, Any] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                build[name] = "binary"
                continue
            root = etree.fromstring(package.read(name), STRICT)
            assert not root.getroottree().docinfo.doctype
            if name.endswith(".rels"):
                assert not root.xpath("//@TargetMode"), "a relation that leads out"
            lines = (paragraph.iter(f"{WORD}t", f"{WORD}br", f"{WORD}tab") for paragraph in root.iter(f"{WORD}p"))
            texts += ["".join(map(_said, line)) for line in lines]
            build[name] = Counter(node.tag for node in root.iter() if node.tag not in LINE_ENDS)
            codes = [squeezed(node.text or "") for node in root.iter(f"{WORD}instrText")]
            assert all(re.match(r"PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF", code) for code in codes), codes
    return Read(squeezed("\n".join(texts)), build)


def _said(node: Any) -> str:
    return node.text or "" if node.tag == f"{WORD}t" else " "


# Pages


class Page(HTMLParser):
    """Words, tags with their attributes, and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[Any] = []
        self.scripts: list[str] = []
        self._inside: list[str] = []
        self._drawing = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            assert not name.startswith("on"), name
            if name in ("href", "src", "action", "data", "xlink:href"):
                assert tag in ("a", "img", "image"), tag
                if value.startswith("data:image/svg+xml;base64,"):
                    picture = drawing(base64.b64decode(value.partition(",")[2]))
                    self.words.append(picture.said)
                    given[name] = str(picture.build)
                elif value.startswith("data:image/png;base64,"):
                    given[name] = "png"
                else:
                    assert value == "https://www.example.com/?a=1&b=2" or re.fullmatch(r"#[\w-]*", value), value
        if tag == "svg" or self._drawing:
            # How many lines and how large a box has depends on its words.
            assert tag in SHAPES, tag
            self._drawing = True
            return
        self.tags.append("br" if tag == "br" else (tag, tuple(given.items())))
        if tag in ("script", "style", "title"):
            self._inside.append(tag)
        if tag == "script":
            assert given == {"type": "application/ld+json"}

    def handle_endtag(self, tag: str) -> None:
        self._drawing = self._drawing and tag != "svg"
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        inside = self._inside[-1] if self._inside else ""
        if inside == "style":
            # The look of the house is no free text.
            assert "q0" not in data
        elif inside == "script":
            self.scripts.append(data)
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def page(data: bytes) -> Read:
    """A page in HTML, with the data that it holds."""
    found = Page()
    found.feed(data.decode())
    found.close()
    build: list[Any] = [tag for tag in found.tags if tag != "br"]
    for script in found.scripts:
        read = notation(script.encode())
        build.append(read.build)
    return Read(squeezed("".join(found.words)), build)


def markdown(data: bytes) -> Read:
    """Markdown as a reader of it draws it: tables, and the rest of CommonMark."""
    text = data.decode()
    drawn = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    found = page(drawn.encode())
    return Read(found.said, found.build)


def drawing(data: bytes) -> Read:
    """An SVG."""
    root = etree.fromstring(data, STRICT)
    tags = {etree.QName(node).localname for node in root.iter()}
    assert tags <= SHAPES, tags
    names = {name for node in root.iter() for name in node.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}, names
    return Read(squeezed("".join(root.itertext())), sorted(tags))


# Data


def notation(data: bytes) -> Read:
    """JSON: its texts; lists, names and kinds of values."""
    texts: list[str] = []

    def build(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: build(part) for name, part in value.items()}
        if isinstance(value, list):
            return [build(part) for part in value]
        if isinstance(value, str):
            texts.append(value)
            return "text"
        return value

    found = build(json.loads(data))
    return Read(squeezed("\n".join(texts)), found)


def table(data: bytes) -> Read:
    """A CSV: rows of one width, no cell that a spreadsheet would compute."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for row in rows:
        for cell in row:
            assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠")), cell
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]", cell)
    return Read(squeezed("\n".join(cell for row in rows for cell in row)), [len(row) for row in rows])


def workbook(data: bytes) -> Read:
    """Cells by their rows, their kinds, and the formulas; not their columns and spans, which a wider word above the table moves."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name), STRICT)
                assert not root.xpath("//@TargetMode"), "a relation that leads out"
    book = openpyxl.load_workbook(io.BytesIO(data))
    build, texts = [], []
    for sheet in book.worksheets:
        kinds = []
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                kind = cell.data_type
                if kind == "f":
                    kind = re.sub(r"'(?:[^']|'')*'!\$[A-Z]+", "TAB!", str(cell.value))
                if cell.value is not None:
                    kinds.append((cell.row, kind))
                if isinstance(cell.value, str) and cell.data_type != "f":
                    texts.append(cell.value)
        build.append(kinds)
        for margin in (sheet.oddHeader, sheet.oddFooter):
            for part in (margin.left, margin.center, margin.right):
                assert len(part.text or "") <= 255
    assert not book.defined_names
    return Read(squeezed("\n".join(texts)), build)


def flow(data: bytes) -> Read:
    """Mermaid: a line an entry, whatever is in its label."""
    lines = data.decode().split("\n")
    known = [
        r'---', r'title: ".*"', r"flowchart TB", r'  p\d+\(\["[^"]*"\]\)', r'  subgraph d\d+\["[^"]*"\]', r'    p\d+\["[^"]*"\]', r"  end",
        r"  classDef \w+ [\w:#,]+", r"  class [\w,]+ c\d+", r"  p\d+ (?:-->|-\.->) p\d+", r"",
    ]  # fmt: skip
    for line in lines:
        assert any(re.fullmatch(one, line) for one in known), line
    labels = "\n".join(re.findall(r'\["([^"]*)"\]', data.decode()))
    assert not re.search(r"<(?!br>)|[`\\;](?<!#\d\d;)(?<!#\d\d\d;)", labels)
    said = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), labels.replace("<br>", " "))
    return Read(squeezed(said), len(lines))


def plain(data: bytes) -> Read:
    """A text, a line an entry."""
    return Read(squeezed(data.decode()), data.count(b"\n"))


# Print


def print_(data: bytes) -> Read:
    """A PDF: nothing in it acts."""
    document = pypdfium2.PdfDocument(data)
    assert pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) == 0
    assert pdfium.FPDFDoc_GetAttachmentCount(document.raw) == 0
    for sheet in document:
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(sheet.raw, place, link):
            assert pdfium.FPDFAction_GetType(pdfium.FPDFLink_GetAction(link)) in (pdfium.PDFACTION_UNSUPPORTED, pdfium.PDFACTION_GOTO)
    return Read(squeezed("".join(pages(data))), len(document) > 0)


def picture(data: bytes) -> Read:
    """A PNG, whose words no reader sees."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"IEND\xaeB`\x82")
    return Read("", True)


READERS: dict[str, Callable[[bytes], Read]] = {
    "docx": word,
    "html": page,
    "md": markdown,
    "json": notation,
    "csv": table,
    "xlsx": workbook,
    "svg": drawing,
    "mmd": flow,
    "txt": plain,
    "pdf": print_,
    "png": picture,
}
"""End of a file's name to who reads it."""


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file with its folder and the end of its name, which is that of its language and its format."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "manifest.json":
            yield f"{path.parent.relative_to(folder)}/{path.suffix[1:]}", path
