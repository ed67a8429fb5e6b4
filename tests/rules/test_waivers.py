"""Waivers: what they accept, when they end, what they cannot excuse, and how they are drafted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.checks.run import Report, Selection, check
from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran
from tests.rules.harness import build

ORPHAN = {"positions": [{"role": "general-manager", "reports_to": {"external": "board"}}, {"role": "cashier"}], "accountable": {}}
WAIVER = {
    "code": "O002",
    "entity": ["small", "cashier"],
    "reason": "the new controller starts in August",
    "approver": "general-manager",
    "until": "2026-12-31",
}


@pytest.fixture
def with_waivers(tmp_path: Path) -> Callable[..., Path]:
    def make(*waivers: dict[str, Any], name: str = "catalog") -> Path:
        return build(tmp_path / name, {"stores/small.yaml": ORPHAN, "waivers.yaml": {"waivers": [WAIVER | part for part in waivers]}})

    return make


def judged(folder: Path, **settings: Any) -> Report:
    return check(Catalog(folder), Selection(select=("O002", "W"), today="2026-06-01", **settings))


def seen(report: Report) -> list[tuple[str, bool]]:
    return [(finding.fault.code, bool(finding.waived)) for finding in report.findings]


@pytest.mark.parametrize("entity", [["small"], ["small", "cashier"]])
def test_a_waiver_names_all_entities_or_the_first(with_waivers: Callable[..., Path], entity: list[str]) -> None:
    report = judged(with_waivers({"entity": entity}))
    assert seen(report) == [("O002", True)]
    assert report.findings[0].waived == WAIVER["reason"]
    assert report.count("error") == 0


@pytest.mark.parametrize("entity", [["cashier"], ["cashier", "small"], ["small", "cash"], ["small", "cashier", "x"]])
def test_it_names_nothing_else(with_waivers: Callable[..., Path], entity: list[str]) -> None:
    assert ("O002", False) in seen(judged(with_waivers({"entity": entity})))


def test_one_that_holds_comes_before_one_that_has_expired(with_waivers: Callable[..., Path]) -> None:
    report = judged(with_waivers({"until": "2025-12-31"}, {"entity": ["small"]}))
    assert seen(report) == [("O002", True), ("W001", False)]


def test_no_waiver_excuses_a_waiver(with_waivers: Callable[..., Path]) -> None:
    report = judged(with_waivers({"until": "2025-12-31"}, {"code": "W001", "entity": ["O002"]}))
    assert ("W001", False) in seen(report)
    assert ("W004", False) in seen(report)


def test_without_waivers_everything_stands_and_nobody_judges_them(with_waivers: Callable[..., Path]) -> None:
    assert seen(judged(with_waivers({"until": "2025-12-31"}), waive=False)) == [("O002", False)]


def test_a_waiver_changes_no_fingerprint(with_waivers: Callable[..., Path]) -> None:
    folder = with_waivers({})
    assert [f.fingerprint for f in judged(folder).findings] == [f.fingerprint for f in judged(folder, waive=False).findings]


def test_the_day_is_an_option_or_a_setting(
    with_waivers: Callable[..., Path], dealer: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("check", "--catalog", with_waivers({}), "--select", "O002,W")
    assert dealer(*words, "--today", "2026-12-31").code == 0
    late = dealer(*words, "--today", "2027-01-01")
    assert late.code == 1
    assert "W001" in late.out
    monkeypatch.setenv("DEALER_TODAY", "2026-12-31")
    assert dealer(*words).code == 0
    assert dealer(*words, "--no-waivers").code == 1
    assert dealer(*words, "--today", "2026-02-30").code == 2


@pytest.mark.parametrize(
    ("today", "english", "chinese"),
    [
        ("2026-12-01", "days left: 30", "剩 30 天"),
        ("2026-12-31", "which is today", "到今天"),
        ("2027-01-05", "5 days ago", "过期 5 天"),
    ],
)
def test_the_list_says_how_long(
    with_waivers: Callable[..., Path], dealer: Callable[..., Ran], today: str, english: str, chinese: str
) -> None:
    words = ("waivers", "--catalog", with_waivers({}), "--today", today)
    assert english in dealer(*words).out
    assert chinese in dealer(*words, lang="zh").out


def test_the_list_as_data_begins_with_what_ends_first(with_waivers: Callable[..., Path], dealer: Callable[..., Ran]) -> None:
    folder = with_waivers({}, {"entity": ["small", "accountant"], "until": "2026-07-01"})
    found = json.loads(dealer("waivers", "--catalog", folder, "--today", "2026-06-01", "-f", "json").out)
    assert [(one["until"], one["days_left"], one["accepts"]) for one in found] == [("2026-07-01", 30, 0), ("2026-12-31", 213, 1)]


def test_a_broken_file_of_waivers_is_no_empty_list(with_waivers: Callable[..., Path], dealer: Callable[..., Ran]) -> None:
    ran = dealer("waivers", "--catalog", with_waivers({"until": "soon"}))
    assert (ran.code, ran.out) == (2, "")
    assert "S005" in ran.err


def test_a_draft_is_refused_until_somebody_answers_for_it(tmp_path: Path, dealer: Callable[..., Ran]) -> None:
    folder = build(tmp_path / "catalog", {"stores/small.yaml": ORPHAN})
    draft = dealer("waivers", "--draft", "o002", "--catalog", folder).out
    (folder / "waivers.yaml").write_text(draft, encoding="utf-8")
    open_keys = [finding for finding in judged(folder).findings if finding.fault.code == "S003"]
    assert [finding.fault.place.line for finding in open_keys] == [4, 5, 6]
    filled = yaml.safe_load(draft)
    for waiver in filled["waivers"]:
        waiver.update({key: WAIVER[key] for key in ("reason", "approver", "until")})
    (folder / "waivers.yaml").write_text(yaml.safe_dump(filled, allow_unicode=True), encoding="utf-8")
    assert seen(judged(folder)) == [("O002", True)]


def test_what_cannot_be_waived_is_not_drafted(tmp_path: Path, dealer: Callable[..., Ran]) -> None:
    folder = build(tmp_path / "catalog", {})
    assert {dealer("waivers", "--draft", code, "--catalog", folder).code for code in ("Y001", "W001", "O999")} == {2}


def test_catalog_yaml_says_what_is_judged(tmp_path: Path) -> None:
    folder = build(tmp_path / "catalog", {"stores/small.yaml": ORPHAN, "catalog.yaml": {"checks": {"profile": "min", "ignore": ["O002"]}}})
    assert all(finding.fault.code != "O002" for finding in check(Catalog(folder)).findings)
    assert Selection().completed(Catalog(folder).settings.record).profile == "min"
    assert Selection(profile="strict").completed(Catalog(folder).settings.record).profile == "strict"
