"""Baselines: they set aside what was there, they only shrink, and some findings never enter them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.reports.conftest import POSITIONS
from tests.rules.harness import build, merged

Dealer = Callable[..., Ran]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A catalog with errors that began before the house did."""
    return build(tmp_path / "catalog", {"stores/small.yaml": {"positions": POSITIONS}})


def entries(path: Path) -> set[tuple[str, ...]]:
    return {(entry["code"], *entry["entities"]) for entry in json.loads(path.read_text(encoding="utf-8"))["findings"]}


def put(folder: Path, name: str, **part: object) -> None:
    (folder / name).write_text(merged(folder / name, part), encoding="utf-8")


def test_what_is_known_does_not_count_and_what_is_new_does(dealer: Dealer, house: Path, tmp_path: Path) -> None:
    base = tmp_path / "baseline.json"
    assert dealer("check", "--catalog", house, "--write-baseline", base).code == 0
    assert ("O002", "small", "accountant") in entries(base)
    ran = dealer("check", "--catalog", house, "--baseline", base)
    assert ran.code == 0
    assert "in the baseline)" in ran.out
    (house / "stores" / "small.yaml").rename(house / "stores" / "x")
    (house / "stores" / "x").write_text("# a line more\n" + (house / "stores" / "x").read_text(encoding="utf-8"), encoding="utf-8")
    (house / "stores" / "x").rename(house / "stores" / "small.yaml")
    assert dealer("check", "--catalog", house, "--baseline", base).code == 0
    put(house, "stores/small.yaml", positions=[*POSITIONS[:-1], {"role": "cashier"}])
    ran = dealer("check", "--catalog", house, "--baseline", base, "-f", "json")
    new = [(f["code"], *f["entities"]) for f in json.loads(ran.out)["findings"] if not f["baseline"] and f["severity"] == "error"]
    assert ran.code == 1
    assert [finding for finding in new if finding[0] == "O002"] == [("O002", "small", "cashier")]


def test_mended_findings_are_reported_and_taken_out_and_nothing_is_added(dealer: Dealer, house: Path, tmp_path: Path) -> None:
    base = tmp_path / "baseline.json"
    dealer("check", "--catalog", house, "--write-baseline", base)
    before = entries(base)
    mended = [*POSITIONS[:5], {"role": "accountant", "reports_to": "financial-controller"}, {"role": "cashier"}]
    put(house, "stores/small.yaml", positions=mended)
    ran = dealer("check", "--catalog", house, "--baseline", base)
    assert "O002 small, accountant" in ran.err
    assert entries(base) == before
    # A run that does not see everything takes nothing out.
    dealer("check", "--catalog", house, "--write-baseline", base, "--store", "small")
    dealer("check", "--catalog", house, "--write-baseline", base, "--select", "R")
    assert entries(base) == before
    ran = dealer("check", "--catalog", house, "--write-baseline", base)
    assert ran.code == 1
    assert entries(base) < before
    assert ("O002", "small", "accountant") not in entries(base)
    assert ("O001", "small", "sales-consultant", "sales-director") in entries(base)


def test_files_that_cannot_be_read_and_broken_law_never_enter(dealer: Dealer, house: Path, tmp_path: Path) -> None:
    base = tmp_path / "baseline.json"
    (house / "systems.yaml").write_text("systems: [\n", encoding="utf-8")
    (house / "roles" / "sales" / "test-driver.yaml").write_text("id: test-driver\nunknown: 1\n", encoding="utf-8")
    put(
        house,
        "stores/small.yaml",
        positions=[*POSITIONS[:-2], {"role": "accountant", "reports_to": "financial-controller", "also_holds": ["cashier"]}],
    )
    ran = dealer("check", "--catalog", house, "--write-baseline", base, "-f", "json")
    counted = {f["code"] for f in json.loads(ran.out)["findings"] if not f["baseline"]}
    assert ran.code == 1
    assert {"Y005", "S001"} <= counted
    assert any(code.startswith("P") for code in counted)
    assert not {code for code, *_ in entries(base)} & counted
    # Nor does writing them in by hand help.
    data = {"dealer_baseline": 1, "findings": [{"code": "Y005", "entities": ["systems"], "count": 1}]}
    base.write_text(json.dumps(data), encoding="utf-8")
    assert dealer("check", "--catalog", house, "--baseline", base).code == 1


NO_BASELINES = [
    "",
    "[",
    "{}",
    '{"dealer_baseline": 1}',
    '{"dealer_baseline": 1, "findings": [{}]}',
    '{"dealer_baseline": 1, "findings": [{"code": "O001", "entities": [1], "count": 1}]}',
    '{"dealer_baseline": 1, "findings": [{"code": "O001", "entities": ["a"], "count": true}]}',
    "[" * 100_000,
    "1" * 10_000,
]


@pytest.mark.parametrize("text", NO_BASELINES, ids=range(len(NO_BASELINES)))
def test_what_is_no_baseline_ends_with_2(dealer: Dealer, small: Path, tmp_path: Path, text: str) -> None:
    base = tmp_path / "baseline.json"
    base.write_text(text, encoding="utf-8")
    for option in ("--baseline", "--write-baseline"):
        ran = dealer("check", "--catalog", small, option, base)
        assert ran.code == 2
        assert base.name in ran.err.replace("\n  ", "")
    assert base.read_text(encoding="utf-8") == text
    assert dealer("check", "--catalog", small, "--baseline", tmp_path / "missing.json").code == 2
