"""What job descriptions say: everything that the role says, in every format, exactly, and the same bytes twice."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from lxml import etree

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.formats import USUAL, renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds, rests_on
from tests.documents.reading_back import HOSTILE, READ, Page

STORE = "faw-vw-4s"


@pytest.fixture(scope="module")
def renders() -> dict[str, Any]:
    return {form: renderer("jd", form, []) for form in USUAL}


@pytest.fixture(scope="module")
def voice(catalog: Catalog) -> Voice:
    return Voice(Scene(catalog, STORE, "zh"), Manner())


def drawn(voice: Voice, key: str = "showroom-manager") -> Any:
    """A picture that a test may change."""
    return json.loads(json.dumps(picture(voice, voice.scene.chart.seats[key])))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


# Everything is said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", USUAL)
def test_every_position_says_all_that_its_role_says(catalog: Catalog, renders: dict[str, Any], form: str, lang: str) -> None:
    scene = Scene(catalog, STORE, lang)
    voice = Voice(scene, Manner())
    for seat in scene.chart.seats.values():
        said = READ[form](renders[form](picture(voice, seat)))
        for name in seat.roles:
            role = catalog.role(name).record
            wanted = [duty for duty in role.duties if holds(duty, scene.store.record)]
            for part in (role.authority, role.relations, role.conditions):
                wanted += [] if part is None or name != seat.position.role else part.list  # type: ignore[arg-type]
            wanted += role.requirements.list if role.requirements else ()
            for text in (voice.text(element) for element in wanted):
                assert text in said, (seat.key, text)
        for use in own.kpis.list if (own := catalog.role(seat.position.role).record).kpis else ():
            assert voice.text(catalog.kpis[use.kpi].record.title) in said


def test_duties_of_other_stores_are_left_out(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        voice = Voice(Scene(catalog, store, "zh"), Manner())
        for seat in voice.scene.chart.seats.values():
            elsewhere = [d for d in catalog.role(seat.position.role).record.duties if not holds(d, voice.scene.store.record)]
            said = {duty["text"] for duty in drawn(voice, seat.key)["duties"]}
            here = {voice.text(d) for d in catalog.role(seat.position.role).record.duties if d not in elsewhere}
            assert not said & ({voice.text(duty) for duty in elsewhere} - here)


def test_a_post_held_together_has_its_duties_under_its_title_and_numbers_go_on(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    seat = next(seat for seat in voice.scene.chart.seats.values() if seat.held)
    found = drawn(voice, seat.key)
    assert found["held"][0]["title"] == "兼" + found["post"]["holds"][0]
    numbers = [duty["no"] for duty in found["duties"] + found["held"][0]["duties"]]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_no_value_of_the_store_is_left_open(catalog: Catalog) -> None:
    for lang in ("zh", "en"):
        voice = Voice(Scene(catalog, STORE, lang), Manner())
        for key in voice.scene.chart.seats:
            assert not [text for text in texts(drawn(voice, key)) if re.search(r"\$[a-z]", text)]


def test_post_numbers_count_within_the_department(voice: Voice) -> None:
    numbers = voice.numbers
    assert len(set(numbers.values())) == len(numbers)
    assert drawn(voice, "sales-director")["post"]["number"] == "XS-01"
    assert drawn(voice, "sales-director")["document"]["number"] == "GW-XS-01"


# Files are whole


def test_parts_of_a_word_file_are_xml_and_its_footer_is_filled_in(voice: Voice, renders: dict[str, Any]) -> None:
    with zipfile.ZipFile(io.BytesIO(renders["docx"](drawn(voice)))) as package:
        assert package.namelist()[0] == "[Content_Types].xml"
        parts = {name: package.read(name) for name in package.namelist()}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
        assert b"{{" not in data and b"{%" not in data, name
    footer = parts["word/footer1.xml"].decode()
    assert "GW-XS-" in footer and "V1.0" in footer and " PAGE " in footer and " NUMPAGES " in footer
    styles = parts["word/styles.xml"].decode()
    assert 'w:eastAsia="宋体"' in styles and 'w:eastAsia="黑体"' in styles and "Theme=" not in styles and 'w:eastAsia="zh-CN"' in styles


def test_tables_of_a_word_file_are_fixed_and_repeat_their_heads(voice: Voice, renders: dict[str, Any]) -> None:
    for table in docx.Document(io.BytesIO(renders["docx"](drawn(voice)))).tables:
        assert not table.autofit
        widths = [column.width for column in table.columns]
        for row in table.rows:
            assert sum(cell.width for cell in {id(c._tc): c for c in row.cells}.values()) == sum(widths)
            assert row._tr.xpath("./w:trPr/w:cantSplit")
        # A row of cells that all have the head's style is a head; the basic data has them on its side.
        if all(cell.paragraphs[0].style.name == "JD Cell Head" for cell in table.rows[0].cells):
            assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_a_page_loads_nothing_and_names_its_language(voice: Voice, renders: dict[str, Any]) -> None:
    text = renders["html"](drawn(voice)).decode()
    assert '<html lang="zh-CN">' in text and "default-src 'none'" in text and "@page" in text
    assert not re.search(r"https?:|<script|<link|\bsrc=", text)


def test_the_mark_begins_no_line_of_word_or_page(voice: Voice, renders: dict[str, Any]) -> None:
    with zipfile.ZipFile(io.BytesIO(renders["docx"](drawn(voice)))) as package:
        settings = etree.fromstring(package.read("word/settings.xml"))
    (kinsoku,) = settings.findall("{*}noLineBreaksBefore")
    said = {name.partition("}")[2]: value for name, value in kinsoku.items()}
    assert said["lang"] == "zh-CN" and "*" in said["val"]
    text = renders["html"](drawn(voice)).decode()
    assert '.mark::before { content: "\\2060"; }' in text
    assert '带领展厅团队按标准流程完成零售目标<span class="mark">*</span>' in text


def test_a_markdown_table_has_as_many_cells_in_every_row(voice: Voice, renders: dict[str, Any]) -> None:
    found = drawn(voice)
    found["duties"][0]["text"] = "a|b\nc"
    rows = [line for line in renders["md"](found).decode().splitlines() if line.startswith("|")]
    cells = [len(re.findall(r"(?<!\\)\|", row)) for row in rows]
    for before, row, after in zip(cells, rows, cells[1:], strict=False):
        assert before == after or not row.startswith("| ---")


@pytest.mark.parametrize("form", USUAL)
def test_the_same_bytes_twice(voice: Voice, form: str) -> None:
    assert renderer("jd", form, [])(drawn(voice)) == renderer("jd", form, [])(drawn(voice))


@pytest.mark.parametrize("form", USUAL)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_printed_as_it_is(voice: Voice, renders: dict[str, Any], form: str, text: str) -> None:
    found = drawn(voice)
    found["duties"][0]["text"] = text
    found["purpose"]["text"] = text
    found["post"]["title"] = text
    assert READ[form](renders[form](found)).count(text) >= 3
    if form == "html":
        page, plain = Page(), Page()
        page.feed(renders[form](found).decode())
        plain.feed(renders[form](drawn(voice)).decode())
        assert [tag for tag in page.tags if tag != "br"] == plain.tags


# What is not there is not printed


@pytest.mark.parametrize("form", USUAL)
def test_an_empty_section_does_not_appear(voice: Voice, renders: dict[str, Any], form: str) -> None:
    full, found = drawn(voice), drawn(voice)
    for section in ("duties", "indicators", "authority", "requirements", "relations", "conditions", "held"):
        found[section] = []
    found["purpose"] = {"text": "", "mark": ""}
    found["career"] = {"previous": [], "next": [], "mark": ""}
    said, whole = (READ[form](renders[form](one)) for one in (found, full))
    for section in ("purpose", "duties", "indicators", "authority", "requirements", "relations", "career", "conditions"):
        assert full["labels"][section] not in said, section
        assert full["labels"][section] in whole, section


@pytest.mark.parametrize("form", USUAL)
def test_the_mark_and_its_note_can_be_switched_off(catalog: Catalog, renders: dict[str, Any], form: str) -> None:
    said = {}
    for mark in (True, False):
        voice = Voice(Scene(catalog, STORE, "zh"), Manner(mark=mark))
        said[mark] = READ[form](renders[form](drawn(voice)))
    assert "带领展厅团队按标准流程完成零售目标*" in said[True] and "* 为建议内容" in said[True]
    assert "带领展厅团队按标准流程完成零售目标" in said[False] and "*" not in said[False].replace("**", "")


def test_sourced_only_drops_what_is_ours(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner(sourced_only=True))
    found = drawn(voice)
    role = catalog.role("showroom-manager").record
    sourced = [d for d in role.duties if rests_on(d.from_, voice.scene.store.record) and holds(d, voice.scene.store.record)]
    assert [duty["text"] for duty in found["duties"]][: len(sourced)] == [voice.text(duty) for duty in sourced]
    for duty, shown in zip(sourced, found["duties"], strict=False):
        assert bool(shown["part"]) == duty.stated
        assert bool(shown["frequency"]) == (duty.stated and bool(duty.frequency))
    assert found["purpose"]["text"] == "" and found["authority"] == [] and found["document"]["note"] == ""
    assert all(indicator["weight"] == "" for indicator in found["indicators"])


@pytest.mark.parametrize("form", USUAL)
def test_sourced_only_prints_in_every_format(catalog: Catalog, renders: dict[str, Any], form: str) -> None:
    voice = Voice(Scene(catalog, STORE, "en"), Manner(sourced_only=True))
    for key in voice.scene.chart.seats:
        assert READ[form](renders[form](drawn(voice, key)))
