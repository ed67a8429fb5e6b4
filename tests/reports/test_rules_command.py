"""`dealer rules` and `dealer explain`, and the pages made from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dealer_cli.checks.table import RULES
from dealer_cli.writing.terminal import width
from tests.conftest import Ran

Dealer = Callable[..., Ran]


@pytest.mark.parametrize(("lang", "page"), [("en", "rules.md"), ("zh", "rules.zh.md")])
def test_the_page_of_rules_is_fresh(dealer: Dealer, root: Path, lang: str, page: str) -> None:
    made = dealer("rules", "-f", "markdown", lang=lang).out
    assert made == (root / "docs" / page).read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_rule_is_listed_in_80_columns(dealer: Dealer, lang: str) -> None:
    out = dealer("rules", lang=lang).out
    assert all(f"  {rule.code}  " in out for rule in RULES)
    assert max(width(line) for line in out.splitlines()) <= 80
    data = json.loads(dealer("rules", "-f", "json", lang=lang).out)
    assert [(rule["code"], rule["name"], rule["severity"]) for rule in data] == [(rule.code, rule.name, rule.severity) for rule in RULES]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_its_examples(dealer: Dealer, rule: object, lang: str) -> None:
    code = rule.code  # type: ignore[attr-defined]
    ran = dealer("explain", code.lower(), lang=lang)
    assert ran.code == 0
    assert ran.out.startswith(f"{code} ")
    headings = {"en": ["What it finds", "Why it matters", "Example", "Use instead"], "zh": ["查什么", "为什么", "示例", "改为"]}[lang]
    assert [line for line in ran.out.splitlines() if line in headings] == headings
    assert "TODO" not in ran.out
    prose = [line for line in ran.out.splitlines() if not line.startswith("    ")]
    assert max(width(line) for line in prose) <= 80


def test_a_rule_goes_by_name_and_a_slip_is_answered(dealer: Dealer) -> None:
    assert dealer("explain", "two-heads").out == dealer("explain", "O003").out
    ran = dealer("explain", "O03")
    assert (ran.code, ran.out) == (2, "")
    assert "O003" in ran.err


def test_the_hook_runs_on_the_whole_catalog(root: Path) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "dealer check"
    assert hook["pass_filenames"] is False
    (ours,) = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert ours["id"] == hook["id"]
    assert ours["pass_filenames"] is False


def test_the_action_takes_inputs_as_data_and_our_workflow_uses_it(root: Path) -> None:
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert "dealer check" in action["runs"]["steps"][-1]["run"]
    workflow = yaml.safe_load((root / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    used = [step.get("uses") or step.get("run") for job in workflow["jobs"].values() for step in job["steps"]]
    assert "./" in used
    assert "make test" in used
