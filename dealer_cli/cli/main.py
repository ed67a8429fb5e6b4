"""The command `dealer`: language and version before anything is imported, and every way to end."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` alone would put `--version` over twice the time of `python -c pass`
    from collections.abc import Sequence
    from typing import NoReturn

OK, FINDINGS, FAILED = 0, 1, 2
"""Exit codes: fine or an empty answer; findings; could not run, or could not name what was asked."""

PIPE_CLOSED = 141
"""128 + SIGPIPE: what a shell expects of a program whose reader has gone."""

INTERRUPTED = 130
"""128 + SIGINT."""


TIDYING = ("concurrent.futures", "multiprocessing", "tempfile")
"""Modules that tidy up at the interpreter's ordinary end."""


class Again(Exception):
    """Whoever sits at the terminal chose what a name means: run once more, with the id instead of the name."""

    def __init__(self, name: str, chosen: str) -> None:
        super().__init__(name)
        self.name = name
        self.chosen = chosen

    def instead_of(self, word: str) -> str:
        """A word of the command line, with what was chosen."""
        option, equals, value = word.partition("=")
        if equals and option.startswith("--") and value == self.name:
            return f"{option}={self.chosen}"
        return self.chosen if word == self.name else word


def start() -> NoReturn:
    """The program `dealer`: `run`, and then an end without the interpreter's own tidying up.

    Taking every module apart again would be a tenth of the time of a question. Where threads or
    processes were used, or folders for a while, or a tracer looks on, they get their ordinary end.
    """
    code: object = FAILED
    try:
        run()
    except SystemExit as end:
        code = end.code
    if not isinstance(code, int) or sys.gettrace() is not None or any(name in sys.modules for name in TIDYING):
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105 - `contextlib` would be imported for nothing else
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass  # no stream, a closed pipe or file: nobody is left to tell
    os._exit(code)


def run(argv: Sequence[str] | None = None) -> NoReturn:
    """Run `dealer` and exit; no traceback leaves, whatever happens."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        from dealer_cli import __version__

        print(f"dealer {__version__}")
        sys.exit(OK)
    # A run is short and keeps what it reads; collecting would walk the whole catalog again and again.
    gc.disable()
    _settle_streams()
    from dealer_cli.language import decide, speak

    speak(decide(words))
    words = _without_lang(words)
    while True:
        try:
            sys.exit(_guarded(words))
        except Again as again:
            words = [again.instead_of(word) for word in words]


def _guarded(words: list[str]) -> int:
    code = FAILED
    try:
        from dealer_cli.cli.group import app

        code = _exit_code(lambda: app()(args=words, prog_name="dealer", standalone_mode=False))
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return PIPE_CLOSED  # typer met the closed pipe itself, and would call it exit code 1, a finding
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter would complain about the pipe once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        from dealer_cli.cli.failures import say_interrupted

        say_interrupted()
        return INTERRUPTED
    except Again:
        raise
    except Exception as error:  # the edge: what nobody foresaw ends in one line, never in a traceback
        if os.environ.get("DEALER_DEBUG"):
            raise
        from dealer_cli.cli.failures import say_failure

        say_failure(error)
        return FAILED
    return code


def _exit_code(call: object) -> int:
    try:
        code = call()  # type: ignore[operator]
    except SystemExit as end:
        code = end.code
    except Exception as error:
        if type(error).__name__ == "Abort":
            raise KeyboardInterrupt from None
        if not hasattr(error, "format_message"):  # what typer raises; its class is not imported for a question that is well asked
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show()  # type: ignore[attr-defined]
        else:
            from dealer_cli.cli.usage import say_usage

            say_usage(error)
        code = FAILED
    return code if isinstance(code, int) else OK


def _settle_streams() -> None:
    """Survive a terminal whose encoding lacks a character: it is written out, and nothing ends."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace", newline="\n" if os.name == "nt" else None)


def _without_lang(words: list[str]) -> list[str]:
    """The arguments without `--lang`, which was obeyed before any command was imported."""
    kept: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        if word == "--":
            return kept + words[i:]
        if word == "--lang" and i + 1 < len(words) and words[i + 1] in ("zh", "en"):
            i += 1
        elif word not in ("--lang=zh", "--lang=en"):
            kept.append(word)
        i += 1
    return kept
