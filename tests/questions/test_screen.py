"""On a terminal: a pager for what is longer than the window, never otherwise; and what a question loads."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import GUARD, ROOT, Ran

pty = pytest.importorskip("pty")


def on_terminal(words: tuple[str, ...], lines: int, pager: str | None) -> str:
    """What a terminal of so many lines shows."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "DEALER_LANG": "zh", "TERM": "xterm"}
    env |= {} if pager is None else {"PAGER": pager}
    command = [sys.executable, "-m", "dealer_cli", *words]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env)
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    assert process.wait(timeout=GUARD) == 0
    os.close(master)
    return shown.decode().replace("\r\n", "\n")


@pytest.fixture
def tree_words(house: Path) -> tuple[str, ...]:
    return ("tree", "--catalog", str(house))


def test_a_long_answer_goes_through_the_pager(tree_words: tuple[str, ...]) -> None:
    shown = on_terminal(tree_words, 5, "sed s/^/PAGED:/")
    assert shown.count("PAGED:") == 8
    assert "总经理" in shown


def test_a_short_answer_does_not(tree_words: tuple[str, ...]) -> None:
    assert "PAGED:" not in on_terminal(tree_words, 40, "sed s/^/PAGED:/")


@pytest.mark.parametrize("pager", ["", "no-such-pager-anywhere", "'unclosed"])
def test_without_a_pager_everything_is_printed(tree_words: tuple[str, ...], pager: str) -> None:
    assert on_terminal(tree_words, 5, pager).count("\n") == 8


def test_data_goes_past_the_pager(tree_words: tuple[str, ...]) -> None:
    assert "PAGED:" not in on_terminal((*tree_words, "-f", "json"), 5, "sed s/^/PAGED:/")


def test_a_match_is_marked_on_a_terminal_only(house: Path, dealer: Callable[..., Ran]) -> None:
    words = ("find", "投诉", "--catalog", str(house))
    assert "\x1b[1;31m投诉\x1b[0m" in on_terminal(words, 400, "")
    assert "\x1b" not in dealer(*words).out


def test_a_file_has_no_styles_though_the_screen_has(house: Path, tmp_path: Path) -> None:
    file = tmp_path / "found.txt"
    on_terminal(("find", "投诉", "--catalog", str(house), "-f", f"text={file}"), 400, "")
    assert "投诉" in file.read_text("utf-8")
    assert "\x1b" not in file.read_text("utf-8")


HEAVY = ("pydantic", "jinja2", "docx", "docxtpl", "lxml", "json", "csv", "networkx", "dealer_cli.documents", "dealer_cli.checks")


@pytest.mark.parametrize(
    "words", [("who", "technician"), ("boss", "technician", "sales-director"), ("tree",), ("find", "投诉"), ("covers", "service")]
)
def test_what_a_question_loads(house: Path, words: tuple[str, ...]) -> None:
    code = "import sys; from dealer_cli.cli.main import run\ntry: run(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, *words, "--catalog", str(house)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=GUARD, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    loaded = ran.stderr.split()
    assert [name for name in loaded if name.startswith(HEAVY)] == []
    questions = {name for name in loaded if name.startswith("dealer_cli.questions.")}
    assert not questions & {"dealer_cli.questions.shown", "dealer_cli.questions.show"}
