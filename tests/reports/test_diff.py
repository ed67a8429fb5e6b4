"""`--only` and `--diff-base`: everything is analysed, a part is shown; what a change caused elsewhere belongs to it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.reports.conftest import POSITIONS
from tests.rules.harness import build, merged

Dealer = Callable[..., Ran]

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **NOBODY}, timeout=60)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose catalog has an old error in its store."""
    top = tmp_path / "a repository"
    top.mkdir()
    build(top / "catalog", {"stores/small.yaml": {"positions": POSITIONS}})
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "before")
    return top


def shown(dealer: Dealer, top: Path, *words: object) -> tuple[list[tuple[str, str]], dict[str, Any], int]:
    ran = dealer("check", "--catalog", top / "catalog", "-f", "json", *words)
    data = json.loads(ran.out)
    return [(f["code"], f["path"]) for f in data["findings"]], data["summary"], ran.code


def test_only_shows_and_fails_for_these_files(dealer: Dealer, repository: Path) -> None:
    role = repository / "catalog" / "roles" / "finance" / "cashier.yaml"
    found, summary, code = shown(dealer, repository, "--only", role)
    assert (found, code) == ([], 0)
    assert summary["hidden"] >= 3
    found, _, code = shown(dealer, repository, "--only", role, "--only", repository / "catalog" / "stores" / "small.yaml")
    assert ("O002", "catalog/stores/small.yaml") in found
    assert code == 1


def test_nothing_changed_shows_nothing(dealer: Dealer, repository: Path) -> None:
    found, summary, code = shown(dealer, repository, "--diff-base", "HEAD")
    assert (found, code) == ([], 0)
    assert summary["hidden"] >= 3


def test_changed_and_new_files_are_shown_whole(dealer: Dealer, repository: Path) -> None:
    store = repository / "catalog" / "stores" / "small.yaml"
    (store.parent / "second.yaml").write_text(store.read_text(encoding="utf-8").replace("id: small", "id: second"), encoding="utf-8")
    found, _, code = shown(dealer, repository, "--diff-base", "HEAD", "--select", "O")
    assert code == 1
    assert {path for _, path in found if "stores" in path} == {"catalog/stores/second.yaml"}
    store.write_text("# touched\n" + store.read_text(encoding="utf-8"), encoding="utf-8")
    found, _, _ = shown(dealer, repository, "--diff-base", "HEAD")
    assert ("O002", "catalog/stores/small.yaml") in found


def test_what_a_removal_breaks_elsewhere_is_shown_and_what_was_broken_is_not(dealer: Dealer, repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "branch")
    (repository / "catalog" / "roles" / "finance" / "cashier.yaml").unlink()
    functions = repository / "catalog" / "functions.yaml"
    git(repository, "commit", "-q", "-a", "-m", "the cashier goes")
    found, _, code = shown(dealer, repository, "--diff-base", "main", "--profile", "min")
    assert code == 1
    assert {code for code, path in found if path == "catalog/stores/small.yaml"} == {"R001"}
    assert functions.exists()


def test_an_edit_in_a_list_is_answerable_for_the_files_that_name_it(dealer: Dealer, repository: Path) -> None:
    path = repository / "catalog" / "departments.yaml"
    path.write_text(
        merged(path, {"departments": [{"id": "sales", "code": "XS", "title": {"zh": "销售部", "en": "Sales"}}]}), encoding="utf-8"
    )
    found, _, _ = shown(dealer, repository, "--diff-base", "HEAD", "--select", "R003")
    assert ("R003", "catalog/roles/finance/cashier.yaml") in found


@pytest.mark.parametrize("ref", ["no-such", "--output=pwned", "-h", "", "HEAD; touch pwned", "main\nmain"])
def test_a_revision_that_is_none_ends_with_2(dealer: Dealer, repository: Path, ref: str) -> None:
    ran = dealer("check", "--catalog", repository / "catalog", f"--diff-base={ref}")
    assert ran.code == 2
    assert ran.err.startswith("dealer: ")
    assert not list(repository.rglob("pwned"))


def test_without_a_repository_it_ends_with_2(dealer: Dealer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = build(tmp_path / "catalog", {"stores/small.yaml": {"positions": POSITIONS}})
    assert dealer("check", "--catalog", folder, "--diff-base", "HEAD").code == 2
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = dealer("check", "--catalog", folder, "--diff-base", "HEAD")
    assert (ran.code, "git is needed" in ran.err) == (2, True)


def test_settings_of_the_repository_run_nothing(dealer: Dealer, repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text("#!/bin/sh\ntouch " + str(repository / "pwned").replace(" ", "\\ ") + "\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external"):
        git(repository, "config", key, f"'{trap}'")
    (repository / "catalog" / "stores" / "small.yaml").write_text("id: small\n", encoding="utf-8")
    shown(dealer, repository, "--diff-base", "HEAD")
    assert not (repository / "pwned").exists()
