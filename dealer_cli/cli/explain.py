"""`dealer explain CODE`: what a rule finds, why it matters, an example, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.checks.explained import explanation
from dealer_cli.checks.rule import Rule
from dealer_cli.checks.table import RULES
from dealer_cli.cli.failures import failures
from dealer_cli.cli.group import Command, new_app
from dealer_cli.language import words
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.decode import nearest
from dealer_cli.writing.terminal import styled, wrap

_say = words()
app = new_app()


@app.command("explain", cls=Command, help=_say("help.explain-long"))
def command(
    rule: Annotated[str, typer.Argument(metavar="CODE", help=_say("help.arg-rule"), show_default=False)],
) -> None:
    """Explain a rule."""
    with failures():
        found = _find(rule)
    for line in _lines(found):
        print(line)


def _find(name: str) -> Rule:
    asked = name.strip().casefold()
    for rule in RULES:
        if asked in (rule.code.casefold(), rule.name):
            return rule
    raise NotFound(
        name, nearest(asked.upper(), tuple(rule.code for rule in RULES), 3) or nearest(asked, tuple(rule.name for rule in RULES), 3)
    )


def _lines(rule: Rule) -> Iterator[str]:
    told = explanation(rule, _say)
    yield styled(f"{rule.code} {rule.name}", "strong")
    yield from wrap(told.summary)
    yield from wrap(_say("answers.explain-kind", severity=_say(f"labels.severity.{rule.severity}"), profile=rule.profile, since=rule.since))
    parts = (("what-it-finds", told.finds, ""), ("why-it-matters", told.matters, ""), ("example", told.example_words, told.example))
    for label, prose, code in (*parts, ("use-instead", told.instead, told.instead_example), ("options", told.options, "")):
        if prose or code:
            yield ""
            yield styled(_say(f"labels.{label}"), "strong")
        for paragraph in prose.split("\n\n") if prose else ():
            yield from wrap(paragraph, first="  ")
        for line in code.splitlines():
            yield f"    {line}".rstrip()
