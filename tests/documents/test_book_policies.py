"""Policies in a book: what no source states is marked, or left out with `--sourced-only`."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.documents.book.binding import Binding
from dealer_cli.documents.book.paging import style_sheet
from dealer_cli.documents.book.picture import book
from dealer_cli.documents.book.word import FRAME
from dealer_cli.documents.picture.both import voices
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.model.catalog import Catalog
from tests.documents.reading_back import READ


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def drawn(catalog: Catalog, store: str, lang: str = "zh", **manner: bool) -> Any:
    return book(voices(catalog, store, lang, Manner(**manner)), Occasion())


def test_whom_a_policy_belongs_to_is_marked(catalog: Catalog) -> None:
    for one in catalog.policy_ids():
        assert not catalog.policy(one).record.from_  # else the owner would be stated
    found = drawn(catalog, "sales-office")
    assert {policy["owner"][-1:] for policy in found["policies"] if policy["owner"]} == {"*"}
    assert found["document"]["note"]
    assert "*" not in "".join(policy["owner"] for policy in drawn(catalog, "sales-office", mark=False)["policies"])


def test_sourced_only_leaves_out_our_reading_of_policies(catalog: Catalog) -> None:
    whole, sourced = drawn(catalog, "sales-office"), drawn(catalog, "sales-office", sourced_only=True)
    said = {entry["text"] for policy in whole["policies"] for part in ("rules", "steps") for entry in policy[part] if entry["mark"]}
    assert said
    for policy in sourced["policies"]:
        assert not policy["owner"]
        for entry in (*policy["rules"], *policy["steps"]):
            assert entry["text"] not in said and not entry["mark"]
            assert not any(entry.get(field) for field in ("party", "frequency", "actor", "part", "deadline", "goes_on"))
    assert not sourced["document"]["note"]


@pytest.mark.parametrize("form", ["docx", "html"])
def test_sourced_only_has_lists_without_empty_columns(catalog: Catalog, form: str) -> None:
    made = Binding(catalog, "sales-office", "zh", occasion=Occasion(), manner=Manner(sourced_only=True))
    said = squeezed(" ".join(READ[form](made.data(form))))
    assert [head for head in ("适用对象", "办理人", "去向") if head in said] == []
    for policy in made.picture["policies"]:
        for entry in (*policy["rules"], *policy["steps"]):
            assert squeezed(entry["text"]) in said


@pytest.mark.parametrize("form", ["docx", "html"])
def test_tasks_name_their_forms_and_systems(catalog: Catalog, form: str) -> None:
    made = Binding(catalog, "sales-office", "en", occasion=Occasion(), manner=Manner())
    used = {", ".join(task["records"]) for one in made.picture["positions"] for period in one["tasks"] for task in period["list"]}
    said = squeezed(" ".join(READ[form](made.data(form))))
    assert len(used) > 3
    assert [names for names in used if squeezed(names) not in said] == []


def test_the_turned_page_has_a_header_and_footer_of_its_width(catalog: Catalog) -> None:
    made = Binding(catalog, "sales-office", "zh+en", occasion=Occasion(), manner=Manner())
    with zipfile.ZipFile(io.BytesIO(made.data("docx"))) as package:
        document = package.read("word/document.xml").decode()
        footers = [package.read(f"word/footer{n}.xml").decode() for n in (1, 2)]
    turned = next(one for one in document.split("<w:sectPr>") if 'w:orient="landscape"' in one.partition("</w:sectPr>")[0])
    assert 'r:id="rId11"' in turned and 'r:id="rId12"' in turned
    assert ['w:val="right" w:pos="14570"' in footer for footer in footers] == [False, True]
    assert made.picture["labels"]["title"].count("\n") == 1


def test_a_house_with_a_header_has_a_smaller_chart(small: Path) -> None:
    def height(catalog: Catalog) -> int:
        data = Binding(catalog, None, "zh", occasion=Occasion(), manner=Manner()).data("docx")
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text = package.read("word/document.xml").decode()
        return int(text.partition("<wp:extent ")[2].partition('cy="')[2].partition('"')[0])

    pytest.importorskip("plutoprint")
    plain = height(Catalog(small))
    with (small / "catalog.yaml").open("a", encoding="utf-8") as file:
        file.write("house: {header: {zh: 内部, en: Internal}}\n")
    assert plain - height(Catalog(small)) == pytest.approx(FRAME * 12700, rel=0.01)


def test_english_takes_less_room_than_chinese() -> None:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = f'<w:styles {word}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>'

    def page(text: str) -> int:
        lines = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * 55
        head = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>'
        return style_sheet(styles).pages(f"<w:document {word}><w:body>{lines}{head}</w:body></w:document>")[0]

    assert (page("word"), page("词")) == (1, 2)
