"""A store's book: everything in it, contents that lead to the right headings, the same bytes twice."""

from __future__ import annotations

import base64
import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree  # type: ignore[import-untyped]

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.book.binding import Binding
from dealer_cli.documents.book.paging import style_sheet
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.documents.printing.bound import bound
from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.fonts import font_set
from dealer_cli.documents.printing.formats import Pdf, renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from dealer_cli.model.values import fill
from tests.conftest import Ran
from tests.documents import pdf_reading
from tests.documents.reading_back import READ

Dealer = Callable[..., Ran]


def binding(catalog: Catalog, store: str | None = None, lang: str = "zh", **settings: Any) -> Binding:
    return Binding(catalog, store, lang, occasion=Occasion(), manner=Manner(), **settings)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph, those in tables and fields included."""
    document = docx.Document(io.BytesIO(data))
    names = {style.style_id: style.name or "" for style in document.styles}
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = []
    for one in document.element.body.iter(f"{word}p"):
        style = one.find(f"{word}pPr/{word}pStyle")
        said = "".join(node.text or "" if node.tag == f"{word}t" else "\t" for node in one.iter(f"{word}t", f"{word}tab"))
        found.append((names.get(style.get(f"{word}val") or "", "") if style is not None else "", said))
    return found


# All of the store


@pytest.mark.parametrize(("form", "store"), [("docx", "sales-office"), ("html", "standard-4s")])
def test_it_says_all_that_the_store_says(catalog: Catalog, form: str, store: str) -> None:
    scene = Scene(catalog, store, "zh")
    data = binding(catalog, store).data(form)
    said = squeezed("".join(text for _, text in paragraphs(data)) if form == "docx" else " ".join(READ[form](data)))
    for seat in scene.chart.seats.values():
        assert squeezed(scene.title(seat.key)) in said
        for name in seat.roles:
            role = catalog.role(name).record
            for duty in (duty for duty in role.duties if holds(duty, scene.store.record)):
                assert squeezed(fill(duty.say("zh"), scene.values)) in said, (seat.key, duty.id)
    for name in scene.store.record.policies:
        policy = catalog.policy(name).record
        adopted = {squeezed(fill(one.say("zh"), scene.values)): one.status == "adopted" for one in policy.rules}
        adopted |= {squeezed(fill(one.say("zh"), scene.values)): one.status == "adopted" for one in policy.steps}
        assert {text: text in said for text in adopted} == adopted


# PDF


@pytest.fixture(scope="module")
def printed(catalog: Catalog) -> tuple[Any, bytes]:
    """The picture of a book, and the book on paper."""
    made = binding(catalog, "sales-office")
    return made.picture, made.data("pdf")


def beginnings(picture: Any, data: bytes) -> dict[str, int]:
    """The page, from 1, on which each position and each policy stands as the pages themselves tell: by its heading in a line of its own."""
    texts = [[squeezed(line) for line in page.splitlines()] for page in pdf_reading.pages(data)]
    titles = [f"{one['post']['number']} {one['post']['title']}" for one in picture["positions"]]
    titles += [one["title"] for one in picture["policies"]]
    return {title: next(number for number, lines in enumerate(texts, 1) if number > 2 and squeezed(title) in lines) for title in titles}


def test_pdf_has_every_position_and_is_the_same_twice(catalog: Catalog, printed: tuple[Any, bytes]) -> None:
    picture, data = printed
    assert data == binding(catalog, "sales-office").data("pdf")
    said = pdf_reading.said(data)
    for position in picture["positions"]:
        assert [duty["text"] for duty in position["duties"] if squeezed(duty["text"]) not in said] == []
    assert pdf_reading.outside(data) == []


def test_the_contents_tell_the_pages_where_titles_stand(printed: tuple[Any, bytes]) -> None:
    picture, data = printed
    contents = squeezed(pdf_reading.pages(data)[1])
    told = {title: re.search(re.escape(squeezed(title)) + r"\.+(\d+)", contents) for title in beginnings(picture, data)}
    assert {title: int(match[1]) for title, match in told.items() if match} == beginnings(picture, data)


def test_bookmarks_and_links_lead_to_the_pages_where_titles_stand(printed: tuple[Any, bytes]) -> None:
    picture, data = printed
    found = pdf_reading.bookmarks(data)
    begin = beginnings(picture, data)
    assert {mark.title: mark.page for mark in found if mark.level == 1} == begin
    labels = picture["labels"]
    chapters = [labels[name] for name in ("chart", "departments", "positions", "policies")]
    assert [mark.title for mark in found if mark.level == 0] == chapters
    for mark in found:
        assert squeezed(mark.title) in squeezed(pdf_reading.pages(data)[mark.page - 1])
    links = pdf_reading.links(data)
    assert {*links[1]} == {mark.page for mark in found} and len(links[1]) >= len(found)


def test_the_chart_lies_on_sheets_of_its_own_size(catalog: Catalog) -> None:
    made = binding(catalog, "standard-4s")
    data = made.data("pdf")
    sizes = pdf_reading.sizes(data)
    turned = [number for number, (width, height) in enumerate(sizes) if width > height]
    assert turned and {sizes[number] for number in turned} == {(842, 595)} and set(sizes) == {(842, 595), (595, 842)}
    texts = [squeezed(page) for page in pdf_reading.pages(data)]
    # Between the contents and the departments, one after the other.
    assert turned == list(range(turned[0], turned[-1] + 1))
    departments = squeezed(made.picture["labels"]["departments"])
    assert texts[turned[-1] + 1].startswith(departments)
    on_sheets = "".join(texts[number] for number in turned)
    assert [
        one["post"]["title"] for one in made.picture["positions"] if squeezed(one["post"]["title"].split("（")[0]) not in on_sheets
    ] == []
    # The pages after the sheets count on.
    count = len(texts)
    assert all(f"第{number}页，共{count}页" in texts[number - 1] for number in range(2, count + 1) if number - 1 not in turned)


def test_an_upright_chart_leaves_no_page_empty(small: Path) -> None:
    made = binding(Catalog(small))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400pt" height="600pt" viewBox="0 0 400 600"><rect width="9" height="9"/></svg>'
    image = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    data = renderer("book", "pdf", [], Pdf())({**made.picture, "chart": {"turned": "", "drawn": "yes", "images": [image, image]}})
    sheets = [number for number, size in enumerate(pdf_reading.sizes(data)) if size == (400, 600)]
    texts = [squeezed(page) for page in pdf_reading.pages(data)]
    # Between the contents and the departments nothing but the sheets.
    assert len(sheets) == 2 and sheets[1] == sheets[0] + 1
    assert re.search(r"\.{5,}\d", texts[sheets[0] - 1])
    assert texts[sheets[1] + 1].startswith(squeezed(made.picture["labels"]["departments"]))


def test_every_entry_of_the_contents_of_a_long_book_has_its_page() -> None:
    count = 330
    links = "".join(f'<li><a href="#p-{n}">n{n}</a></li>' for n in range(count))
    sections = "".join(f'<h2 id="p-{n}" style="break-before: page">n{n}</h2>' for n in range(count))
    data = bound(f"<html><body><nav><ul>{links}</ul></nav>{sections}</body></html>", font_set(()))
    marks = pdf_reading.bookmarks(data)
    assert len(marks) == count and marks[-1].page == len(pdf_reading.sizes(data))


@pytest.mark.parametrize("lang", ["zh", "zh+en"])
def test_the_contents_have_a_line_and_a_page_for_every_entry_in_their_order(catalog: Catalog, lang: str) -> None:
    made = binding(catalog, "faw-vw-4s", lang)
    data = made.data("pdf")
    first = next(number for number, (width, height) in enumerate(pdf_reading.sizes(data)) if width > height)
    contents = "".join(squeezed(page) for page in pdf_reading.pages(data)[1:first])
    titles = [squeezed(f"{one['post']['number']} {one['post']['title']}") for one in made.picture["positions"]]
    lines = [re.search(re.escape(title) + r"\.+\d", contents) for title in titles]
    assert [title for title, line in zip(titles, lines, strict=True) if not line] == []
    places = [line.start() for line in lines if line]
    assert places == sorted(places)


@pytest.mark.parametrize("lang", ["en", "zh+en"])
def test_contents_and_bookmarks_in_every_language(small: Path, lang: str) -> None:
    made = binding(Catalog(small), lang=lang)
    data = made.data("pdf")
    texts = [squeezed(page) for page in pdf_reading.pages(data)]
    # Above the chart's sheet no heading stands but its own.
    found = [mark for mark in pdf_reading.bookmarks(data) if mark.title.split()[0] != made.picture["labels"]["chart"].split()[0]]
    assert len(found) > 3 and [mark for mark in found if squeezed(mark.title) not in texts[mark.page - 1]] == []
    contents = next(text for text in texts if re.search(r"\.{5,}\d", text))
    assert [mark.title for mark in found if re.search(r"[\u4e00-\u9fff][A-Z]", mark.title)] == [], "two languages in one word"
    for mark in found:
        assert re.search(re.escape(squeezed(mark.title)) + rf"\.+{mark.page}(?!\d)", contents), mark


def own(folder: Path, contents: str = "", body: str = "") -> list[Path]:
    """The folder of a house whose book is a title, contents, and a section for each position."""
    section = f'<section id="p-{{{{ loop.index }}}}" style="break-before: page"><h2>{{{{ p.post.title }}}}</h2>{body}</section>'
    page = f"<html><body><h1>{{{{ book.store }}}}</h1>{contents}{{% for p in positions %}}{section}{{% endfor %}}"
    (folder / "book.html").write_text(page, encoding="utf-8")
    return [folder]


CONTENTS = '<nav><ul>{% for p in positions %}<li><a href="#p-{{ loop.index }}">{{ p.post.title }}</a></li>{% endfor %}</ul></nav>'


def test_a_house_s_book_without_contents_prints_too(small: Path, tmp_path: Path) -> None:
    made = binding(Catalog(small), folders=own(tmp_path))
    data = made.data("pdf")
    assert len(pdf_reading.pages(data)) == 1 + len(made.picture["positions"]) and pdf_reading.bookmarks(data) == []


def test_a_house_s_contents_tell_where_long_sections_begin(small: Path, tmp_path: Path) -> None:
    # A section of seven pages, whose mark lies on each of them.
    made = binding(Catalog(small), folders=own(tmp_path, CONTENTS, "<p>text</p>" * 250))
    data = made.data("pdf")
    titles = [one["post"]["title"] for one in made.picture["positions"]]
    texts = [squeezed(page) for page in pdf_reading.pages(data)]
    begin = {title: next(number for number, text in enumerate(texts[1:], 2) if text.startswith(squeezed(title))) for title in titles}
    assert begin[titles[1]] > 5
    assert {mark.title: mark.page for mark in pdf_reading.bookmarks(data)} == begin
    assert {*pdf_reading.links(data)[0]} == {*begin.values()}
    assert all(re.search(rf"{re.escape(squeezed(title))}\.*{number}(?!\d)", texts[0]) for title, number in begin.items())


@pytest.mark.parametrize(
    "contents",
    [
        "<nav></nav>",
        "<nav><a>no target</a><a href='#'>x</a><a href='#nowhere'>nowhere</a><a href='https://www.example.com/'>out</a></nav>",
        "<nav><a href='#p-1'>no end",
        "<nav><ul><li><ul><li><ul><li><a href='#p-1'>deep</a></ul></ul></ul><a href='#p-1'>and again</a></nav>",
        "<nav>" * 200 + "<a href='#p-1'>x</a>",
        "<nav><a href='#p-1\"] {} * { display: none }'>x</a></nav>",
        "<nav><a href='#p-1\\'>x</a></nav>",
        '<nav></nav><figure class="sheet" id="p-9"><img src="data:image/svg+xml;base64,!!"></figure>',
        '<nav></nav><figure class="sheet" id="p-9"><img src="data:image/svg+xml;base64,AAAA/w=="></figure>',
    ],
)
def test_contents_of_any_make_end_in_a_book_or_in_words(small: Path, tmp_path: Path, contents: str) -> None:
    made = binding(Catalog(small), folders=own(tmp_path, contents))
    try:
        data = made.data("pdf")
    except (TemplateFault, Unprintable) as fault:
        assert not isinstance(fault, TemplateFault) or fault.cause != "crashed", fault.detail
    else:
        said = pdf_reading.said(data)
        assert [one["post"]["title"] for one in made.picture["positions"] if squeezed(one["post"]["title"]) not in said] == []


# Word


@pytest.mark.parametrize("lang", ["zh", "en", "zh+en"])
def test_word_book_is_whole(small: Path, lang: str) -> None:
    made = binding(Catalog(small), lang=lang)
    data = made.data("docx")
    assert data == made.data("docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        text = package.read("word/document.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
        for used in re.findall(r'r:embed="([^"]+)"', text):
            target = re.search(f'Id="{used}"[^>]*Target="([^"]+)"', relations)
            assert target and f"word/{target[1]}" in package.namelist()
    assert sorted(set(re.findall(r'w:anchor="([^"]+)"', text))) == sorted(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', text))
    assert text.count('w:fldCharType="begin"') == text.count('w:fldCharType="end"')


def test_the_sign_off_of_the_cover_is_not_torn(small: Path) -> None:
    document = docx.Document(io.BytesIO(binding(Catalog(small)).data("docx")))
    signing = document.tables[1]
    assert signing.rows[0].cells[1].text == binding(Catalog(small)).picture["control"][0]["step"]
    for row in signing.rows[:-1]:
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)


def test_contents_are_those_of_the_book(small: Path) -> None:
    said = paragraphs(binding(Catalog(small)).data("docx"))
    headings = [" ".join(text.split()) for style, text in said if style.lower() in ("heading 1", "heading 2")]
    entries = [text.split("\t") for style, text in said if style.lower() in ("toc 1", "toc 2")]
    assert [entry for entry, _ in entries] == headings
    pages = [int(page) for _, page in entries]
    assert pages == sorted(pages) and pages[0] >= 3


def test_every_position_begins_on_a_new_page(catalog: Catalog) -> None:
    said = paragraphs(binding(catalog, "sales-office").data("docx"))
    pages = [int(text.split("\t")[1]) for style, text in said if style.lower() == "toc 2" and re.match(r"[A-Z]{2,3}-\d\d ", text)]
    assert len(pages) > 5 and len(set(pages)) == len(pages)


@pytest.mark.parametrize("lacking", ["plutoprint", "pikepdf"])
def test_without_what_makes_pdf_the_run_says_so(small: Path, monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    monkeypatch.setitem(sys.modules, lacking, None)
    with pytest.raises(Unprintable) as caught:
        binding(Catalog(small)).data("pdf")
    assert caught.value.hindrance == "no-engine"


def test_without_what_lays_out_pages_the_chart_is_a_tree(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "plutoprint", None)
    catalog = Catalog(small)
    made = binding(catalog)
    data = made.data("docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if re.match(r"word/media/chart\d", name)]
    assert [text for _, text in paragraphs(data) if text.startswith("\u3000")]
    with pytest.raises(Unprintable):
        made.data("pdf")


def test_pages_are_reckoned_by_styles_and_breaks() -> None:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = f'<w:styles {word}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'
    heading = '<w:p><w:pPr><w:pStyle w:val="1"/>{}</w:pPr><w:r><w:t>A</w:t></w:r></w:p>'
    filler = "<w:p><w:r><w:t>字</w:t></w:r></w:p>" * 100
    body = heading.format("") + heading.format("<w:pageBreakBefore/>") + filler + heading.format("")
    assert style_sheet(styles).pages(f"<w:document {word}><w:body>{body}</w:body></w:document>") == [1, 2, 4]


# Hostile texts, and stores of any kind


def test_hostile_texts_are_texts(small: Path) -> None:
    role = small / "roles" / "sales" / "showroom-manager.yaml"
    text = role.read_text(encoding="utf-8")
    role.write_text(text.replace("zh: 展厅经理", 'zh: "<w:p>&{{ 7*7 }} 堃喆珺玥"', 1), encoding="utf-8")
    made = binding(Catalog(small))
    headings = [said for style, said in paragraphs(made.data("docx")) if style.lower() == "heading 2"]
    assert any("<w:p>&{{ 7*7 }} 堃喆珺玥" in said for said in headings)
    assert b"&lt;w:p&gt;&amp;{{ 7*7 }}" in made.data("html")


def test_every_store_has_a_book(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        assert len(binding(catalog, store).data("html")) > 20_000


# The command


def test_the_command(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    ran = dealer("book", "--catalog", small, "-f", "docx", "-f", "html", "--doc-lang", "zh", "--doc-lang", "en", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_a_house_copies_and_edits_the_book(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    assert dealer("templates", "copy", "book", tmp_path / "own").code == 0
    assert {path.name for path in (tmp_path / "own").iterdir()} == {
        "book.docx",
        "book.html",
        "look.html",
        "paper.html",
        "header.html",
        "footer.html",
        "signatures.html",
    }
    page = tmp_path / "own" / "book.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<main>", "<main>our own"), encoding="utf-8")
    ran = dealer("book", "--catalog", small, "-f", "html", "--templates", tmp_path / "own", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    (written,) = (tmp_path / "out").iterdir()
    assert "our own" in written.read_text(encoding="utf-8")


def test_every_error_in_the_files_is_said_and_nothing_written(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    for name in ("showroom-manager", "sales-consultant"):
        role = small / "roles" / "sales" / f"{name}.yaml"
        role.write_text(role.read_text(encoding="utf-8").replace("duties:", "dutys:", 1), encoding="utf-8")
    ran = dealer("book", "--catalog", small, "-o", tmp_path / "out")
    assert ran.code == 2 and "showroom-manager.yaml" in ran.err and "sales-consultant.yaml" in ran.err
    assert not (tmp_path / "out").exists()
