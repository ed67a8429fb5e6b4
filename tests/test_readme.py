"""Every console block of the READMEs shows what its command prints today; --update-golden writes them anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

BLOCK = re.compile(r"```console\n\$ (?P<command>dealer [^\n]*)\n(?P<output>.*?)```", re.DOTALL)
PAGES = ("README.md", "README.zh.md")


def printed(command: str, root: Path) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}
    ran = subprocess.run(command, shell=True, cwd=root, capture_output=True, env=environment, timeout=60, check=False)
    return (ran.stdout + ran.stderr).decode()


@pytest.mark.parametrize("page", PAGES)
def test_console_blocks_are_fresh(page: str, root: Path, pytestconfig: pytest.Config) -> None:
    path = root / page
    text = path.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda block: f"```console\n$ {block['command']}\n{printed(block['command'], root)}```", text)
    if pytestconfig.getoption("--update-golden"):
        path.write_text(fresh, encoding="utf-8")
    assert fresh == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("lang", "picture"), [("en", "docs/chart.svg"), ("zh", "docs/chart.zh.svg")])
def test_the_chart_is_fresh(
    dealer: Callable[..., Ran], root: Path, tmp_path: Path, pytestconfig: pytest.Config, lang: str, picture: str
) -> None:
    ran = dealer("chart", "--format", "svg", "--doc-lang", lang, "--out", tmp_path)
    assert ran.code == 0, ran.err
    (drawn,) = tmp_path.iterdir()
    if pytestconfig.getoption("--update-golden"):
        shutil.copy(drawn, root / picture)
    assert drawn.read_text(encoding="utf-8") == (root / picture).read_text(encoding="utf-8")


def test_both_pages_show_the_same_commands(root: Path) -> None:
    shown = [
        [re.sub(r" --lang zh", "", m["command"]).split()[1] for m in BLOCK.finditer((root / page).read_text(encoding="utf-8"))]
        for page in PAGES
    ]
    assert shown[0] == shown[1]
    assert len(shown[0]) >= 5


@pytest.mark.parametrize("page", PAGES)
def test_named_files_and_counts_hold(page: str, root: Path) -> None:
    text = (root / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (root / link).exists(), link
    counts = {int(number) for number in re.findall(r"\b(\d{2,3}) (?:个岗位|项职能|项制度|roles|business functions|policies)", text)}
    roles = len(list((root / "catalog" / "roles").glob("*/*.yaml")))
    policies = len(list((root / "catalog" / "policies").glob("*.yaml")))
    functions = (root / "catalog" / "functions.yaml").read_text(encoding="utf-8").count("\n  - id: ")
    assert counts == {roles, policies, functions}
