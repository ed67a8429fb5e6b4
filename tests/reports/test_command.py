"""`dealer check`: what fails it, what it shows where, and that the order of things changes nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.reports.conftest import CHANGE
from tests.rules.harness import build

Dealer = Callable[..., Ran]


def codes(dealer: Dealer, folder: Path, *words: str) -> set[str]:
    return {finding["code"] for finding in json.loads(dealer("check", "--catalog", folder, "-f", "json", *words).out)["findings"]}


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A catalog with one warning and no error."""
    return build(tmp_path / "catalog", {"catalog.yaml": {"limits": {"span": 1}}})


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on(dealer: Dealer, warned: Path, fail_on: str, code: int) -> None:
    ran = dealer("check", "--catalog", warned, "--select", "O006", "--fail-on", fail_on)
    assert "warning O006" in ran.out
    assert ran.code == code


def test_a_waived_finding_does_not_fail_unless_waivers_are_off(dealer: Dealer, spoilt: Path) -> None:
    assert dealer("check", "--catalog", spoilt, "--select", "O002", "--ignore", "W").code == 1  # the file that cannot be read
    (spoilt / "policies" / "price.yaml").unlink()
    ran = dealer("check", "--catalog", spoilt, "--select", "O002")
    assert (ran.code, "(1 waived)" in ran.out) == (0, True)
    assert dealer("check", "--catalog", spoilt, "--select", "O002", "--no-waivers").code == 1
    assert dealer("check", "--catalog", spoilt, "--select", "O002", "--today", "2100-01-01").code == 1


def test_select_and_ignore_by_beginning(dealer: Dealer, spoilt: Path) -> None:
    assert codes(dealer, spoilt, "--select", "O,R") > codes(dealer, spoilt, "--select", "o001") == {"O001", "Y005"}
    assert codes(dealer, spoilt, "--select", "O", "--ignore", "O00") <= {"Y005", "O010", "O011", "O012", "O013", "O014", "O015"}


@pytest.mark.parametrize(
    "words", [("--select", "Q9"), ("--today", "tomorrow"), ("-f", "xml"), ("-f", "json", "-f", "sarif"), ("-f", "json=")]
)
def test_what_cannot_be_meant_ends_with_2(dealer: Dealer, spoilt: Path, words: tuple[str, ...]) -> None:
    assert dealer("check", "--catalog", spoilt, *words).code == 2


def test_profiles_grow(dealer: Dealer, spoilt: Path) -> None:
    found = [codes(dealer, spoilt, "--profile", name) for name in ("min", "standard", "strict")]
    assert found[0] < found[1] <= found[2]


def test_order_of_files_and_arguments_changes_nothing(dealer: Dealer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(tmp_path / "catalog", CHANGE)
    plain = dealer("check", "--catalog", folder, "--select", "O", "--select", "R", "-f", "json").out
    scandir = os.scandir
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", lambda path: iter(sorted(scandir(path), key=lambda entry: entry.name, reverse=True)))
        assert dealer("check", "--catalog", folder, "--select", "R,O", "-f", "json").out == plain


def test_moved_lines_and_renamed_folders_change_no_fingerprint(dealer: Dealer, spoilt: Path) -> None:
    def fingerprints() -> set[str]:
        data = json.loads(dealer("check", "--catalog", spoilt, "-f", "json").out)
        return {finding["fingerprint"] for finding in data["findings"]}

    before = fingerprints()
    for path in spoilt.rglob("*.yaml"):
        if path.name != "price.yaml":
            path.write_text("# moved\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (spoilt / "roles" / "finance").rename(spoilt / "roles" / "money")
    assert fingerprints() == before


def test_statistics_count_by_code_and_department(dealer: Dealer, spoilt: Path) -> None:
    out = dealer("check", "--catalog", spoilt, "--statistics", "--select", "O001,O002,R002").out
    by_code, by_department = out.rstrip().split("\n\n")[-2:]
    assert [line.split() for line in by_code.splitlines()[1:]] == [
        ["O001", "1", "0", "0"],
        ["R002", "1", "0", "0"],
        ["Y005", "1", "0", "0"],
    ]
    assert ["sales", "1", "0", "0"] in [line.split() for line in by_department.splitlines()[1:]]
    data = json.loads(dealer("check", "--catalog", spoilt, "-f", "json", "--select", "O001,O002,R002").out)
    assert {"name": "O001", "error": 1, "warning": 0, "note": 0} in data["by_code"]


def test_text_is_on_the_screen_whatever_goes_to_files(dealer: Dealer, spoilt: Path, tmp_path: Path) -> None:
    plain = dealer("check", "--catalog", spoilt).out
    assert dealer("check", "--catalog", spoilt, "-f", f"sarif={tmp_path / 'x.sarif'}").out == plain
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".dealer")]


def test_github_adds_and_never_replaces(dealer: Dealer, spoilt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = dealer("check", "--catalog", spoilt).out
    page = tmp_path / "summary.md"
    page.write_text("what another step wrote\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    ran = dealer("check", "--catalog", spoilt)
    assert ran.out.startswith(plain)
    assert ran.out.removeprefix(plain).startswith("::error file=catalog/")
    assert dealer("check", "--catalog", spoilt, "-f", "json").out.startswith("{")
    assert page.read_text(encoding="utf-8").startswith("what another step wrote\n## dealer check\n")


def test_a_rule_that_crashes_ends_with_2(dealer: Dealer, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_cli.checks.rules.charts import o001_cycle

    monkeypatch.setattr(o001_cycle, "find", lambda view, store: 1 / 0)
    for form in ("text", "json", "sarif", "junit", "github", "markdown"):
        ran = dealer("check", "--catalog", spoilt, "--fail-on", "never", "-f", form)
        assert ran.code == 2
        assert "X001" in ran.out


def test_what_waits_for_an_unreadable_file_is_said(dealer: Dealer, small: Path) -> None:
    assert "these rules wait" not in dealer("check", "--catalog", small).out
    (small / "functions.yaml").write_text("functons: []\n", encoding="utf-8")
    assert "these rules wait: R004" in dealer("check", "--catalog", small).out
