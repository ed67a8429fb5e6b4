"""Templates whose page on paper would load something, or never ends: nothing is loaded, and the run ends in words, within the limits."""

from __future__ import annotations

import base64
import os
import socket
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.documents.printing.paged import MAX_PAGES
from tests.conftest import Ran
from tests.documents.pdf_reading import pages, pictures

Dealer = Callable[..., Ran]


pytestmark = pytest.mark.usefixtures("little")


def dot(width: int = 8, height: int = 8) -> bytes:
    """A black picture."""
    head = struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * (width // 8 + 1) * height, 9)), (b"IEND", b"")]
    parts = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def as_data(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def on_paper(drawn: Any, folder: Path, text: str) -> bytes:
    """What a house's template of this text prints."""
    (folder / "jd.html").write_text("{% raw %}" + text + "{% endraw %}", encoding="utf-8")
    return renderer("jd", "pdf", [folder])(drawn)


def loaded(drawn: Any, folder: Path, text: str) -> bytes:
    """The same of a page that wants to load something: either it is refused, and what it wanted is named, or it is printed without."""
    try:
        return on_paper(drawn, folder, text)
    except TemplateFault as fault:
        assert (fault.cause, fault.template) == ("outside", str(folder / "jd.html")) and fault.detail
        return b""


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A place on this machine that somebody might connect to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


LOADING = {
    "img": '<img src="{}">',
    "img in a link": '<a href="{0}"><img src="{0}" srcset="{0} 2x" alt="q"></a>',
    "object": '<object data="{0}" type="image/png"></object><embed src="{0}"><iframe src="{0}"></iframe>',
    "video": '<video poster="{0}" src="{0}"><source src="{0}"><track src="{0}"></video><picture><source srcset="{0}"><img></picture>',
    "input": '<input type="image" src="{0}"><body background="{0}">',
    "svg image": '<svg width="99" height="99"><image href="{0}" width="9" height="9"/><image xlink:href="{0}" width="9" height="9"/></svg>',
    "svg use": '<svg><use href="{0}#a"/><use xlink:href="{0}#a"/><rect width="9" height="9" fill="url({0}#a)"/></svg>',
    "svg within data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'>"
    "<image href='{0}' width='99' height='99'/></svg>\">",
    "background": '<div style="background: url({0}); width: 99px; height: 99px">x</div>',
    "border": '<div style="border: 9px solid; border-image: url({0}) 3; width: 99px">x</div>',
    "list": '<ul style="list-style-image: url({0})"><li>x</ul>',
    "content": "<style>p::before {{ content: url({0}) }} @page {{ @top-left {{ content: url({0}) }} }}</style><p>x</p>",
    "mask": '<div style="mask: url({0}#a); clip-path: url({0}#a); filter: url({0}#a); cursor: url({0})">x</div>',
    "link": '<link rel="stylesheet" href="{0}"><link rel="icon" href="{0}"><link rel="preload" as="style" href="{0}"><p>x</p>',
    "import": '<style>@import "{0}"; @import url({0}) print;</style><p>x</p>',
    "import within data": "<link rel=stylesheet href=\"data:text/css,@import '{0}';\"><p>x</p>",
    "font": "<style>@font-face {{ font-family: X; src: url({0}) }} p {{ font-family: X }}</style><p>x</p>",
    "base": '<base href="{0}"><img src="dot.png"><link rel="stylesheet" href="look.css"><p>x</p>',
    "refresh": '<meta http-equiv="refresh" content="0; url={0}"><script src="{0}"></script><script>fetch("{0}")</script><p>x</p>',
    "processing": '<?xml-stylesheet href="{0}"?><!DOCTYPE html SYSTEM "{0}" [<!ENTITY e SYSTEM "{0}">]><p>&e;</p>',
}
"""Ways in which a page loads something, each with the place of an address."""


def test_what_a_page_holds_itself_is_drawn(drawn: Any, tmp_path: Path) -> None:
    """So that the next tests would see what was loaded."""
    for way in ("img", "svg image", "content"):
        assert pictures(on_paper(drawn, tmp_path, LOADING[way].format(as_data(dot())))) > 0, way
    assert "SECRET" in "".join(pages(on_paper(drawn, tmp_path, "<style>p::before { content: 'SECRET' }</style><p>x</p>")))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_a_page_wants_from_outside_is_named(dealer: Dealer, small: Path, tmp_path: Path, lang: str) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "jd.html").write_text('<p>\n<img src="logo.png">', encoding="utf-8")
    ran = dealer("jd", "--all", "--catalog", small, "-f", "pdf", "--templates", tmp_path / "t", "-o", tmp_path / "out", lang=lang)
    said = "".join(ran.err.split())
    assert ran.code == 2 and "jd.html" in said and "logo.png" in said and "Traceback" not in said
    assert not (tmp_path / "out").exists()
    ran = dealer("templates", "check", tmp_path / "t", lang=lang)
    assert ran.code == 1 and "logo.png" in "".join(ran.out.split())


@pytest.mark.parametrize("way", LOADING)
def test_nothing_is_loaded_from_the_network(drawn: Any, tmp_path: Path, listening: socket.socket, way: str) -> None:
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    for address in (f"http://{host}/dot.png", f"//{host}/look.css", f"ftp://{host}/x"):
        data = loaded(drawn, tmp_path, LOADING[way].format(address))
        assert not data or (pictures(data) == 0 and len(pages(data)) == 1)
    with pytest.raises(BlockingIOError):
        listening.accept()


@pytest.mark.parametrize("way", LOADING)
def test_nothing_is_loaded_from_a_file(drawn: Any, tmp_path: Path, way: str) -> None:
    (tmp_path / "dot.png").write_bytes(dot())
    (tmp_path / "look.css").write_text("p::before { content: 'SECRET' }", encoding="utf-8")
    (tmp_path / "dot.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><text id='a' y='9'>SECRET</text></svg>", encoding="utf-8")
    os.mkfifo(tmp_path / "fifo")
    for name in ("dot.png", "look.css", "dot.svg", "fifo"):
        path = tmp_path / name
        for address in (f"file://{path}", str(path), f"file://localhost{path}", name):
            data = loaded(drawn, tmp_path, LOADING[way].format(address))
            assert not data or (pictures(data) == 0 and "SECRET" not in "".join(pages(data))), address
    for address in ("file:///etc/passwd", "/etc/passwd", "file:///dev/zero", "file:///proc/self/environ"):
        data = loaded(drawn, tmp_path, LOADING[way].format(address))
        assert not data or ("root:" not in "".join(pages(data)) and b"root:" not in data and len(pages(data)) == 1)


EIGHT = struct.pack(">2I", 8, 8)

ABSURD = {
    "a page of a pixel": "<style>@page { size: 1px; margin: 0 }</style><p>xxxxxx</p>",
    "no page": "<style>@page { size: 0 0; margin: 0 }</style><p>x</p>",
    "a page of a mile": "<style>@page { size: 1e9px 1e9px }</style><p>x</p>",
    "margins less than none": "<style>@page { margin: -1000px }</style><p>x</p>",
    "margins beyond the page": "<style>@page { margin: 50cm }</style><p>x</p>",
    "letters": '<p style="font-size: 1e9px">x</p>',
    "divs": "<div>" * 10_000 + "x" + "</div>" * 10_000,
    "spans": "<span>" * 50_000 + "x",
    "tables": "<table><tr><td>" * 500 + "x",
    "floats": '<div style="float: left">' * 2_000 + "x",
    "boxes": '<div style="display: flex">' * 1_000 + "x",
    "counters": "<style>p { counter-reset: x 2147483647; counter-increment: x 2147483647 }"
    "p::before { content: counter(x, lower-roman) }</style><p>x",
    "columns": '<div style="column-count: 100000">' + "x " * 1_000 + "</div>",
    "spans of cells": "<table><tr><td colspan=1000000000>x</td></tr><tr><td rowspan=1000000000>x</td></tr></table>",
    "groups of columns": "<table>" + "<colgroup span=1000><col span=1000></colgroup>" * 1_000 + "<tr><td>x</table>",
    "height": '<div style="height: 1e7px">x</div>',
    "pages": '<div style="break-after: page">x</div>' * 3_000,
    "letters of letters": '<div style="font-size: 2em">' * 500 + "x",
    "laughs": '<svg><g id="a0"><rect width="1" height="1"/></g>'
    + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    + '<use href="#a9"/></svg>',
    "a drawing of itself": '<svg><g id="a"><use href="#a"/></g></svg><svg><pattern id="p" width="1e-4" height="1e-4">'
    '<rect fill="url(#p)" width="9" height="9"/></pattern><rect width="99" height="99" fill="url(#p)"/></svg>',
    "laughs of style": "<style>:root { --a0: xxxxxxxxxx;"
    + "".join(f"--a{n}: var(--a{n - 1}) var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 30))
    + "} p::before { content: var(--a29) } p { width: var(--b); --b: var(--c); --c: var(--b) }</style><p>x</p>",
    "a sum": '<p style="width: ' + "calc(" * 5_000 + "1px" + ")" * 5_000 + '">x</p>',
    "selectors": "<style>"
    + "div " * 2_000
    + "{ color: red }"
    + ":not(" * 5_000
    + "p"
    + ")" * 5_000
    + "{ color: red }</style>"
    + "<div>" * 300
    + "x",
    "numbers": '<p style="letter-spacing: 1e30px; word-spacing: -1e30px; text-indent: 1e30px; line-height: 1e30">x x',
    "no numbers": '<p style="width: calc(1px / 0); font-size: calc(0px / 0); transform: scale(1e30) rotate(1e30deg)">x',
    "leaders": "<style>p::after { content: leader('') leader('x') leader('\\200b') ; font-size: 0.00001px }</style><p>x</p>",
    "lists": "<ol start=2147483647>" + "<li>x" * 100 + "</ol><ol reversed start=-2147483648><li value=-99999999999>x</ol>",
    "borders": '<p style="border: 1e9px dotted red">x',
    "dots": '<p style="border: 0.0001px dotted red; width: 1e5px">x<svg><line x2="99" y2="99" stroke="red" stroke-dasharray="1e-6"/></svg>',
    "tiles": f'<div style="width: 900px; height: 900px; background: url({as_data(dot())}); background-size: 0.01px 0.01px">x</div>',
    "a picture of a billion dots": f'<img src="{as_data(dot(30_000, 30_000))}">x',
    "a picture that says it is larger": f'<img src="{as_data(dot().replace(EIGHT, struct.pack(">2I", 2**31 - 1, 2**31 - 1)))}">x',
    "half a picture": f'<img src="{as_data(dot()[:50])}">x',
    "a header within itself": "<style>@page { @top-left { content: element(h) } } .h { position: running(h) }</style>"
    '<div class="h"><div class="h">x</div></div>x',
    "contents": "<nav>" * 2_000 + '<a href="#a">x</a>',
    "deep contents": "<nav>" + "<ol><li>" * 400 + '<a href="#a">x</a></nav><p id="a">x',
    "nothing": "",
    "a byte of nothing": "\0",
}
"""Pages that no house would make."""


@pytest.mark.parametrize("what", ABSURD)
def test_an_absurd_page_ends_as_pdf_or_in_words(drawn: Any, tmp_path: Path, what: str) -> None:
    try:
        data = on_paper(drawn, tmp_path, ABSURD[what])
    except TemplateFault as fault:
        assert fault.cause in ("out-of-time", "out-of-memory", "too-long", "crashed", "no-pages") and fault.template == str(
            tmp_path / "jd.html"
        )
        # Nested so deep that its stack ends, the process is gone by a signal and the run is not; an exception of ours is no way to end.
        assert fault.cause != "crashed" or fault.detail.startswith("-"), fault.detail
    except Unprintable as fault:
        assert fault.hindrance in ("too-long", "no-glyph") and fault.document
    else:
        assert data.startswith(b"%PDF-") and 0 < len(pages(data)) <= MAX_PAGES
    # The next one finds everything as it should be.
    assert "next" in "".join(pages(on_paper(drawn, tmp_path, "<p>next</p>")))


def test_a_page_that_never_ends_ends_the_run_in_words(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (tmp_path / "jd.html").write_text(ABSURD["divs"], encoding="utf-8")
    for lang in ("en", "zh"):
        ran = dealer("jd", "--all", "--catalog", small, "-f", "pdf", "--templates", tmp_path, "-o", tmp_path / "out", lang=lang)
        assert ran.code == 2 and "jd.html" in "".join(ran.err.split()) and "Traceback" not in ran.err
        assert not (tmp_path / "out").exists() or not [*(tmp_path / "out").iterdir()]
