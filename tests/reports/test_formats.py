"""Every format: what its readers refuse, and that all of them say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from dealer_cli.checks.reports import sarif
from dealer_cli.checks.table import RULES
from tests.conftest import Ran
from tests.reports.conftest import WAIVER

Dealer = Callable[..., Ran]

DATA = Path(__file__).parent / "data"


@cache
def sarif_schema() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((DATA / "sarif-2.1.0.schema.json").read_text(encoding="utf-8")))


def sarif_run(dealer: Dealer, folder: Path, lang: str = "en") -> dict[str, Any]:
    log = json.loads(dealer("check", "--catalog", folder, "-f", "sarif", lang=lang).out)
    sarif_schema().validate(log)
    (run,) = log["runs"]
    return run


def findings(dealer: Dealer, folder: Path, *words: str) -> list[dict[str, Any]]:
    return json.loads(dealer("check", "--catalog", folder, "-f", "json", *words).out)["findings"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sarif_is_valid_and_within_the_limits_of_github(dealer: Dealer, spoilt: Path, lang: str) -> None:
    run = sarif_run(dealer, spoilt, lang)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    for rule in run["tool"]["driver"]["rules"]:
        assert 0 < len(rule["name"]) <= 255
        assert all(0 < len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription", "help"))
        assert len(rule["properties"]["tags"]) <= 20
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]
    fingerprints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints) > 3
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1 <= region["startColumn"] < region["endColumn"]
        assert re.fullmatch(r"catalog/[A-Za-z0-9/.-]+", location["physicalLocation"]["artifactLocation"]["uri"])


def test_sarif_suppresses_what_is_waived(dealer: Dealer, spoilt: Path) -> None:
    results = sarif_run(dealer, spoilt)["results"]
    suppressed = [(r["ruleId"], r["suppressions"]) for r in results if "suppressions" in r]
    assert suppressed == [("O002", [{"kind": "external", "status": "accepted", "justification": WAIVER["reason"]}])]


def test_sarif_leaves_out_the_lightest_of_too_many(dealer: Dealer, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    run = sarif_run(dealer, spoilt)
    assert [result["level"] for result in run["results"]] == ["error", "error"]
    assert not any("suppressions" in result for result in run["results"])
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "2 of a run" in told["message"]["text"]


def test_junit_names_are_unique_and_clean_files_pass(dealer: Dealer, spoilt: Path) -> None:
    found = findings(dealer, spoilt)
    root = ElementTree.fromstring(dealer("check", "--catalog", spoilt, "-f", "junit").out)
    cases = root.findall("testsuite/testcase")
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names) == int(root.get("tests") or 0)
    failures = [case for case in cases if case.find("failure") is not None]
    errors = [finding for finding in found if finding["severity"] == "error" and not finding["waived"]]
    assert len(failures) == len(errors) == int(root.get("failures") or 0)
    assert [case.find("skipped").get("message") for case in cases if case.find("skipped") is not None] == [WAIVER["reason"]]  # type: ignore[union-attr]
    clean = {case.get("file") for case in cases if case.get("classname") == "dealer.files"}
    assert "catalog/functions.yaml" in clean
    assert "catalog/stores/small.yaml" not in clean
    for suite in root.findall("testsuite"):
        assert int(suite.get("tests") or 0) == len(suite)


def test_junit_of_a_clean_catalog_is_no_empty_run(dealer: Dealer, small: Path) -> None:
    root = ElementTree.fromstring(dealer("check", "--catalog", small, "--select", "O", "-f", "junit").out)
    assert int(root.get("tests") or 0) >= 5
    assert root.get("failures") == "0"


def test_github_says_errors_first_and_what_it_leaves_out(dealer: Dealer, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_cli.checks.reports import github

    monkeypatch.setattr(github, "SHOWN", 1)
    lines = dealer("check", "--catalog", spoilt, "-f", "github").out.splitlines()
    commands = [line for line in lines if line.startswith("::")]
    weights = [
        re.match(r"::(error|warning|notice) file=catalog/[^:,]+,line=\d+,col=\d+,endColumn=\d+,title=[^:]+::.", line) for line in commands
    ]
    assert all(weights)
    order = [match.group(1) for match in weights if match]
    assert order == sorted(order, key=["error", "warning", "notice"].index)
    left_out = sum(order.count(weight) - 1 for weight in set(order))
    assert f"{left_out} more stand in the log" in lines[-1]


def test_markdown_has_a_row_a_finding(dealer: Dealer, spoilt: Path) -> None:
    out = dealer("check", "--catalog", spoilt, "-f", "markdown", "--statistics").out
    rows = [line for line in out.split("###")[0].splitlines() if line.startswith(("| error", "| warning", "| note"))]
    assert len(rows) == len([finding for finding in findings(dealer, spoilt) if not finding["waived"]])
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert WAIVER["reason"] in out.split("### Accepted")[1]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_formats_hold_the_same_findings(dealer: Dealer, spoilt: Path, tmp_path: Path, lang: str) -> None:
    files = {name: tmp_path / f"out.{name}" for name in ("json", "sarif", "junit", "github", "markdown", "text")}
    ran = dealer("check", "--catalog", spoilt, *(f"--format={name}={path}" for name, path in files.items()), lang=lang)
    assert ran.code == 1
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    assert ran.out == texts["text"]
    found = [(f["code"], f["path"], f["line"], f["column"]) for f in json.loads(texts["json"])["findings"] if not f["waived"]]
    results = [result for result in json.loads(texts["sarif"])["runs"][0]["results"] if "suppressions" not in result]
    places = [(result["ruleId"], result["locations"][0]["physicalLocation"]) for result in results]
    assert found == [(code, p["artifactLocation"]["uri"], p["region"]["startLine"], p["region"]["startColumn"]) for code, p in places]
    cases = [case for case in ElementTree.fromstring(texts["junit"]).iter("testcase") if case.find("skipped") is None]
    names = sorted(re.sub(r" \(\d+\)$", "", case.get("name") or "") for case in cases if case.get("classname") != "dealer.files")
    assert names == sorted(f"{code} {path}:{line}:{column}" for code, path, line, column in found)
    commands = re.findall(r"^::\w+ file=(.+?),line=(\d+),col=(\d+),.*title=(\w+)", texts["github"], re.MULTILINE)
    assert sorted((code, path, int(line), int(column)) for path, line, column, code in commands) == sorted(found)
    rows = re.findall(r"^\| \w+ \| ([A-Z]\d{3}) \| (.+?):(\d+):(\d+) \|", texts["markdown"].replace("\\", ""), re.MULTILINE)
    assert sorted((code, path, int(line), int(column)) for code, path, line, column in rows) == sorted(found)
    heads = re.findall(r"^\S.*:\d+:\d+:\s+\S+ ([A-Z]\d{3})\s", texts["text"], re.MULTILINE)
    assert sorted(heads) == sorted(code for code, *_ in found)


def test_json_has_every_key_always(dealer: Dealer, spoilt: Path, small: Path) -> None:
    for folder in (spoilt, small):
        data = json.loads(dealer("check", "--catalog", folder, "-f", "json").out)
        assert list(data) == ["format", "dealer", "language", "summary", "by_code", "by_department", "findings"]
        assert set(data["summary"]) == {"error", "warning", "note", "files", "waived", "baseline", "hidden", "crashed"}
        for finding in data["findings"]:
            assert finding.keys() == {
                *("code", "rule", "severity", "message", "help", "path", "line", "column", "end_column"),
                *("related", "entities", "fingerprint", "waived", "baseline"),
            }
