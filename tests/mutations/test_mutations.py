"""Each rule finds one mutation of the shipped catalog, at the mutated line, and nothing there before it; one file is one fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.table import RULES
from tests.mutations.catalogs import Copy
from tests.rules.situations import arrange

DATA = yaml.safe_load((Path(__file__).parent / "mutations.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def copy(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    made = Copy(shipped_folder, tmp_path_factory.mktemp("mutations") / "catalog")
    with made.reading_once():
        yield made


def test_every_rule_has_a_mutation_or_a_reason() -> None:
    shown = [mutation["code"] for mutation in DATA["mutations"]]
    assert sorted([*shown, *DATA["not_shown"]]) == sorted(rule.code for rule in RULES)
    assert all(DATA["not_shown"].values())


@pytest.mark.parametrize("mutation", DATA["mutations"], ids=lambda mutation: mutation["code"])
def test_mutation_is_found_at_its_line(mutation: dict[str, Any], copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    code = mutation["code"]
    codes = (code, *mutation.get("also", ()))
    arrange(mutation.get("where"), monkeypatch, copy.folder)
    before = {finding.fingerprint for finding in copy.sound(codes)}
    with copy.mutated(mutation) as (path, line):
        found = [finding for finding in copy.found(codes) if finding.fault.code == code and at(finding) == (str(path), line)]
        assert found, [(finding.fault.code, *at(finding)) for finding in copy.found(codes) if finding.fingerprint not in before]
    assert any(finding.fingerprint not in before for finding in found)
    assert (str(path), copy.line_before(mutation, line)) not in {at(finding) for finding in copy.sound(codes)}


@pytest.mark.parametrize(
    "name", ["functions.yaml", "sources/D3.yaml", "sources/titles.yaml", "stores/faw-vw-4s.yaml", "roles/service/aftersales-director.yaml"]
)
def test_file_that_cannot_be_read_is_one_finding(name: str, copy: Copy) -> None:
    before = {finding.fingerprint for finding in copy.sound(("",))}
    with copy.mutated({"file": name, "append": "nonsense: 1\n"}):
        found = [finding.fault.code for finding in copy.found(("",)) if finding.fingerprint not in before]
    assert found == ["S001"]


def at(finding: Finding) -> tuple[str, int]:
    return finding.fault.place.path, finding.fault.place.line
