"""Every rule: its cases fire and stay silent, its documented example fires and its mend does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.run import check
from dealer_cli.checks.table import BY_CODE, RETIRED, RULES
from dealer_cli.language import Words
from dealer_cli.model.catalog import Catalog
from tests.rules.harness import BASE, CASES, build, described, findings
from tests.rules.situations import GENERATED, RAW, WHERE, arrange

HEADINGS = ("What it finds", "Why it matters", "Example", "Use instead")


def cases(code: str) -> dict[str, Any]:
    return yaml.safe_load((CASES / f"{code}.yml").read_text(encoding="utf-8"))


def all_cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yml")):
        listed = yaml.safe_load(path.read_text(encoding="utf-8")).get(kind, [])
        found += [pytest.param(path.stem, case, id=f"{path.stem} {case['name']}") for case in listed]
    return found


@pytest.mark.parametrize(("code", "case"), all_cases("fires"))
def test_case_fires(code: str, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(tmp_path / "catalog", case.get("change") or {})
    arrange(case.get("where"), monkeypatch, folder)
    found = [described(finding, folder) for finding in findings(folder, code, case.get("options"))]
    assert found == case["find"]


@pytest.mark.parametrize(("code", "case"), all_cases("silent"))
def test_case_is_silent(code: str, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(tmp_path / "catalog", case.get("change") or {})
    arrange(case.get("where"), monkeypatch, folder)
    assert [described(finding, folder) for finding in findings(folder, code, case.get("options"))] == []


def test_base_catalog_is_clean() -> None:
    assert check(Catalog(BASE)).findings == ()


def test_codes_are_unique_and_never_reused() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert not RETIRED & set(codes)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_cases(rule: Rule) -> None:
    found = cases(rule.code)
    assert len(found["fires"]) >= 2
    assert len(found["silent"]) >= 2
    assert all(case["find"] for case in found["fires"])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule, lang: str) -> None:
    text = rule.module.__doc__ if lang == "en" else Words("zh").find(f"rules.{rule.code}")
    assert text, f"{rule.code} has no words in {lang}"
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[:4] == (list(HEADINGS) if lang == "en" else ["查什么", "为什么", "示例", "改为"])
    assert "TODO" not in text


def example(rule: Rule, heading: str) -> dict[str, Any]:
    """The files of a documented example: indented YAML, each file after a comment with its name.

    What no text can show is documented in words, and generated here.
    """
    if rule.code in GENERATED:
        return GENERATED[rule.code][heading]
    part = (rule.module.__doc__ or "").split(f"## {heading}\n")[1].split("\n## ")[0]
    text = "\n".join(line[4:] for line in part.splitlines())
    files: dict[str, Any] = {}
    for name, body in re.findall(r"^# (\S+\.yaml)\n(.*?)(?=^# \S+\.yaml$|\Z)", text + "\n", re.MULTILINE | re.DOTALL):
        files[name] = body if rule.scope == "file" or rule.code in RAW else yaml.safe_load(body)
    return files


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_documented_example_fires_and_its_mend_does_not(rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = example(rule, "Example"), example(rule, "Use instead")
    assert rule.code in GENERATED or (bad and good), f"{rule.code}: name the file of each example in a comment"
    where, where_mended = WHERE.get(rule.code, (None, None))
    folder = build(tmp_path / "bad", bad)
    with monkeypatch.context() as patch:
        arrange(where, patch, folder)
        assert findings(folder, rule.code), f"{rule.code}: the documented example does not fire"
    folder = build(tmp_path / "good", good)
    arrange(where_mended, monkeypatch, folder)
    assert not findings(folder, rule.code), f"{rule.code}: the documented mend fires"


def test_crashing_rule_is_a_finding_and_others_run() -> None:
    import types

    module = types.ModuleType("broken", BY_CODE["O001"].module.__doc__)
    module.find = lambda view, store: 1 / 0  # type: ignore[attr-defined]
    report = check(Catalog(BASE), rules=(Rule("O001", "cycle", "error", "store", module), BY_CODE["O002"]))
    assert [finding.fault.code for finding in report.findings] == ["X001"]
    assert report.crashed == ("O001",)
