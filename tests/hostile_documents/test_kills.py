"""A batch killed at any step of writing leaves files that are old or complete.

`tests/documents/test_batch.py` kills by the clock; here the process kills itself right before a
step that is told beforehand, so that every step of the writing has its turn on every machine.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.batch.issue import Issue
from dealer_cli.documents.batch.order import Item, Order
from dealer_cli.documents.batch.press import Press
from dealer_cli.documents.batch.run import wishes
from dealer_cli.documents.batch.shelf import Folder
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing import files
from tests.conftest import GUARD
from tests.documents.test_batch import contents

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

MOMENTS = 20


class Deadly:
    """The module `os` whose n-th step of writing kills; a file is killed in the middle of what it is given."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(real, name) if name in ("open", "fdopen", "fchmod", "chmod", "link", "unlink", "replace") else real

    def _counted(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            self._left -= 1
            if self._left == 0 and name == "fdopen":
                with real(*given, **named) as file:
                    file.write(b"torn")
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return step


@pytest.mark.parametrize("nameless", [True, False])
def test_a_batch_killed_at_any_step_leaves_old_or_complete_files(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool
) -> None:
    if nameless and not hasattr(os, "O_TMPFILE"):
        pytest.skip("this system has no files without names")
    if not nameless:
        monkeypatch.setattr(files, "_replace_nameless", lambda path, data: False)
    catalog = Catalog(small)
    scene = Scene(catalog, None, "zh")
    seats = [Item(key) for key in scene.chart.seats]
    order = Order(small, scene.store.record.id, ("docx", "html", "md"), content=True)
    press = Press(order, catalog)

    class Warm:
        def map(self, setup: object, portions: Iterable[Any]) -> Iterator[Any]:
            return map(press, ([wish] for portion in portions for wish in portion))

    def print_to(folder: Path) -> None:
        issue = Issue(order, ["zh"], Folder(folder))
        issue.print(wishes(seats, ["zh"]), Warm(), lambda count: None)
        issue.close(seats, list(scene.chart.seats))

    print_to(tmp_path / "whole")
    whole = contents(tmp_path / "whole")
    out = tmp_path / "out"
    out.mkdir()
    done = []
    for moment in range(MOMENTS):
        for path in out.iterdir():
            path.unlink()
        # Half of the files are there from before, half are new.
        old = sorted(whole)[::2]
        for name in old:
            (out / name).write_bytes(b"old")
        child = os.fork()
        if child == 0:
            files.os = Deadly(1 + moment * 2)  # type: ignore[assignment, attr-defined]
            try:
                print_to(out)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL, "the run ended before it was killed"
        now = contents(out)
        shown = {name: data for name, data in now.items() if not name.startswith(".")}
        assert all(data in (whole[name], b"old") for name, data in shown.items())
        assert set(old) <= set(shown)
        done.append(sum(data != b"old" for data in shown.values()))
        # What a kill may leave is hidden, and never more than one file.
        assert len(now) - len(shown) <= 1
    assert done[0] == 0 and done[-1] >= 4 and done == sorted(done)


@pytest.mark.parametrize("seconds", [0.5, 1.2])
def test_who_presses_ctrl_c_is_answered_at_once(tmp_path: Path, seconds: float) -> None:
    """At any moment of the processes' beginning: no traceback of theirs, and none of them is left."""
    command = [sys.executable, "-m", "dealer_cli", "jd", "--all", "-f", "docx", "--jobs", "2", "-o", str(tmp_path / "out")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        # As a terminal does: every process of the run hears it.
        os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=GUARD)
    assert running.returncode in (0, 130) and "Traceback" not in out + err, err
    deadline = time.monotonic() + GUARD
    while _lives(running.pid):
        assert time.monotonic() < deadline, "a process is left behind"
        time.sleep(0.05)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
