"""How a run ends: exit codes, what goes to which stream, closed pipes, poor terminals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import GUARD, ROOT, Ran

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["-V"], 0),
        (["--help"], 0),
        (["-h"], 0),
        (["who", "--help"], 0),
        (["who", "showroom-manager"], 0),
        (["tree"], 0),
        (["list"], 0),
        (["list", "policies"], 0),
        (["check"], 0),
        (["check", "--store", "small-4s"], 0),
        ([], 2),
        (["nonsense"], 2),
        (["who"], 2),
        (["who", "a", "b"], 2),
        (["who", "showroom-manager", "--nonsense"], 2),
        (["who", "nobody"], 2),
        (["show", "nobody"], 2),
        (["tree", "nobody"], 2),
        (["list", "nonsense"], 2),
        (["who", "showroom-manager", "--store", "nowhere"], 2),
        (["check", "--store", "nowhere"], 2),
        (["--lang", "de", "tree"], 2),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_exit_code(
    dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, lang: str
) -> None:
    monkeypatch.chdir(small)
    ran = dealer(*words, lang=lang)
    assert ran.code == code, ran
    if code:
        assert ran.out == "" or not words
        assert ran.err or ran.out
    else:
        assert ran.err == ""


@pytest.mark.parametrize("command", ["who x", "show x", "tree", "list", "check"])
def test_no_such_catalog(dealer: Callable[..., Ran], tmp_path: Path, command: str) -> None:
    ran = dealer(*command.split(), "--catalog", tmp_path / "nothing")
    assert (ran.code, ran.out) == (2, "")
    assert "catalog.yaml:1:1" in ran.err


def test_the_language_may_stand_anywhere(dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    expected = dealer("who", "店总", lang="zh").out
    for words in (["--lang", "zh", "who", "店总"], ["who", "--lang=zh", "店总"], ["who", "店总", "--lang", "zh"]):
        assert dealer(*words, lang="en").out == expected


def test_findings_go_to_stdout_and_trouble_to_stderr(dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    (small / "stores" / "small-4s.yaml").write_text("[")
    checked, asked = dealer("check"), dealer("tree")
    assert (checked.code, checked.err) == (1, "")
    assert (asked.code, asked.out) == (2, "")
    assert "Y005" in checked.out
    assert "Y005" in asked.err


def test_what_nobody_foresaw_ends_in_one_sentence(dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_cli.model.catalog import Catalog

    def broken(*parts: object) -> None:
        raise RuntimeError("a\x1bb")

    monkeypatch.setattr(Catalog, "open", broken)
    ran = dealer("tree", "--catalog", small)
    assert ran.code == 2
    assert "RuntimeError: a\\x1bb" in " ".join(ran.err.split())
    monkeypatch.setenv("DEALER_DEBUG", "1")
    with pytest.raises(RuntimeError):
        dealer("tree", "--catalog", small)


def test_ctrl_c(dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_cli.model.catalog import Catalog

    def stopped(*parts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Catalog, "open", stopped)
    ran = dealer("tree", "--catalog", small)
    assert ran.code == 130, "not 1, which would be a finding"
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [["list", "kpis"], ["check"], ["show", "general-manager"], ["--help"]])
def test_a_closed_pipe(words: list[str], small: Path) -> None:
    """The reader goes before anything is written: no traceback, and no exit code that means a finding."""
    reading, writing = os.pipe()
    os.close(reading)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-m", "dealer_cli", *words], cwd=small, env=env, stdout=writing, stderr=subprocess.PIPE, timeout=GUARD, check=False
    )
    os.close(writing)
    assert ran.stderr == b""
    assert ran.returncode in (141, -signal.SIGPIPE, 0)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "cp1252"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_encoding_of_a_terminal(dealer_process: Process, small: Path, encoding: str, lang: str) -> None:
    for words in (["tree"], ["who", "nobody"]):
        ran = dealer_process(*words, cwd=small, env={"PYTHONIOENCODING": encoding, "DEALER_LANG": lang})
        assert ran.returncode == (2 if "nobody" in words else 0)
        assert b"Traceback" not in ran.stderr
        text = (ran.stdout + ran.stderr).decode(encoding)
        if words == ["tree"]:
            assert ("展厅经理" in text or "\\u5c55" in text) if lang == "zh" else "Showroom manager" in text
            assert ("└─" in text) == (encoding in ("gbk", "utf-8"))


def test_a_poor_surrounding(dealer_process: Process, small: Path) -> None:
    ran = dealer_process("who", "店总", cwd=small, env={"LC_ALL": "C", "HOME": "/nonexistent", "TERM": "dumb"})
    assert ran.returncode == 0
    assert b"\x1b" not in ran.stdout


def test_no_colour_in_a_pipe_and_none_against_wishes(dealer_process: Process, small: Path) -> None:
    pty = pytest.importorskip("pty")
    (small / "stores" / "small-4s.yaml").write_text("[")
    for env, coloured in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        master, slave = pty.openpty()
        dealer_process("check", cwd=small, env=env, stdout=slave, stderr=slave, stdin=slave)
        os.close(slave)
        shown = b""
        until = time.monotonic() + GUARD
        while time.monotonic() < until:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            shown += part
            if not part:
                break
        os.close(master)
        assert b"Y005" in shown
        assert (b"\x1b[" in shown) == coloured, env
    assert b"\x1b" not in dealer_process("check", cwd=small, env={"TERM": "xterm"}).stdout
