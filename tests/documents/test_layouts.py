"""Letters, appointments and the notice on complaints: what the catalog says, in every format and both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.statutory import appointed, asked_for
from dealer_cli.documents.picture.both import both
from dealer_cli.documents.picture.letter import OTHER, SAFETY
from dealer_cli.documents.picture.notice import notice
from dealer_cli.documents.picture.occasion import LAYOUTS, Layout, Occasion
from dealer_cli.documents.picture.parts import scoring
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.schemas import context_schemas
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.formats import USUAL, renderer
from dealer_cli.documents.roster import Person
from dealer_cli.documents.sheets.scores import sheets
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from tests.conftest import Ran
from tests.documents.reading_back import HOSTILE, READ

Dealer = Callable[..., Ran]
STORE = "standard-4s"
PEOPLE = {"sales-consultant": [Person("张三", "1001"), Person("堃喆珺玥", "1002")], "general-manager": [Person("钱一", "0001")]}


@pytest.fixture(scope="module", params=["zh", "en"])
def voice(request: pytest.FixtureRequest, catalog: Catalog) -> Voice:
    return Voice(Scene(catalog, STORE, request.param), Manner())


@pytest.fixture(scope="module")
def renders() -> dict[tuple[str, str], Any]:
    return {(layout, form): renderer(layout, form, []) for layout in LAYOUTS for form in USUAL}


def drawn(voice: Voice, layout: Layout, key: str = "", **more: Any) -> Any:
    occasion = Occasion(layout, **more)
    found = notice(voice, occasion) if layout == "complaint-notice" else picture(voice, voice.scene.chart.seats[key], occasion)
    return json.loads(json.dumps(found))


@pytest.mark.parametrize("form", USUAL)
def test_a_letter_says_every_indicator_with_its_weight_and_every_right(voice: Voice, renders: Any, form: str) -> None:
    catalog = voice.scene.catalog
    for seat in voice.scene.chart.seats.values():
        said = READ[form](renders["letter", form](picture(voice, seat, Occasion("letter", "2027"))))
        role = catalog.role(seat.position.role).record
        for use in role.kpis.list if role.kpis else ():
            assert voice.text(catalog.kpis[use.kpi].record.title) in said and f"{use.weight}%" in said
        for right in role.authority.list if role.authority else ():
            assert voice.text(right) in said
        assert ("2027年1月1日至2027年12月31日" if voice.words.lang == "zh" else "January 1, 2027 to December 31, 2027") in said


@pytest.mark.parametrize("form", USUAL)
def test_a_safety_letter_says_the_safety_duties_and_what_law_asks_of_the_position(voice: Voice, renders: Any, form: str) -> None:
    catalog, store = voice.scene.catalog, voice.scene.store.record
    carried = 0
    for seat in voice.scene.chart.seats.values():
        said = READ[form](renders["safety", form](picture(voice, seat, Occasion("safety", "2027"))))
        for role in (catalog.role(name).record for name in seat.roles):
            for duty in role.duties:
                if duty.function in SAFETY and holds(duty, store):
                    assert voice.text(duty) in said, (seat.key, duty.id)
        for name, entry in catalog.statutory.items():
            position = entry.record
            if asked_for(position.when, store) is not False and seat in appointed(position, voice.scene.chart):
                if name in OTHER:
                    assert voice.text(position.duty) not in said
                    continue
                carried += 1
                assert voice.text(position.title) in said and voice.text(position.duty) in said
                assert all(voice.text(law.law) in said for law in position.law)
    assert carried > 5


def test_what_is_left_out_of_safety_letters_is_known_and_stands_in_appointments(voice: Voice) -> None:
    assert set(voice.scene.catalog.statutory) >= OTHER
    titles = {name: voice.text(entry.record.title) for name, entry in voice.scene.catalog.statutory.items()}
    shown = {one["title"] for key in voice.scene.chart.seats for one in drawn(voice, "appointment", key)["statutory"]}
    assert {titles["complaint-officer"], titles["repair-quality-inspector"]} <= shown


SCORED = {
    "higher": "rule.least",
    "floor": "rule.least-zero",
    "lower": "rule.most",
    "zero": "rule.none",
    "zero-percent": "rule.none-percent",
    "range": "rule.range",
}
"""How the words of a letter are called in the score sheet."""


def test_a_letter_scores_as_the_score_sheet_does(voice: Voice) -> None:
    catalog = voice.scene.catalog
    seen = set()
    for seat in voice.scene.chart.seats.values():
        measured = catalog.role(seat.position.role).record.kpis
        if not measured:
            continue
        ways = [scoring(use.target or catalog.kpis[use.kpi].record.target, catalog.kpis[use.kpi].record) for use in measured.list]
        (sheet,) = sheets(voice, [seat])
        rules = {
            cells["rule"] for cells in (dict(zip((one.id for one in sheet.columns), row.cells, strict=True)) for row in sheet.rows[:-1])
        }
        assert rules == {voice.words(f"layout.sheet.{SCORED[way]}") for way in ways}, seat.key
        assert [one["scoring"] for one in drawn(voice, "letter", seat.key)["indicators"]] == [
            voice.words(f"layout.scoring.{way}") for way in ways
        ]
        seen |= set(ways)
    assert seen >= {"higher", "floor", "lower", "zero"}


def test_a_target_that_is_set_at_signing_has_a_line_to_fill_in(voice: Voice, renders: Any) -> None:
    found = drawn(voice, "letter", "sales-consultant")
    assert any(one["target"] == "" for one in found["indicators"])
    for form in USUAL:
        assert "______" in READ[form](renders["letter", form](found)).replace("\\", "")


def test_provisions_are_cited_as_papers_cite_them(voice: Voice) -> None:
    laws = {law for one in drawn(voice, "appointment", "general-manager")["statutory"] for law in one["law"]}
    wanted = "《安全生产法》（2021）第5、21条" if voice.words.lang == "zh" else "Work Safety Law (2021), art. 5, 21"
    assert any(law.startswith(wanted) for law in laws), laws


def test_law_that_nobody_has_read_is_marked_unless_marks_are_off(catalog: Catalog) -> None:
    for mark in (True, False):
        voice = Voice(Scene(catalog, STORE, "zh"), Manner(mark=mark))
        laws = [law for seat in drawn(voice, "appointment", "general-manager")["statutory"] for law in seat["law"]]
        assert laws and all(("未核对" in law) == mark for law in laws)


@pytest.mark.parametrize("form", USUAL)
def test_an_appointment_names_person_post_day_and_issuer(voice: Voice, renders: Any, form: str) -> None:
    found = picture(
        voice, voice.scene.chart.seats["sales-consultant"], Occasion("appointment", start="2027-03-01"), Person("堃喆珺玥", "1002")
    )
    said = READ[form](renders["appointment", form](found))
    assert (
        "堃喆珺玥" in said
        and "1002" in said
        and voice.scene.title("sales-consultant") in said
        and voice.scene.title("general-manager") in said
    )
    assert ("2027年3月1日" if voice.words.lang == "zh" else "March 1, 2027") in said
    blank = READ[form](renders["appointment", form](drawn(voice, "appointment", "sales-consultant")))
    assert "____" in blank.replace("\\", "")


@pytest.mark.parametrize("form", USUAL)
def test_the_notice_says_who_handles_complaints_and_what_law_asks(voice: Voice, renders: Any, form: str) -> None:
    scene = voice.scene
    key = scene.store.record.accountable["complaint-handling"]
    people = {key: [Person("赵六", "6", "0531-88"), Person("孙七", "7", "")]}
    said = READ[form](renders["complaint-notice", form](drawn(voice, "complaint-notice", people=people)))
    officer = scene.catalog.statutory["complaint-officer"].record
    promise = {"zh": "本店自收到投诉之日起7个工作日内，将处理情况告知投诉人。", "en": "We tell you within 7 working days"}[voice.words.lang]
    wanted = ["赵六", "0531-88", "孙七", scene.title(key), promise, voice.text(officer.law[0].law), "7", "18"]
    assert [text for text in wanted if text not in said] == []
    assert voice.text(officer.duty) not in said, "what law asks of the store is no promise to customers"
    assert "____" in said.replace("\\", "")


@pytest.mark.parametrize("form", USUAL)
def test_the_notice_has_the_company_over_its_title_and_its_seal_under_it(voice: Voice, renders: Any, form: str) -> None:
    found = drawn(voice, "complaint-notice")
    found["house"]["name"] = "大德公司"
    said = READ[form](renders["complaint-notice", form](found)).replace("\\", "")
    assert said.index("大德公司") < said.index(found["labels"]["notice_department"])
    seal, posted = {"zh": ("（公章）", "公示日期"), "en": ("(seal)", "Posted on")}[voice.words.lang]
    assert said.index(found["labels"]["notice_law"]) < said.rindex("大德公司") < said.index(seal) < said.index(posted)


def test_a_house_promises_in_its_own_words(dealer: Dealer, small: Path) -> None:
    path = next((small / "stores").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nvalues:\n", "\nvalues:\n  complaint-promise: 三日内答复\n", 1), encoding="utf-8")
    ran = dealer("jd", "--layout", "complaint-notice", "--catalog", small, "--context")
    assert json.loads(ran.out)["notice"]["duty"] == "三日内答复"


def test_no_notice_where_nobody_answers_for_complaints(dealer: Dealer, tmp_path: Path) -> None:
    ran = dealer("jd", "--layout", "complaint-notice", "-s", "sales-office", "-o", tmp_path / "out")
    assert ran.code == 2 and not (tmp_path / "out").exists()
    said = " ".join(ran.err.split())
    assert "sales-office.yaml:" in said and "D001" in said and "complaint-handling" in said and "accountable:" in said


def test_values_of_the_store_fill_the_notice(dealer: Dealer, small: Path) -> None:
    path = next((small / "stores").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nvalues:\n", '\nvalues:\n  complaint-phone: "0531-1234"\n', 1), encoding="utf-8")
    ran = dealer("jd", "--layout", "complaint-notice", "--catalog", small, "--context")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["notice"]["phone"] == "0531-1234"


def test_the_task_sheet_has_every_duty_that_comes_back(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    for seat in voice.scene.chart.seats.values():
        found = drawn(voice, "jd", seat.key)
        listed = {(group["period"], task["text"]) for group in found["tasks"] for task in group["list"]}
        for role in (catalog.role(name).record for name in seat.roles):
            for duty in role.duties:
                for frequency in duty.frequency if holds(duty, voice.scene.store.record) else ():
                    told = (voice.words(f"labels.every.{frequency.every}"), voice.text(duty)) in listed
                    assert told == (frequency.every != "event"), (seat.key, duty.id)
        numbers = {duty["text"]: duty["no"] for duty in found["duties"]}
        assert all(numbers.get(task["text"], task["no"]) for group in found["tasks"] for task in group["list"])


def test_the_task_sheet_names_forms_and_systems(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    seen = 0
    for seat in voice.scene.chart.seats.values():
        found = drawn(voice, "jd", seat.key)
        told = {duty["text"]: [*duty["records"], *duty["systems"]] for duty in found["duties"]}
        for task in (task for group in found["tasks"] for task in group["list"] if task["text"] in told):
            assert task["records"] == told[task["text"]]
            seen += bool(task["records"])
    assert seen > 50


def test_times_of_tasks_leave_their_period_out(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    times = [
        task["time"]
        for seat in voice.scene.chart.seats.values()
        for group in drawn(voice, "jd", seat.key)["tasks"]
        for task in group["list"]
        if task["time"]
    ]
    assert times and not [time for time in times if time.startswith("随时") or time in ("每日", "每周", "每月")]


def test_a_controlled_document_says_who_prepared_reviewed_and_approved_it(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    scene = voice.scene
    found = drawn(voice, "jd", "sales-consultant", people=PEOPLE)
    above = scene.chart.superior("sales-consultant") or ""
    assert [one["step"] for one in found["control"]] == ["编制", "审核", "批准"]
    assert found["control"][1]["post"] == scene.full_title(above) and found["control"][2] == {
        "step": "批准",
        "post": "总经理",
        "name": "钱一",
    }
    assert found["distribution"][:2] == [scene.full_title(above), "销售顾问"] and len(found["distribution"]) == 3
    assert drawn(voice, "jd", "general-manager")["control"][2]["post"] == scene.external("board")


def test_no_two_documents_of_a_position_share_a_number_or_a_file(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    key = voice.scene.store.record.accountable["complaint-handling"]
    documents = [drawn(voice, layout, key)["document"] for layout in LAYOUTS]
    assert len({one["number"] for one in documents}) == len({one["name"] for one in documents}) == len(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pictures_fit_their_schema_in_both_languages_at_once_too(catalog: Catalog, layout: Layout) -> None:
    one, other = (drawn(Voice(Scene(catalog, STORE, lang), Manner()), layout, "general-manager", people=PEOPLE) for lang in ("zh", "en"))
    for found in (one, other, both(one, other)):
        Draft202012Validator(context_schemas()[layout]).validate(found)


@pytest.mark.parametrize("form", USUAL)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_names_are_printed_as_they_are(catalog: Catalog, renders: Any, form: str, layout: Layout) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    key = voice.scene.store.record.accountable["complaint-handling"]
    for name in [*HOSTILE, "=cmd|' /C calc'!A0", "字" * 10_000]:
        said = READ[form](renders[layout, form](drawn(voice, layout, key, people={key: [Person(name, name)]})))
        assert name in said


def test_letters_are_printed_one_a_person_and_a_job_description_once(dealer: Dealer, tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text("岗位,姓名,工号\n销售顾问,张三,1001\nSales consultant,李四,1002\n", encoding="utf-8")
    options = ["销售顾问", "general-manager", "--store", STORE, "--roster", roster, "-f", "md", "--doc-lang", "zh"]
    assert dealer("jd", *options, "--layout", "letter", "--year", "2027", "-o", tmp_path / "letters").code == 0
    names = sorted(path.name.split(" ", 1)[1] for path in (tmp_path / "letters").iterdir())
    assert names == ["总经理 岗位责任书.md", "销售顾问 岗位责任书 张三.md", "销售顾问 岗位责任书 李四.md"]
    assert dealer("jd", *options, "-o", tmp_path / "jd").code == 0
    assert len(list((tmp_path / "jd").iterdir())) == 2
    assert any("张三、李四" in path.read_text(encoding="utf-8") for path in (tmp_path / "jd").iterdir())


@pytest.mark.parametrize(
    "options", [["--year", "1875"], ["--from", "2027-02-30"], ["--layout", "poster"], ["--layout", "complaint-notice", "-f", "csv"]]
)
def test_options_that_mean_nothing_end_in_words(dealer: Dealer, tmp_path: Path, options: list[str]) -> None:
    ran = dealer("jd", "general-manager", "-o", tmp_path / "out", *options)
    assert ran.code == 2 and "Traceback" not in ran.err and not (tmp_path / "out").exists()
