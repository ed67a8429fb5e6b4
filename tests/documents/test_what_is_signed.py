"""What stands on a paper that people sign: whose number, which day, who signs, and what an appointment names."""

from __future__ import annotations

from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.occasion import Layout, Occasion
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.phrases import target
from dealer_cli.model.words import Bounds

PEOPLE = {"sales-consultant": [Person("王堃", "1001"), Person("李彧", "1002")], "cleaner": [Person("林楠", "9")]}


@pytest.fixture(scope="module")
def voice(catalog: Catalog) -> Voice:
    return Voice(Scene(catalog, "standard-4s", "zh"), Manner())


def drawn(voice: Voice, key: str, layout: Layout = "jd", person: Person | None = None, **more: Any) -> Any:
    return picture(voice, voice.scene.chart.seats[key], Occasion(layout, **more), person)


def test_each_holder_signs_a_paper_of_its_own_number(voice: Voice) -> None:
    numbers = {
        drawn(voice, "sales-consultant", "letter", person, year="2027", people=PEOPLE)["document"]["number"]
        for person in PEOPLE["sales-consultant"]
    }
    assert numbers == {"GW-XS-04-ZR-1001", "GW-XS-04-ZR-1002"}


@pytest.mark.parametrize("layout", ["letter", "safety", "appointment"])
def test_a_letter_has_one_day_only(voice: Voice, layout: Layout) -> None:
    found = drawn(voice, "sales-consultant", layout, start="2027-03-01")
    assert found["document"]["effective"] == "" and "2027年3月1日" in found["term"]["text"] + found["opening"]
    assert drawn(voice, "sales-consultant")["document"]["effective"]


def test_a_letter_for_a_year_is_called_by_it(voice: Voice) -> None:
    assert drawn(voice, "cleaner", "letter", year="2027")["labels"]["title"] == "2027年度岗位责任书"
    assert drawn(voice, "cleaner", "letter", start="2027-03-01")["labels"]["title"] == "岗位责任书"


def test_every_holder_signs_the_job_description_and_a_firm_signs_for_its_people(voice: Voice) -> None:
    several = drawn(voice, "sales-consultant", people=PEOPLE)["signatures"]
    assert [(one["who"], one["name"]) for one in several[:2]] == [("任职人", "王堃"), ("任职人", "李彧")]
    assert [one["who"] for one in drawn(voice, "sales-consultant")["signatures"]] == ["任职人", "直接上级", "人力资源"]
    assert drawn(voice, "cleaner", people=PEOPLE)["signatures"][0]["who"] == "外包单位代表"


def test_nobody_reviews_what_they_approve(voice: Voice) -> None:
    steps = {one["step"]: one["post"] for one in drawn(voice, "general-manager")["control"]}
    assert (steps["审核"], steps["批准"]) == ("", "董事会")
    steps = {one["step"]: one["post"] for one in drawn(voice, "sales-consultant")["control"]}
    assert steps["审核"] and steps["审核"] != steps["批准"]


def test_an_appointment_names_duties_of_every_post_that_is_held(voice: Voice, catalog: Catalog) -> None:
    found = drawn(voice, "administration-specialist")
    own, held = found["duties"], found["held"][0]["duties"]
    assert [one["no"] for one in found["main_duties"]] == [*(one["no"] for one in own[:3]), *(one["no"] for one in held[:2])]
    manager = drawn(voice, "sales-director")
    answering = [one["text"] for one in manager["duties"] if one["part"] == "全责"][:5]
    assert len(manager["main_duties"]) == 5
    assert {one["text"] for one in manager["main_duties"]} >= set(answering)


def test_a_store_calls_other_posts_by_its_own_titles(catalog: Catalog) -> None:
    scene = Scene(catalog, "service-station", "zh")
    parts = drawn(Voice(scene, Manner()), "parts-manager")
    assert scene.called("parts-storekeeper") == scene.title("parts-storekeeper") != scene.role_title("parts-storekeeper")
    assert scene.title("parts-storekeeper") in [one["party"] for one in parts["relations"]]


def test_a_target_is_said_as_people_say_it(voice: Voice, catalog: Catalog) -> None:
    complaints = next(entry.record for entry in catalog.kpis.values() if entry.record.unit == "count" and entry.record.direction == "lower")
    ratio = next(entry.record for entry in catalog.kpis.values() if entry.record.unit == "ratio")
    assert target(Bounds(max=0), complaints, voice.words) == "0 次"
    assert target(Bounds(max=2), complaints, voice.words) == "≤ 2 次"
    assert target(Bounds(min=0.8, max=1.2), ratio, voice.words) == "0.8–1.2"
