"""What every test may ask for: catalogs, the command in this process or in one of its own, golden files."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from dealer_cli.language import decide
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped

TESTS = Path(__file__).parent
ROOT = TESTS.parent

GUARD = 20
"""Seconds after which a run counts as hanging."""


class Ran(NamedTuple):
    """How a run of `dealer` ended."""

    code: int
    out: str
    err: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; look at the difference before committing it"
    )


def pytest_configure(config: pytest.Config) -> None:
    # A catalog is some hundred thousand objects that live as long as the tests: to look them through again costs a tenth.
    gc.set_threshold(100_000, 20, 100)
    config.addinivalue_line("markers", "slow: takes seconds; deselect with -m 'not slow'")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A file that takes long leaves the other processor idle when it comes last.
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: ("slow" not in item.keywords, -sizes[item.path], item.path))


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests changes what they see."""
    for name in list(os.environ):
        if name.startswith(("DEALER_", "LC_")) or name in ("LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shipped_folder() -> Path:
    return shipped("catalog")


@pytest.fixture(scope="session")
def catalog(shipped_folder: Path) -> Catalog:
    """The shipped catalog."""
    return Catalog(shipped_folder)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small catalog that a test may spoil: three roles, one store, no finding."""
    folder = tmp_path / "small"
    shutil.copytree(TESTS / "data" / "small", folder)
    return folder


@pytest.fixture
def dealer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Ran]]:
    """Run the command line in this process: `dealer("who", "店总", lang="zh")`."""
    yield lambda *words, lang="en", encoding="utf-8": _in_process(monkeypatch, words, lang, encoding)
    _forget_commands()


_spoken = ""


def _in_process(monkeypatch: pytest.MonkeyPatch, words: tuple[object, ...], lang: str, encoding: str) -> Ran:
    global _spoken
    monkeypatch.setenv("DEALER_LANG", lang)
    argv = [str(word) for word in words]
    if decide(argv) != _spoken:
        # Command modules take their words when they are imported.
        _forget_commands()
        _spoken = decide(argv)
    from dealer_cli.cli.main import run

    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2)]
    with monkeypatch.context() as patch, pytest.raises(SystemExit) as end:
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        run(argv)
    gc.enable()  # a run leaves it off, since its process ends
    texts = []
    for stream in streams:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode(encoding))  # type: ignore[attr-defined]
    return Ran(end.value.code if isinstance(end.value.code, int) else 0, *texts)


def _forget_commands() -> None:
    global _spoken
    _spoken = ""
    for name in [name for name in sys.modules if name.startswith("dealer_cli.cli.")]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def dealer_process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command line as a process of its own, which may not take longer than the guard."""

    def run(
        *words: object, env: dict[str, str] | None = None, cwd: Path | None = None, **settings: object
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "dealer_cli", *(str(word) for word in words)]
        surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DEALER_LANG": "en", "LC_ALL": "C.UTF-8", **(env or {})}
        settings.setdefault("stdout", subprocess.PIPE)
        settings.setdefault("stderr", subprocess.PIPE)
        return subprocess.run(command, env=surroundings, cwd=cwd, timeout=GUARD, check=False, **settings)  # type: ignore[call-overload,no-any-return]

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against `tests/golden/<name>`; `--update-golden` writes it there instead."""

    def compare(name: str, text: str) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8")

    return compare
