"""Random catalogs: a valid one is clean, one fault gives its code and no other, and order changes nothing."""

from __future__ import annotations

import copy
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealer_cli.checks.run import Selection, check
from dealer_cli.model.catalog import Catalog
from tests.mutations.faults import FAULTS
from tests.mutations.generated import Files, catalogs, write

TODAY = "2026-06-01"

few = settings(deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@contextmanager
def written(files: Files, order: random.Random | None = None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(files, Path(folder), order)


def codes(folder: Path) -> set[str]:
    return {finding.fault.code for finding in check(Catalog(folder), Selection("standard", today=TODAY)).findings}


def fingerprints(folder: Path) -> list[str]:
    return sorted(finding.fingerprint for finding in check(Catalog(folder), Selection("strict", today=TODAY)).findings)


def spoilt(files: Files, names: list[str]) -> Files:
    made = copy.deepcopy(files)
    for name in names:
        FAULTS[name][1](made)
    return made


@settings(few, max_examples=15)
@given(catalogs())
def test_valid_catalog_is_clean(files: Files) -> None:
    with written(files) as folder:
        assert codes(folder) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_gives_its_code_and_no_other(name: str) -> None:
    @settings(few, max_examples=4)
    @given(catalogs())
    def holds(files: Files) -> None:
        with written(spoilt(files, [name])) as folder:
            assert codes(folder) == {FAULTS[name][0]}

    holds()


@settings(few, max_examples=4)
@given(catalogs(), st.data())
def test_file_that_cannot_be_read_is_one_fault(files: Files, data: st.DataObject) -> None:
    for name in data.draw(st.lists(st.sampled_from(sorted(set(files) - {"catalog.yaml"})), min_size=3, max_size=3, unique=True)):
        made = copy.deepcopy(files)
        made[name]["nonsense"] = 1
        with written(made) as folder:
            assert codes(folder) == {"S001"}, name


@settings(few, max_examples=15)
@given(catalogs(), st.lists(st.sampled_from(sorted(FAULTS)), min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_order_comments_and_folders_change_no_fingerprint(files: Files, names: list[str], order: random.Random) -> None:
    made = spoilt(files, names)
    with written(made) as folder:
        found = fingerprints(folder)
        assert found
    with written(made, order) as folder:
        assert fingerprints(folder) == found
    roles = {name for name in made if name.startswith("roles/") and "duplicate_role_file" not in names}
    with written({f"roles/moved/{Path(name).name}" if name in roles else name: data for name, data in made.items()}) as folder:
        assert fingerprints(folder) == found


def test_arguments_and_hashes_change_no_byte(tmp_path: Path, dealer_process: Callable[..., CompletedProcess[bytes]]) -> None:
    shutil.copytree(Path(__file__).parent.parent / "rules" / "base", tmp_path / "catalog")
    store = tmp_path / "catalog" / "stores" / "small.yaml"
    text = store.read_text(encoding="utf-8").replace("reports_to: financial-controller", "reports_to: test-driver")
    store.write_text(text, encoding="utf-8")
    (tmp_path / "catalog" / "stores" / "other.yaml").write_text(text.replace("id: small", "id: other"), encoding="utf-8")
    words = ("check", "--catalog", "catalog", "--today", TODAY, "-f", "json")
    orders = (("--select", "O,D,R,E", "-s", "small", "-s", "other"), ("--select", "E,R,O,D", "-s", "other", "-s", "small"))
    runs = [dealer_process(*words, *order, cwd=tmp_path, env={"PYTHONHASHSEED": str(i)}) for i, order in enumerate((*orders, *orders), 1)]
    assert runs[0].returncode == 1, runs[0].stderr
    assert b"fingerprint" in runs[0].stdout
    assert {run.stdout for run in runs} == {runs[0].stdout}
