"""Approvals, certificates, hands, calendar, comparison, figures and impact: what is printed, and whether it is so."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from dealer_cli.writing.terminal import width
from tests.conftest import Ran

EXTRA = {
    "statutory.yaml": """
positions:
  - id: welder
    title: {zh: 焊工, en: Welder}
    roles: [technician]
    when: {employees_over: 5}
    certificate: {zh: 焊接操作证, en: Welding permit}
    law: [{law: {zh: 安全生产法, en: Work Safety Law}, article: "30", edition: "2021"}]
  - id: never
    title: {zh: 外科, en: Body shop}
    roles: [technician]
    when: {business: [body-paint]}
    certificate: {zh: 钣金证, en: Body permit}
    law: [{law: {zh: 法, en: Law}, verified: true}]
""",
    "segregation.yaml": """
separations:
  - id: sell-settle
    functions: [showroom-sales]
    never_with: [complaint-handling]
    scope: [holder, superior]
    severity: error
    reason: {zh: 自己处理自己的投诉, en: Would settle complaints about himself}
  - id: train-sell
    functions: [training]
    never_with: [service]
    scope: [superior]
    severity: warning
    reason: {zh: 例子, en: An example}
""",
    "stores/other-4s.yaml": """
id: other-4s
title: {zh: 另一家店, en: Other store}
positions:
  - {role: general-manager, reports_to: {external: board}}
  - {role: sales-consultant, reports_to: general-manager, headcount: 2}
  - {role: workshop-manager, reports_to: general-manager}
accountable: {complaint-handling: workshop-manager, training: general-manager}
""",
    "roles/service/technician.yaml": """
id: technician
title: {zh: 维修技工, en: Technician}
department: service
level: skilled
duties:
  - {id: repair, zh: 维修车辆, en: Repairs cars, function: service}
  - id: check
    zh: 巡检工具
    en: Checks the tools
    frequency: [{every: day, at: ["13:30", "08:00"]}, {every: month, by: day-5}, {every: unspecified}]
  - {id: rescue, zh: 外出救援, en: Goes out to rescue, frequency: [{every: event}]}
  - {id: tidy, zh: 整理工位, en: Tidies the bay, frequency: [{every: day}]}
requirements:
  list:
    - {kind: certificate, zh: 驾驶证, en: "Driver's license"}
authority:
  list:
    - {zh: 批准领用小件, en: Approves small parts}
    - {zh: 拒绝小件, en: Refuses small parts}
""",
}


@pytest.fixture(scope="module")
def annex(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house of questions with law, separations, a second store, and times."""
    folder = tmp_path_factory.mktemp("annex") / "annex"
    shutil.copytree(house, folder)
    for name, text in EXTRA.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


ASKED = {
    "approves": ("approves", "投诉"),
    "approves-amount": ("approves", "complaint", "5000"),
    "approves-too-much": ("approves", "complaint", "1万"),
    "approves-other-unit": ("approves", "complaint", "3%"),
    "approves-authority": ("approves", "小件"),
    "approves-nothing": ("approves", "火箭"),
    "approves-elsewhere": ("approves", "投诉", "--store", "other-4s"),
    "certs": ("certs",),
    "certs-none": ("certs", "店总"),
    "handles": ("handles", "money"),
    "handles-nobody": ("handles", "seals"),
    "calendar": ("calendar",),
    "calendar-role": ("calendar", "维修技工"),
    "calendar-every": ("calendar", "--every", "month"),
    "compare": ("compare", "展厅经理", "sales-consultant"),
    "compare-stores": ("compare", "house-4s", "另一家店"),
    "stats": ("stats",),
    "impact": ("impact", "service-manager"),
    "impact-to": ("impact", "service-manager", "--to", "sales-director"),
    "impact-peaceful": ("impact", "sales-director", "--to", "展厅经理"),
    "impact-seat": ("impact", "consultant-fleet"),
    "impact-unseated": ("impact", "workshop-manager"),
    "csv-approves": ("approves", "投诉", "-f", "csv"),
    "csv-certs": ("certs", "-f", "csv"),
    "csv-calendar": ("calendar", "-f", "csv"),
    "csv-compare": ("compare", "house-4s", "other-4s", "-f", "csv"),
    "csv-stats": ("stats", "-f", "csv"),
    "markdown-impact": ("impact", "service-manager", "--to", "sales-director", "-f", "markdown"),
    "markdown-handles": ("handles", "money", "-f", "markdown"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ASKED)
def test_answer(dealer: Callable[..., Ran], golden: Callable[[str, str], None], annex: Path, name: str, lang: str) -> None:
    ran = dealer(*ASKED[name], "--catalog", annex, lang=lang)
    assert (ran.code, ran.err) == (0, "")
    golden(f"questions/{name}.{lang}.txt", ran.out)
    if not name.startswith(("csv", "markdown")):
        assert max(width(line) for line in ran.out.splitlines()) <= 80


SHIPPED = [
    ("approves", "优惠", "5000"),
    ("certs",),
    ("handles", "personal-data"),
    ("calendar",),
    ("compare", "销售总监", "展厅经理"),
    ("compare", "standard-4s", "faw-vw-4s"),
    ("stats",),
    ("stats", "--store", "faw-vw-4s"),
    ("impact", "销售总监", "--to", "展厅经理"),
]


def answered(dealer: Callable[..., Ran], folder: Path, *words: str, lang: str = "en") -> Any:
    ran = dealer(*words, "-f", "json", "--catalog", folder, lang=lang)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize("words", [*SHIPPED, *(words for words in ASKED.values() if "-f" not in words)], ids=" ".join)
def test_answers_fit_their_schemas(dealer: Callable[..., Ran], annex: Path, shipped_folder: Path, words: tuple[str, ...]) -> None:
    folder = shipped_folder if words in SHIPPED else annex
    schema = json.loads((shipped_folder / "schema" / "answers" / f"{words[0]}.schema.json").read_text("utf-8"))
    answer = answered(dealer, folder, *words)
    assert list(Draft202012Validator(schema).iter_errors(answer)) == []
    assert answered(dealer, folder, *words, lang="zh") == answer


@pytest.mark.parametrize(
    "words",
    [
        ("approves", " "),
        ("approves", "x", "much"),
        ("handles", "gold"),
        ("certs", "nobody"),
        ("calendar", "--every", "fortnight"),
        ("compare", "展厅经理", "house-4s"),
        ("impact", "technician", "--to", "technician"),
        ("impact", "technician", "--to", "workshop-manager"),
        ("impact", "technician", "--to", "sales-consultant"),
    ],
)
def test_what_cannot_be_asked(dealer: Callable[..., Ran], annex: Path, words: tuple[str, ...]) -> None:
    ran = dealer(*words, "--catalog", annex)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "an error of dealer itself" not in ran.err


@pytest.mark.parametrize(
    ("typed", "enough"),
    [("5000", True), ("5,000元", True), ("5000.01", False), ("0.5万", True), ("0.6 万元", False), ("1%", None), ("1 percent", None)],
)
def test_an_amount_is_held_against_the_limit(dealer: Callable[..., Ran], annex: Path, typed: str, enough: bool | None) -> None:
    (approval,) = answered(dealer, annex, "approves", "投诉", typed)["approvals"]
    assert approval["enough"] is enough


def test_only_sentences_that_approve_make_an_approver(dealer: Callable[..., Ran], annex: Path) -> None:
    assert [one["part"] for one in answered(dealer, annex, "approves", "小件")["approvals"]] == ["approves", "mentions"]


def test_a_calendar_is_ordered_and_counts_what_it_leaves_out(dealer: Callable[..., Ran], annex: Path) -> None:
    answer = answered(dealer, annex, "calendar", "technician")
    assert [(due["every"], due["id"]) for due in answer["due"]] == [("day", "tidy"), ("day", "check"), ("month", "check")]
    assert (answer["on_occasion"], answer["unspecified"]) == (1, 1)


def test_a_provision_for_other_stores_asks_for_nothing(dealer: Callable[..., Ran], annex: Path) -> None:
    found = {one["owner"]["id"]: one["holds"] for one in answered(dealer, annex, "certs")["certificates"] if one["kind"] == "law"}
    assert found == {"welder": "unknown"}


def test_handlers_against_a_plain_loader(dealer: Callable[..., Ran], shipped_folder: Path) -> None:
    functions = yaml.safe_load((shipped_folder / "functions.yaml").read_text("utf-8"))["functions"]
    money = {one["id"] for one in functions if "money" in one.get("handles", ())}
    store = yaml.safe_load((shipped_folder / "stores" / "standard-4s.yaml").read_text("utf-8"))
    roles = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (shipped_folder / "roles").rglob("*.yaml")}
    expected = set()
    for position in store["positions"]:
        held = [one if isinstance(one, str) else one["role"] for one in position.get("also_holds", ())]
        for role in (position["role"], *held):
            for duty in roles[role].get("duties", ()):
                here = "standard-4s" in duty.get("stores", ["standard-4s"])
                if here and duty.get("function") in money and duty.get("part", "responsible") == "responsible":
                    expected.add(position.get("id", position["role"]))
    answer = answered(dealer, shipped_folder, "handles", "money", "--store", "standard-4s")
    assert money
    assert {one["position"]["id"] for one in answer["handlers"]} == expected


def test_figures_against_a_plain_loader(dealer: Callable[..., Ran], shipped_folder: Path) -> None:
    store = yaml.safe_load((shipped_folder / "stores" / "standard-4s.yaml").read_text("utf-8"))
    superiors = [one["reports_to"] for one in store["positions"] if isinstance(one["reports_to"], str)]
    spans = sorted(superiors.count(name) for name in set(superiors))
    answer = answered(dealer, shipped_folder, "stats", "--store", "standard-4s")
    assert answer["total"]["positions"] == len(store["positions"])
    assert answer["spans"]["largest"] == spans[-1]
    assert answer["spans"]["superiors"] == len(spans)
    assert answer["spans"]["median"] == (spans[len(spans) // 2] + spans[(len(spans) - 1) // 2]) / 2
    for kind in ("levels", "departments"):
        assert sum(one["people"]["positions"] for one in answer[kind]) == len(store["positions"])


def test_a_comparison_turned_round_says_the_same(dealer: Callable[..., Ran], shipped_folder: Path) -> None:
    for pair in (("销售总监", "展厅经理"), ("standard-4s", "faw-vw-4s")):
        one, other = answered(dealer, shipped_folder, "compare", *pair), answered(dealer, shipped_folder, "compare", *reversed(pair))
        for share, turned in zip(one["shares"], other["shares"], strict=True):
            assert (share["first"], share["second"]) == (turned["second"], turned["first"])
            assert sorted(x["id"] for x in share["both"]) == sorted(x["id"] for x in turned["both"])
        assert len(one["differences"]) == len(other["differences"])


def test_impact_against_the_chart(dealer: Callable[..., Ran], shipped_folder: Path) -> None:
    store = yaml.safe_load((shipped_folder / "stores" / "standard-4s.yaml").read_text("utf-8"))
    for gone in ("sales-director", "showroom-manager", "controller", "general-manager"):
        if gone not in {one["role"] for one in store["positions"]}:
            continue
        answer = answered(dealer, shipped_folder, "impact", gone, "--store", "standard-4s")
        expected = [one.get("id", one["role"]) for one in store["positions"] if one["reports_to"] == gone]
        assert [one["position"]["id"] for one in answer["orphans"]] == expected
        assert [one["id"] for one in answer["accountable"]] == [name for name, who in store["accountable"].items() if who == gone]


def test_what_meets_is_what_check_finds_afterwards(dealer: Callable[..., Ran], annex: Path, tmp_path: Path) -> None:
    """The question about a take-over against the rule on the chart in which it has happened."""
    meetings = answered(dealer, annex, "impact", "service-manager", "--to", "sales-director")["meetings"]
    folder = tmp_path / "after"
    shutil.copytree(annex, folder)
    path = folder / "stores" / "house-4s.yaml"
    store = yaml.safe_load(path.read_text("utf-8"))
    store["positions"] = [one for one in store["positions"] if one["role"] != "service-manager"]
    for one in store["positions"]:
        if one["reports_to"] == "service-manager":
            one["reports_to"] = "sales-director"
        if one["role"] == "sales-director":
            one["also_holds"] = ["service-manager"]
    del store["not_seated"]
    path.write_text(yaml.safe_dump(store, allow_unicode=True), "utf-8")
    ran = dealer("check", "--catalog", folder, "--store", "house-4s", "-f", "json")
    found = {(one["code"], one["entities"][-1]) for one in json.loads(ran.out)["findings"] if one["code"] in ("P002", "P003")}
    assert {("P002" if one["where"] == "holder" else "P003", one["separation"]) for one in meetings} == found
    assert found


def test_csv_has_the_same_columns_in_both_languages(dealer: Callable[..., Ran], annex: Path) -> None:
    for name, words in ASKED.items():
        if "-f" not in words:
            heads = [next(csv.reader(io.StringIO(dealer(*words, "-f", "csv", "--catalog", annex, lang=lang).out))) for lang in ("zh", "en")]
            assert heads[0] == heads[1], name
