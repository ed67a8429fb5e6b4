"""A pager for answers that are longer than the window; never in a pipe, and never in the way."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys

from dealer_cli.writing.terminal import width

_STYLE = re.compile("\x1b\\[[0-9;]*m")


def paged(content: str) -> bool:
    """Show a text in PAGER, else in `less -R`, if it is longer than the window; False if it has yet to be printed."""
    window = shutil.get_terminal_size()
    if os.environ.get("TERM") == "dumb" or _rows(content, window.columns) < window.lines:
        return False
    command = _command()
    if not command:
        return False
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESSCHARSET": "utf-8", **os.environ})
    except OSError:
        return False
    sys.stdout.flush()
    _feed(pager, content.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
    return True


def _command() -> list[str]:
    asked = os.environ.get("PAGER")
    if asked is None:
        return ["less", "-R"] if shutil.which("less") else []
    try:
        return shlex.split(asked)
    except ValueError:
        return []


def _feed(pager: subprocess.Popen[bytes], data: bytes) -> None:
    try:
        pager.communicate(data)
    except KeyboardInterrupt:
        # Ctrl-C is the pager's to answer: it stops a search, and the text stays on the screen.
        while pager.poll() is None:
            try:
                pager.wait()
            except KeyboardInterrupt:
                continue


def _rows(content: str, columns: int) -> int:
    return sum(max(1, -(-width(_STYLE.sub("", line)) // columns)) for line in content.splitlines())
