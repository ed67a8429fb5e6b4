"""HTML on pages: PlutoPrint lays it out by the rules of CSS for paged media, as PDF or as pictures.

Nothing is fetched, neither from the network nor from a file; a page may hold its pictures as data. No clock is asked.
What sets the text can be told its fonts once a process: another set of fonts needs another process.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.fonts import FontSet

if TYPE_CHECKING:
    import plutoprint

MADE = "1970-01-01T00:00:00Z"
"""When each file says that it was made: the same page gives the same bytes, today and in a year."""

MAX_PAGES = 1_000
"""Pages of a document; each costs time for the whole of it, so that a thousand take half a minute."""

MAX_CHARACTERS = 2_000_000
"""Characters of a page's source, which no document of so many pages has."""


class NoPages(Exception):
    """A page leaves no room for anything on paper: nothing of it would be printed."""


class Fetched(Exception):
    """A page wants to load something that is not in it; the message says what."""


_BASE = "http://dealer.invalid/"
"""The address of every page; a link to a place within it is one only if it has an address."""


def get_ready(fonts: FontSet) -> None:
    """Load what lays out pages, and tell it the fonts. Raises `Unprintable`."""
    _engine(fonts)


class Leaf(NamedTuple):
    """A single page with a size of its own."""

    html: str
    width: float
    """In points, as the height."""
    height: float


def leaf_of(svg: str, width: float, height: float, style: str = "") -> Leaf:
    """A picture as a page of its size, in points."""
    paper = f"@page {{ size: {width}pt {height}pt; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }} {style}"
    return Leaf(f"<!DOCTYPE html><html><style>{paper}</style><body>{svg}</body></html>", width, height)


def pdf(page: str, fonts: FontSet, *, author: str = "", style: str = "", leaves: Mapping[int, Leaf] = MappingProxyType({})) -> bytes:
    """An HTML page as PDF: the same bytes for the same page.

    `style` is CSS on top of the page's own; `leaves` stand instead of the pages with these numbers, from 0.
    Raises `Unprintable`, `Fetched` and `NoPages`.
    """
    engine = _engine(fonts)
    book = _laid_out(page, engine, style)
    sheets = [_sheet(leaves[number], engine) if number in leaves else _Sheet(book, number) for number in range(book.get_page_count())]
    return _written(sheets, engine, book.get_metadata(engine.PDF_METADATA_TITLE), author)


def pdf_of_leaves(leaves: Sequence[Leaf], fonts: FontSet, title: str) -> bytes:
    """Pages of several sizes as one PDF. Raises `Unprintable`."""
    engine = _engine(fonts)
    return _written([_sheet(leaf, engine) for leaf in leaves], engine, title, "")


class _Sheet(NamedTuple):
    """A page of what is laid out."""

    book: plutoprint.Book
    number: int


def _sheet(leaf: Leaf, engine: Any) -> _Sheet:
    return _Sheet(_laid_out(leaf.html, engine), 0)


def _written(sheets: Sequence[_Sheet], engine: Any, title: str | None, author: str) -> bytes:
    made = io.BytesIO()
    with engine.PDFCanvas.create_for_stream(made, sheets[0].book.get_page_size_at(0)) as canvas:
        _tell(canvas, engine, title, author)
        for book, number in sheets:
            canvas.set_size(book.get_page_size_at(number))
            canvas.save_state()
            canvas.scale(engine.UNITS_PX, engine.UNITS_PX)
            book.render_page(canvas, number)
            canvas.restore_state()
            canvas.show_page()
    return made.getvalue()


def _laid_out(page: str, engine: Any, style: str = "") -> plutoprint.Book:
    if len(page) > MAX_CHARACTERS:
        raise Unprintable("too-long", f"{MAX_PAGES}")
    book: plutoprint.Book = engine.Book(engine.PAGE_SIZE_A4)
    nothing = book.custom_resource_fetcher = _nothing(engine)
    nothing.asked.clear()
    book.load_html(page, user_style=style, base_url=_BASE)
    pages = book.get_page_count()
    if nothing.asked:
        raise Fetched(nothing.asked[0])
    if not pages:
        raise NoPages
    if pages > MAX_PAGES:
        raise Unprintable("too-long", f"{MAX_PAGES}")
    return book


def png(leaf: Leaf, fonts: FontSet, ppi: float) -> bytes:
    """A page as a picture of so many dots on an inch. Raises `Unprintable`."""
    engine = _engine(fonts)
    size = [math.ceil(length * ppi / 72) for length in (leaf.width, leaf.height)]
    made = io.BytesIO()
    with engine.ImageCanvas(*size) as canvas:
        canvas.clear_surface(1, 1, 1)
        canvas.scale(ppi / 96, ppi / 96)
        _laid_out(leaf.html, engine).render_page(canvas, 0)
        canvas.write_to_png_stream(made)
    return made.getvalue()


def _tell(target: Any, engine: Any, title: str | None, author: str) -> None:
    """Say in a file what it is; not when it was made."""
    for kind, value in (("TITLE", title), ("AUTHOR", author), ("CREATOR", "dealer"), ("CREATION_DATE", MADE)):
        target.set_metadata(getattr(engine, f"PDF_METADATA_{kind}"), value or "")


_told: list[tuple[Path, ...]] = []
"""The fonts that this process has been told."""


def _engine(fonts: FontSet) -> Any:
    """PlutoPrint, with these fonts and no others."""
    try:
        import plutoprint
    except ImportError:
        raise Unprintable("no-engine") from None
    if not _told:
        plutoprint.plutobook_set_fontconfig_path(str(fonts.folder))
        _told.append(fonts.files)
    assert _told == [fonts.files], "a process sets text in one set of fonts"
    return plutoprint


@lru_cache(maxsize=1)
def _nothing(engine: Any) -> Any:
    """What is asked for whatever a page wants to load: it has nothing, and remembers what it was."""

    class Nothing(engine.ResourceFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.asked: list[str] = []

        def fetch_url(self, url: str) -> plutoprint.ResourceData:
            self.asked.append(url.removeprefix(_BASE))
            return engine.ResourceData(b"", "text/plain")  # type: ignore[no-any-return]

    return Nothing()
