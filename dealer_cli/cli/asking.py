"""Questions back, on a terminal only: which of several was meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dealer_cli.language import words
from dealer_cli.writing.terminal import table, wrap


def on_terminal() -> bool:
    """Whether somebody can be asked: what they type comes from a terminal, and what we say goes to one."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def offer(name: str, choices: Sequence[tuple[str, str]]) -> None:
    """List ids with titles and ask for one; the run begins again with it. Returns if nothing was chosen."""
    from dealer_cli.cli.main import Again

    rows = [(f"{number})", id_, title) for number, (id_, title) in enumerate(choices, 1)]
    for line in table(rows, indent="  "):
        print(line, file=sys.stderr)
    print(*wrap(words()("answers.which")), end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    if answer.isdecimal() and 0 < int(answer) <= len(choices):
        raise Again(name, choices[int(answer) - 1][0])
