"""What other programs get: static files that are the same each time, and a class that is imported when it is named."""

from __future__ import annotations

import csv
import doctest
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import GUARD, ROOT, Ran


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_export_is_whole_and_the_same_each_time(dealer: Callable[..., Ran], shipped_folder: Path, tmp_path: Path) -> None:
    for name, lang in (("one", "en"), ("two", "zh")):
        assert dealer("export", tmp_path / name, "--catalog", shipped_folder, lang=lang).code == 0
    made = files(tmp_path / "one")
    assert made == files(tmp_path / "two")
    index = json.loads(made["index.json"])
    assert set(index["files"]) == set(made) - {"index.json"}
    counts = {one["kind"]: one["files"] for one in index["counts"]}
    assert counts["roles"] == len(list((shipped_folder / "roles").rglob("*.yaml")))
    assert counts["stores"] == counts["charts"] == len(list((shipped_folder / "stores").glob("*.yaml")))
    for name in index["files"]:
        if name.endswith(".json") and not name.startswith("charts/"):
            assert json.loads(made[name])["id"] == Path(name).stem
    positions = list(csv.DictReader(io.StringIO(made["positions.csv"].decode("utf-8-sig"))))
    for store in {row["store"] for row in positions}:
        chart = json.loads(made[f"charts/{store}.json"])
        expected = {branch["position"]["id"]: branch["superior"] or "" for branch in chart["branches"]}
        assert {row["id"]: row["reports_to"] for row in positions if row["store"] == store} == expected


def test_an_export_of_one_store(dealer: Callable[..., Ran], house: Path, tmp_path: Path) -> None:
    assert dealer("export", tmp_path / "out", "--store", "样板4S店", "--catalog", house).code == 0
    made = files(tmp_path / "out")
    assert json.loads(made["index.json"])["store"] == "house-4s"
    assert {name for name in made if name.startswith(("stores/", "policies/"))} == {"stores/house-4s.json", "policies/complaints.json"}
    assert "roles/workshop-manager.json" in made


def test_nothing_is_written_where_something_cannot_be_read(dealer: Callable[..., Ran], small: Path, tmp_path: Path) -> None:
    next((small / "roles").rglob("*.yaml")).write_text("[")
    ran = dealer("export", tmp_path / "out", "--catalog", small)
    assert ran.code == 2
    assert "Y005" in ran.err
    assert not (tmp_path / "out").exists()


def test_an_export_that_cannot_be_written(dealer: Callable[..., Ran], house: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    assert dealer("export", tmp_path / "out", "--catalog", house).code == 2


def test_the_doctest_of_the_face(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dealer_cli.questions import face

    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(face)
    assert (result.failed, result.attempted > 5) == (0, True)


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys, dealer_cli; print(*(name for name in sys.modules if name.startswith(('dealer_cli', 'yaml', 'typer', 'pydantic'))))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=GUARD, check=True, cwd=ROOT)
    assert ran.stdout.split() == ["dealer_cli"]


def test_the_package_has_nothing_else() -> None:
    import dealer_cli

    assert dealer_cli.Catalog.load
    with pytest.raises(AttributeError, match="nothing"):
        _ = dealer_cli.nothing  # type: ignore[attr-defined]
