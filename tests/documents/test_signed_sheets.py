"""The sheets that are signed by hand, as Word and HTML print them: approvals and handovers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.sheets.approvals import Approval, _of_role, approvals
from dealer_cli.documents.sheets.signed import pictures
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from tests.documents.sheet_reading import LANGS, drawn, voices_of

Told = Any
"""A picture, read as plain lists and texts."""


def approved(catalog: Catalog, store: str, lang: str = "zh") -> list[Approval]:
    voice = Voice(Scene(catalog, store, lang), Manner())
    return approvals(voice, list(voice.scene.chart.seats.values()))


def approvals_of(catalog: Catalog, store: str, lang: str = "zh") -> Told:
    voice = Voice(Scene(catalog, store, lang), Manner())
    return pictures("approvals", voice, list(voice.scene.chart.seats.values()))[0]


def test_a_sentence_never_names_another_superior_than_its_row(catalog: Catalog) -> None:
    row = next(one for one in approved(catalog, "sales-department") if "整车优惠" in one.matter)
    # Nobody there is the general manager whom the sentence names.
    assert (row.matter, row.escalation) == ("审批限额以内的整车优惠", "出资人")
    rows = {one.matter: one.escalation for one in approved(catalog, "standard-4s", "en")}
    assert rows["Approves payments within the limit"] == "General manager"
    assert rows["Grants showroom discounts up to the set limit"] == "Sales director"


def test_the_sentence_decides_who_comes_next_where_the_store_seats_them(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, "standard-4s", "zh"), Manner())
    # The parts manager, whom the chart puts under another director.
    authority = catalog.role("parts-manager").record.authority
    assert authority
    said = replace(
        authority.list[0],
        zh="批准限额以内的订货，超限报财务总监",
        en="Approves orders up to the limit and passes higher ones to the Controller",
    )

    row = _of_role(voice, voice.scene.chart.seats["parts-manager"], said)
    assert row.escalation == "财务总监"
    # What a source says is printed as it says it.
    assert row.matter == (said.zh if said.from_ else "批准限额以内的订货")
    assert _of_role(voice, voice.scene.chart.seats["parts-manager"], replace(said, from_=("D3.8.7.4/2",))).matter == said.zh


@pytest.mark.parametrize("lang", LANGS)
def test_a_condition_is_no_question(catalog: Catalog, lang: str) -> None:
    for store in catalog.store_ids():
        assert not [one.condition for one in approved(catalog, store, lang) if one.condition.endswith(("？", "?"))]
    sheet = drawn(voices_of(catalog)[lang], "approvals")[0]
    # A column that would stay empty is left out.
    assert "condition" not in {column.id for column in sheet.columns}


def test_a_refusal_leads_on_or_back_to_whoever_does_it_again(catalog: Catalog) -> None:
    said = {one.matter: one.escalation for one in approved(catalog, "sales-office")}
    assert said["由相关负责人签字"] == "不批准时退回：报销人"
    assert said["判断公司情况是否允许变更"].startswith("不批准时：公司情况不允许变更的")
    assert not any("贴好发票" in escalation for escalation in said.values())


@pytest.mark.parametrize("lang", LANGS)
def test_sources_are_named_as_a_reader_finds_them(catalog: Catalog, lang: str) -> None:
    for store in catalog.store_ids():
        for one in approved(catalog, store, lang):
            assert not re.search(r"\bD\d", one.source), one.source
            assert bool(one.source) != bool(one.mark)
    source = next(one.source for one in approved(catalog, "standard-4s") if one.matter == "审批行政制度")
    assert source == "《范文网站：4S店大客户岗位职责十二篇》“行政总监”第3项"


def test_the_mark_of_approvals_is_explained(catalog: Catalog) -> None:
    picture = approvals_of(catalog, "standard-4s")
    rows = [row for group in picture["groups"] for row in group["list"]]
    assert {row["mark"] for row in rows} == {"", "*"}
    assert picture["document"]["note"].startswith("*")
    assert any(note.startswith("*") for note in drawn(voices_of(catalog)["zh"], "approvals")[0].notes)
    assert [row["kept"] for row in rows][-4:] == ["", "yes", "yes", "yes"]


@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_line_for_an_amount_has_its_units(
    dealer: Callable[..., Any], tmp_path: Path, form: str, printed_text: Callable[[Path], str]
) -> None:
    assert dealer("sheet", "approvals", "--doc-lang", "zh", "-f", form, "-o", tmp_path).code == 0
    said = printed_text(next(tmp_path.glob(f"*.{form}")))
    assert "□元" in said
    assert "□%" in said


@pytest.fixture
def printed_text() -> Callable[[Path], str]:
    """What a printed file says, its marks left out."""

    def read(path: Path) -> str:
        if path.suffix == ".docx":
            import zipfile

            data = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
        else:
            data = path.read_text(encoding="utf-8")
        return re.sub(r"<[^>]+>", "", data)

    return read


def handover_of(voice: Voice, key: str) -> Told:
    return pictures("handover", voice, [voice.scene.chart.seats[key]])[0]


def in_hand(voice: Voice, key: str) -> dict[str, str]:
    """The first section of a handover: what can get lost, and why it is in these hands."""
    picture = handover_of(voice, key)
    title = voice.words("layout.sheet.section.matters")
    return {row["text"]: row["detail"] for section in picture["sections"] if section["title"] == title for row in section["list"]}


@pytest.fixture(scope="module")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return voices_of(catalog)


def test_what_can_get_lost_has_a_line_a_kind(voices: dict[str, Voice]) -> None:
    clerk = in_hand(voices["zh"], "cash-bank-clerk")
    assert {"现金（元）", "备用金（元）", "支票、票据（起止号）", "网银密钥（银行、账号）", "保险柜、钥匙柜的钥匙与密码"} <= set(clerk)
    assert "“收讫”“付讫”章" in clerk["印章（逐枚写明名称）"]
    # An accountant who counts the petty cash of others has none.
    assert set(in_hand(voices["zh"], "accountant")) == {"空白发票与额度（起止号）", "钥匙（用途、把数）", "车辆（附车架号清单）"}


def test_who_answers_for_things_hands_them_over_too(voices: dict[str, Voice]) -> None:
    assert in_hand(voices["zh"], "parts-manager") == {"备件库存（附盘点表）": "备件验收、保管与发放（全责）"}
    controller = in_hand(voices["zh"], "financial-controller")
    assert controller["现金（元）"] == "收银（全责）"
    # From an authority: no function of hers handles seals.
    assert controller["印章（逐枚写明名称）"] == "保管财务专用章并确定用章手续"


def test_every_matter_of_a_function_has_its_line_in_every_language(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for key, seat in voices["zh"].scene.chart.seats.items():
        said = [in_hand(voice, key) for voice in voices.values()]
        assert len(said[0]) == len(said[1]), key
        for name in seat.roles:
            for duty in catalog.role(name).record.duties:
                function = catalog.functions.get(duty.function or "")
                if function and function.record.handles and duty.part == "responsible" and holds(duty, voices["zh"].scene.store.record):
                    title = voices["zh"].text(function.record.title)
                    assert any(title in detail for detail in said[0].values()), (key, title)


def test_a_handover_always_asks_for_accounts(voices: dict[str, Voice]) -> None:
    for lang, voice in voices.items():
        title = voice.words("layout.sheet.section.systems")
        drawn_all: Told = pictures("handover", voice, list(voice.scene.chart.seats.values()))
        for picture in drawn_all:
            assert [section["title"] for section in picture["sections"]].count(title) == 1, (lang, picture["post"]["title"])


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_handover_has_room_for_people_reason_and_open_items(
    dealer: Callable[..., Any], tmp_path: Path, form: str, lang: str, printed_text: Callable[[Path], str]
) -> None:
    assert dealer("sheet", "handover", "cashier", "--doc-lang", lang, "-f", form, "-o", tmp_path).code == 0
    said = printed_text(next(tmp_path.glob(f"*.{form}")))
    words = {
        "zh": (
            "移交人姓名、工号",
            "接收人姓名、工号",
            "交接原因",
            "□离职",
            "□调岗",
            "□休假",
            "最后工作日",
            "事项",
            "期限",
            "联系人",
            "交接清单",
        ),
        "en": (
            "Handed over by (name, no.)",
            "Received by (name, no.)",
            "□leaving",
            "Last working day",
            "Handover date",
            "Deadline",
            "Contact",
        ),
    }
    assert [word for word in words[lang] if word not in said] == []
    assert said.count("交接内容" if lang == "zh" else "What is handed over") == 1
