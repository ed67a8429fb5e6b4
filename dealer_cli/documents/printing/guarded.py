"""Templates from outside, rendered in a process of their own within limits of time, memory and length.

One process serves every such template of a run and stays, so that a batch pays for its start once.
What goes beyond a limit ends that process, and the run gets a `TemplateFault` that says which limit.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from dealer_cli.documents.printing.errors import Cause, TemplateFault, Unprintable
from dealer_cli.documents.printing.worker import GOOD, read, write

SECONDS = 5
"""Processor time of one document; one of ours takes a thousandth of it."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space on top of what the process begins with."""

PATIENCE = 20
"""Seconds by the clock that one document may take on a busy machine."""

PARTING = 2
"""Seconds that its end may take."""

START = 60
"""The same for reading a template, the start of the process included."""

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from dealer_cli.documents.printing.worker import serve; serve()"
"""What the process begins with: this one's path of modules, and nothing of the folder that it starts in."""


class Guarded:
    """A template that is rendered elsewhere."""

    def __init__(self, module: str, data: bytes, name: str, options: Mapping[str, Sequence[Path]]) -> None:
        self._name = name
        # What sets text has its fonts before the limits begin, and keeps them.
        self._process = _process(("pages", *map(str, options["files"])) if "files" in options else ())
        order = {"do": "load", "module": module, "name": name, "options": {key: list(map(str, paths)) for key, paths in options.items()}}
        self._process.ask({**order, "memory": MEMORY}, data, name, START)
        self._number = self._process.loaded
        self._process.loaded += 1

    def __call__(self, picture: Mapping[str, Any]) -> bytes:
        """The document as bytes."""
        body = json.dumps(picture, ensure_ascii=False).encode("utf-8", "surrogatepass")
        return self._process.ask({"do": "render", "template": self._number}, body, self._name, PATIENCE)


def judged(module: str, data: bytes, name: str) -> bytes:
    """What the module's `judge` says of a template, within the same limits. Raises `TemplateFault`."""
    return _process().ask({"do": "judge", "module": module, "name": name, "memory": MEMORY}, data, name, START)


class _Process:
    """The process, and how to talk with it."""

    def __init__(self) -> None:
        command = [sys.executable, "-I", "-c", _BOOT, *(path for path in sys.path if path)]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._turn = threading.Lock()
        self._late = False
        self.loaded = 0
        """Templates that it has read."""
        atexit.register(self.end)

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._child.poll() is None

    def ask(self, order: Mapping[str, Any], body: bytes, name: str, seconds: float) -> bytes:
        """What it answers. Raises `TemplateFault` and `Unprintable`."""
        assert self._child.stdin and self._child.stdout
        with self._turn:
            alarm = threading.Timer(seconds, self._stop)
            alarm.daemon = True
            alarm.start()
            try:
                write(self._child.stdin, json.dumps({**order, "seconds": SECONDS}).encode())
                write(self._child.stdin, body)
                answer = read(self._child.stdout)
            except (OSError, ValueError):
                answer = b""
            finally:
                alarm.cancel()
        if not answer:
            raise self._ended(name)
        if answer[:1] != GOOD:
            _raise(json.loads(answer[1:]), name)
        return answer[1:]

    def end(self) -> None:
        """Let it go: it ends, and tidies up, when nothing more can be asked."""
        assert self._child.stdin
        with suppress(OSError):
            self._child.stdin.close()
        try:
            self._child.wait(PARTING)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _stop(self) -> None:
        self._late = True
        self._child.kill()

    def _ended(self, name: str) -> TemplateFault:
        code = self._child.wait()
        # By SIGXCPU, the signal of who has used up its time; it has the same number wherever there is one.
        if self._late or code == -24:
            return _too_much(name, "out-of-time", f"{SECONDS} s")
        # Who is refused memory ends by SIGABRT where no Python stands between, or by the system's own hand.
        if code in (-6, -9):
            return _too_much(name, "out-of-memory", f"{MEMORY // 1024 // 1024} MB")
        return _too_much(name, "crashed", f"{code}")


_lock = threading.Lock()
_current: dict[tuple[str, ...], _Process] = {}


def _process(use: tuple[str, ...] = ()) -> _Process:
    """The process of this run for a use; a new one where the last has ended."""
    with _lock:
        found = _current.get(use)
        if found is None or not found.alive:
            found = _current[use] = _Process()
        return found


def _raise(told: Mapping[str, Any], name: str) -> NoReturn:
    kind = told["kind"]
    if kind == "template":
        raise TemplateFault(told["template"], told["part"], told["cause"], told["detail"], told["near"])
    if kind == "print":
        raise Unprintable(told["hindrance"], told["detail"], document=told["document"], field=told["field"])
    raise _too_much(name, "out-of-memory", f"{MEMORY // 1024 // 1024} MB")


def _too_much(name: str, cause: Cause, detail: str) -> TemplateFault:
    return TemplateFault(name, "", cause, detail)
