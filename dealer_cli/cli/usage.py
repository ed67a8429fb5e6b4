"""What is wrong with the words after `dealer`, told in the language of the screen and within its width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dealer_cli.cli.failures import complain
from dealer_cli.language import words
from dealer_cli.writing.safe import quote, show

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = (
    (re.compile(r"No such command '(?P<name>.*)'\."), "no-command"),
    (re.compile(r"Missing command\."), "no-command-named"),
    (re.compile(r"No such option: (?P<name>\S+)"), "no-option"),
    (re.compile(r"Option '(?P<name>.*)' does not take a value\."), "no-value"),
    (re.compile(r"Option '(?P<name>.*)' requires an? .*argument"), "value-missing"),
    (re.compile(r"Got unexpected extra argument\(s\) \((?P<name>.*)\)"), "too-many"),
    (re.compile(r"'(?P<name>.*)' is not one of (?P<names>.*)\."), "not-one-of"),
    (re.compile(r"'(?P<name>.*)' is not a valid (?:int|float).*\."), "no-number"),
    (re.compile(r"(?P<name>\S+) is not in the range (?P<names>.*)\."), "out-of-range"),
)
"""What typer says of a wrong word, to the name of our message; typer has it in English only, and in lines of any length."""


def say_usage(error: Any) -> None:
    """Say what typer found wrong, and where the help is. `error` is its `UsageError`."""
    say = words()
    told = _of_value(error) if hasattr(error, "param_hint") else _told(error.message)
    nearest = sorted(getattr(error, "possibilities", None) or _like(error.message))
    complain(told)
    if nearest:
        complain(say("answers.nearest", names=say.join([show(name) for name in nearest])))
    if error.ctx is not None:
        complain(say("answers.usage-see", command=error.ctx.command_path))


def _of_value(error: Any) -> str:
    """What is wrong with a value, or that there is none, and whose it is."""
    say = words()
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param is not None else "")
    option = hint.replace("'", "") if isinstance(hint, str) else " / ".join(hint)
    if type(error).__name__ == "MissingParameter":
        return say("answers.usage-missing", name=option)
    told = _told(error.message)
    return say("answers.usage-value", name=option, told=told) if option else told


def _told(message: str) -> str:
    for pattern, name in _PARTS:
        if found := pattern.match(message):
            return words()(f"answers.usage-{name}", **_safe(found.groupdict()))
    return message


def _safe(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: quote(value) if name == "name" else show(value.replace("'", "")) for name, value in fields.items()}


def _like(message: str) -> list[str]:
    """Commands that a wrong one may mean."""
    found = _PARTS[0][0].match(message)
    if not found:
        return []
    from difflib import get_close_matches

    from dealer_cli.cli.group import COMMANDS

    return get_close_matches(found["name"], COMMANDS, 3)
