"""Shells complete commands, options and names; nothing that a catalog says is ever evaluated by one."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SUGGESTED = [
    (["wh"], "who", None),
    (["who", "sales-d"], "sales-director", "销售总监"),
    (["who", "销售总"], "销售总监", "Sales director"),
    (["who", "銷售總"], "销售总监", "Sales director"),
    (["who", "--store", "sales-office", "销售内"], "销售内勤", "Sales office clerk"),
    (["who", "--store", "faw-v"], "faw-vw-4s", "一汽-大众经销商"),
    (["who", "--store=faw-v"], "--store=faw-vw-4s", "一汽-大众经销商"),
    (["who", "--store", "=", "faw-v"], "faw-vw-4s", "一汽-大众经销商"),
    (["boss", "sales-director", "展厅经"], "展厅经理", "Showroom manager"),
    (["jd", "--department", "fin"], "finance", "财务部"),
    (["jd", "sales-director", "展厅经"], "展厅经理", "Showroom manager"),
    (["jd", "--format", "do"], "docx", ""),
    (["list", "dep"], "departments", ""),
    (["who", "--st"], "--store", None),
    (["--lang", "zh", "who", ""], "销售总监", "Sales director"),
]


@pytest.mark.parametrize(("typed", "word", "meaning"), SUGGESTED)
def test_what_is_suggested(dealer: Callable[..., tuple[int, str, str]], typed: list[str], word: str, meaning: str | None) -> None:
    code, out, _ = dealer("completion", "words", "--", *typed)
    suggested = dict(line.split("\t") for line in out.splitlines())
    assert code == 0
    assert word in suggested
    assert meaning is None or suggested[word] == meaning


@pytest.mark.parametrize(
    "typed", [["who", "sales-director", ""], ["nothing", ""], ["jd", "--out", ""], ["who", "--catalog", "/nowhere", "x"]]
)
def test_where_nothing_is_known_files_are_left_to_the_shell(dealer: Callable[..., tuple[int, str, str]], typed: list[str]) -> None:
    assert dealer("completion", "words", "--", *typed) == (0, "", "")


def test_a_hostile_title_is_not_suggested(dealer: Callable[..., tuple[int, str, str]], small: Path) -> None:
    role = next((small / "roles").rglob("*.yaml"))
    text = role.read_text(encoding="utf-8")
    role.write_text(re.sub(r"(\n +zh: ).*", r'\g<1>"坏$(touch pwned)`x`;\\e[31m"', text, count=1), encoding="utf-8")
    _, out, _ = dealer("completion", "words", "--", "who", "--catalog", small, "坏")
    assert out == ""


SHELLS = {
    "bash": 'eval "$(dealer completion bash)"; COMP_WORDS=(dealer who 销售总); COMP_CWORD=2; _dealer; printf "%s\\n" "${COMPREPLY[@]}"',
    "fish": 'dealer completion fish | source; complete -C "dealer who 销售总"',
    "zsh": 'compdef() { :; }; _files() { :; }; _describe() { print -l -- ${(P)2} }; eval "$(dealer completion zsh)"; '
    "words=(dealer who 销售总); CURRENT=3; _dealer",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes(tmp_path: Path, root: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    command = tmp_path / "dealer"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dealer_cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    env = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "LANG": "C.UTF-8",
        "DEALER_LANG": "en",
        "HOME": str(tmp_path),
    }
    run = subprocess.run([shell, "-c", SHELLS[shell]], capture_output=True, text=True, encoding="utf-8", env=env, timeout=20, check=False)
    assert re.split(r"[\t:\n]", run.stdout)[0] == "销售总监", run.stderr


@pytest.mark.parametrize(
    ("typed", "answer", "code", "said"),
    [
        ("网络经理", "1", 0, "Sub-dealer network manager"),
        ("网络经理", "", 2, ""),
        ("消售总监", "1", 0, "Sales director reports to"),
        ("消售总监", "9", 2, ""),
    ],
)
def test_a_terminal_is_asked_which_one(root: Path, typed: str, answer: str, code: int, said: str) -> None:
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "LANG": "C.UTF-8", "DEALER_LANG": "en", "TERM": "dumb"}
    os.write(ours, answer.encode() + b"\n")
    run = subprocess.run(
        [sys.executable, "-m", "dealer_cli", "who", typed],
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        env=env,
        timeout=20,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert run.returncode == code
    assert run.stdout.decode().startswith(said)
    assert bool(run.stdout) == bool(said)
