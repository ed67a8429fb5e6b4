"""A long page on paper: page numbers beside the links of its contents, bookmarks, and pictures on sheets of their own size.

What lays out pages knows no number of another page while it writes one. So a page with a `<nav>` is
laid out twice: invisibly, to learn where each link leads, then with the numbers.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from html.parser import HTMLParser
from importlib.util import find_spec
from typing import Any, NamedTuple

from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.fonts import FontSet
from dealer_cli.documents.printing.paged import Leaf, leaf_of, pdf

_UNSEEN = (
    "* { color: transparent !important; border-color: transparent !important; background: none !important } img { visibility: hidden }"
)
"""Nothing is drawn, but all is where it will be."""

_SHEET = re.compile(r'<figure class="sheet" id="([^"]+)">\s*<img [^>]*?src="data:image/svg\+xml;base64,([^"]+)"')
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')


_ID = re.compile(r'<[A-Za-z][^<>]*? id="([^"]+)"[^<>]*>')
_HREF = re.compile(r'href="#([^"]+)"')
_TARGET = re.compile(r"#[^\s\"'\\<>&]+")
"""A link to a place in the page, by a name that can stand in CSS as it is."""

_HEIGHT = 0.25
"""How high the beginning of an element is, in pixels. Far down a book of a thousand pages, which is one long strip to what lays
it out, less is lost in rounding, and a place without a height is no place."""

_AT = "--at"
"""What the name of an element's beginning ends with."""


class Entry(NamedTuple):
    """A link of the contents."""

    target: str
    """The id that it leads to."""
    title: str
    depth: int
    """How many lists it lies in."""

    @property
    def at(self) -> str:
        """The name of the place where the target begins."""
        return self.target + _AT


def has_contents(page: str) -> bool:
    """Whether an HTML page has contents, and so is bound."""
    return "<nav" in page


def bound(page: str, fonts: FontSet, *, author: str = "") -> bytes:
    """The page as PDF: the same bytes for the same page. Raises `Unprintable`."""
    _must_be_there()
    entries = _entries(page)
    page = _with_beginnings(page, {entry.target for entry in entries})
    sheets = {name: leaf for name, data in _SHEET.findall(page) if (leaf := _leaf(data))}
    # Only what a link leads to has a place in the file.
    found = _places(pdf(page + _links(sheets), fonts, style=_UNSEEN))
    entries = [entry for entry in entries if entry.at in found]
    numbers = "".join(f'nav a[href="#{entry.at}"]::after {{ content: leader(".") "{found[entry.at] + 1}" }}\n' for entry in entries)
    leaves: dict[int, Leaf] = {}
    for name, leaf in sheets.items():
        if name in found:
            # What began on the page that the sheet replaces begins on the sheet.
            begun = [entry.at for entry in entries if found[entry.at] == found[name]]
            leaves[found[name]] = leaf._replace(html=leaf.html.replace("<body>", f"<body>{_links(begun)}{''.join(map(_place, begun))}"))
    return _with_bookmarks(pdf(page, fonts, author=author, style=numbers, leaves=leaves), entries, found)


def _with_beginnings(page: str, targets: Collection[str]) -> str:
    """The page with its links led to where an element begins: one on several pages would be found on any of them."""

    def begun(tag: re.Match[str]) -> str:
        return tag[0] + _place(tag[1] + _AT) if tag[1] in targets else tag[0]

    def led(link: re.Match[str]) -> str:
        return f'href="#{link[1]}{_AT}"' if link[1] in targets else link[0]

    return _HREF.sub(led, _ID.sub(begun, page))


def _place(name: str) -> str:
    return f'<span id="{name}" style="display: block; height: {_HEIGHT}px"></span>'


def _links(names: Iterable[str]) -> str:
    return "".join(f'<a href="#{name}"></a>' for name in names)


def _must_be_there() -> None:
    """What reads and marks PDF comes with the same extra."""
    if find_spec("pikepdf") is None:
        raise Unprintable("no-engine")


def _entries(page: str) -> list[Entry]:
    reader = _Contents()
    reader.feed("<nav" + page.partition("<nav")[2].partition("</nav>")[0])
    return reader.found


class _Contents(HTMLParser):
    """Reads the links of the contents."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Entry] = []
        self._depth = 0
        self._target = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._depth += tag in ("ol", "ul")
        if tag == "br":
            self._text.append(" ")
        target = dict(attrs).get("href") or "" if tag == "a" else ""
        if _TARGET.fullmatch(target):
            self._target, self._text = target[1:], []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in ("ol", "ul")
        if tag == "a" and self._target:
            self.found.append(Entry(self._target, " ".join("".join(self._text).split()), self._depth))
            self._target = ""


def _leaf(data: str) -> Leaf | None:
    """The sheet of a picture; none for what is no picture of a size, which stays where it is."""
    try:
        svg = base64.b64decode(data, validate=True).decode()
    except ValueError:
        return None
    size = _SIZE.search(svg)
    return leaf_of(svg, float(size[1]), float(size[2])) if size else None


def _places(data: bytes) -> dict[str, int]:
    """The page of each place that a link leads to, from 0."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as read:
        if "/Names" not in read.Root or "/Dests" not in read.Root.Names:
            return {}
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(read.pages)}
        places = pikepdf.NameTree(read.Root.Names.Dests)
        return {str(name): numbers[place[0].objgen] for name, place in places.items()}


def _with_bookmarks(data: bytes, entries: Sequence[Entry], found: Mapping[str, int]) -> bytes:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as book:
        with book.open_outline() as outline:
            above: list[list[pikepdf.OutlineItem]] = [outline.root]
            for entry in entries:
                del above[max(1, entry.depth + 1) :]
                item = pikepdf.OutlineItem(entry.title, found[entry.at])
                above[-1].append(item)
                above.append(item.children)
        book.save(made, deterministic_id=True)
    return made.getvalue()
