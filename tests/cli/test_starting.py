"""What a command loads and opens: the reason that an answer costs a blink."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.cli.group import COMMANDS
from tests.conftest import GUARD, ROOT

HEAVY = {
    "pydantic",
    "jinja2",
    "jsonschema",
    "rich",
    "docx",
    "docxtpl",
    "lxml",
    "asyncio",
    "http",
    "urllib.request",
    "ssl",
    "hypothesis",
    "networkx",
}

WATCH = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" and isinstance(args[0], (str, bytes)) else None)
sys.argv = ["dealer", *sys.argv[1:]]
from dealer_cli.cli.main import run
try:
    run()
except SystemExit as end:
    code = end.code
modules = sorted(sys.modules)
import json
print(json.dumps({"code": code, "modules": modules, "opened": opened}), file=sys.__stderr__)
"""


def watched(*words: object, cwd: Path) -> dict[str, list[str]]:
    """Exit code, modules imported and files opened by a run in a fresh process."""
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WATCH, *map(str, words)],
        cwd=cwd,
        capture_output=True,
        timeout=GUARD,
        check=True,
        env={"PYTHONPATH": str(ROOT), "DEALER_LANG": "en"},
    )
    seen: dict[str, list[str]] = json.loads(ran.stderr.decode().splitlines()[-1])
    return seen


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_the_version_needs_no_library(word: str, small: Path) -> None:
    modules = set(watched(word, cwd=small)["modules"])
    assert not modules & (HEAVY | {"typer", "click", "yaml", "dataclasses", "dealer_cli.model.catalog", "dealer_cli.language"})


def test_help_reads_no_data_and_imports_no_command(small: Path) -> None:
    seen = watched("--help", cwd=small)
    assert not set(seen["modules"]) & (HEAVY | {"yaml"})
    assert not [name for name in seen["modules"] if name in COMMANDS.values()]
    assert not [path for path in seen["opened"] if path.endswith(".yaml")]


@pytest.mark.parametrize("words", [("who", "showroom-manager"), ("show", "showroom-manager"), ("tree",), ("list",), ("check",)])
def test_no_question_loads_what_it_does_not_need(words: tuple[str, ...], small: Path) -> None:
    seen = watched(*words, cwd=small)
    assert seen["code"] == 0
    assert not set(seen["modules"]) & HEAVY
    assert not [name for name in seen["modules"] if name.startswith("dealer_cli.documents")]
    if words[0] != "check":
        assert not [name for name in seen["modules"] if name.startswith("dealer_cli.checks.rules")]


def test_who_opens_its_store_and_its_roles_only(shipped_folder: Path, tmp_path: Path) -> None:
    seen = watched("who", "showroom-manager", "--store", "faw-vw-4s", cwd=tmp_path)
    assert seen["code"] == 0
    opened = [
        Path(path).relative_to(shipped_folder) for path in seen["opened"] if path.startswith(str(shipped_folder)) and path.endswith(".yaml")
    ]
    folders = {str(path) for path in opened if path.parts[0] != "roles"}
    assert folders <= {"catalog.yaml", "stores/faw-vw-4s.yaml", "externals.yaml"}
    assert "stores/faw-vw-4s.yaml" in folders
    assert len(opened) == len(set(opened)), "no file is read twice"
    roles = {path.stem for path in opened if path.parts[0] == "roles"}
    assert len(roles) < len(list((shipped_folder / "roles").rglob("*.yaml"))) / 2, "asked by id, it reads the roles that it names"


def test_nothing_is_written_by_a_question(small: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in small.rglob("*")}
    for words in (("who", "店总"), ("tree",), ("show", "店总"), ("list",), ("check",)):
        watched(*words, cwd=small)
    assert {path: path.stat().st_mtime_ns for path in small.rglob("*")} == before


def test_every_command_of_the_table_is_there(dealer: Callable[..., object]) -> None:
    for command in COMMANDS:
        assert dealer(command, "--help")[0] == 0
