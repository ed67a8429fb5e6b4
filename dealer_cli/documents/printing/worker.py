"""The process in which templates from outside are rendered: it has little memory, little time, and writes no file.

It is told what to do on its standard input and answers on its standard output: the length of a
message in eight bytes, then the message. Answers hold data only, never objects: whoever got hold of
this process could not reach the one that reads them.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

from dealer_cli.documents.printing.errors import TemplateFault, Unprintable

GOOD, BAD = b"+", b"-"


def serve() -> None:
    """Load templates and render pictures until nothing more is asked for."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library might print must not stand between two answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    renders: list[Any] = []
    started = 0
    while head := read(asked):
        order = json.loads(head)
        body = read(asked)
        try:
            if "module" in order:
                module = importlib.import_module(order["module"])
                options = {key: tuple(map(Path, paths)) for key, paths in order.get("options", {}).items()}
                # What may write a file or take memory for all documents comes before the limits.
                if order["do"] == "load" and (prepare := getattr(module, "prepare", None)):
                    prepare(**options)
                started = started or _used()
                _limit(started + order["memory"])
            _more_time(order["seconds"])
            if order["do"] == "load":
                renders.append(module.load(body, order["name"], **options))
                answer = GOOD
            elif order["do"] == "judge":
                answer = GOOD + module.judge(body, order["name"])
            else:
                answer = GOOD + renders[order["template"]](json.loads(body))
        except TemplateFault as fault:
            answer = _bad("template", template=fault.template, part=fault.part, cause=fault.cause, detail=fault.detail, near=fault.near)
        except Unprintable as fault:
            answer = _bad("print", hindrance=fault.hindrance, detail=fault.detail, document=fault.document, field=fault.field)
        except UnicodeDecodeError as error:
            answer = _bad("template", template=order["name"], part="", cause="unreadable", detail=str(error), near="")
        except MemoryError:
            answer = _bad("memory")
        write(answers, answer)


def read(source: IO[bytes]) -> bytes:
    """The next message; empty at the end."""
    size = source.read(8)
    return source.read(int.from_bytes(size, "big")) if len(size) == 8 else b""


def write(target: IO[bytes], message: bytes) -> None:
    """Send a message."""
    target.write(len(message).to_bytes(8, "big"))
    target.write(message)
    target.flush()


def _bad(kind: str, **params: str) -> bytes:
    return BAD + json.dumps({"kind": kind, **params}).encode()


def _limit(memory: int) -> None:
    """Bound memory, and let no file grow; where the system cannot, the clock of the other side is left."""
    try:
        import resource
    except ImportError:
        return
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        kind = getattr(resource, name, None)
        if kind is not None:
            try:
                hard = resource.getrlimit(kind)[1]
                resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
            except (OSError, ValueError):
                continue  # macOS knows some of these by name only


def _used() -> int:
    """Bytes of address space that the libraries of this process already have."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _more_time(seconds: int) -> None:
    """Give the next document its own processor time."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
