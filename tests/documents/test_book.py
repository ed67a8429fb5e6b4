"""A store's book: everything in it, contents that lead to the right headings, the same bytes twice."""

from __future__ import annotations

import io
import re
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
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from dealer_cli.model.values import fill
from tests.conftest import Ran
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


def test_pdf_has_an_outline_and_every_position(catalog: Catalog) -> None:
    typst = pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    assert typst
    scene = Scene(catalog, "sales-office", "zh")
    made = binding(catalog, "sales-office")
    data = made.data("pdf")
    assert data == made.data("pdf")
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    outline = [squeezed(entry["/Title"]) for entry in flat(pypdf.PdfReader(io.BytesIO(data)).outline)]
    for position in made.picture["positions"]:
        title = squeezed(f"{position['post']['number']}{position['post']['title']}")
        assert title in outline
    said = squeezed("".join(page.extract_text() for page in pages))
    for seat in scene.chart.seats.values():
        assert squeezed(scene.title(seat.key)) in said


def flat(outline: Any) -> list[Any]:
    return [leaf for entry in outline for leaf in (flat(entry) if isinstance(entry, list) else [entry])]


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


def test_without_typst_the_chart_is_a_tree(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def refusing(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refusing)
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
        "book.typ",
        "chart.typ",
        "look.html",
        "header.html",
        "footer.html",
        "signatures.html",
        "look.typ",
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
