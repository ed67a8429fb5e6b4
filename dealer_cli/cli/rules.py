"""`dealer rules`: every rule of `dealer check`; as Markdown, the page of documentation that is made from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.checks.explained import Explanation, explanation
from dealer_cli.checks.rule import Rule
from dealer_cli.checks.table import RULES
from dealer_cli.cli.failures import failures
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.output import Made, asked_formats, deliver
from dealer_cli.language import words
from dealer_cli.writing.exchange import Json, json_text
from dealer_cli.writing.terminal import pad, width, wrap

_say = words()
app = new_app()


@app.command("rules", cls=Command, help=_say("help.rules-long"))
def command(
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help=_say("help.opt-rules-format"), show_default=False)
    ] = None,
) -> None:
    """List the rules."""
    makers = {"text": _text, "json": _json, "markdown": _markdown}
    with failures():
        deliver([Made(name, file, makers[name]()) for name, file in asked_formats(formats or ("text",), makers)])


def families() -> dict[str, list[Rule]]:
    """The rules by the letter that their codes begin with, in the order of the table."""
    found: dict[str, list[Rule]] = {}
    for rule in RULES:
        found.setdefault(rule.code[0], []).append(rule)
    return found


def _family(letter: str) -> str:
    return _say.find(f"labels.family.{letter}") or letter


def _labelled(label: str, text: str = "") -> str:
    return _say("answers.rules-label", label=_say(f"labels.{label}"), text=text).rstrip()


def _text() -> str:
    lines: list[str] = []
    marks = {rule.code: (_say(f"labels.severity.{rule.severity}"), rule.profile) for rule in RULES}
    sizes = [max(width(mark[i]) for mark in marks.values()) for i in range(2)]
    for letter, rules in families().items():
        lines += [*([""] if lines else []), _family(letter)]
        for rule in rules:
            first = "  ".join(["", rule.code, *(pad(cell, size) for cell, size in zip(marks[rule.code], sizes, strict=True)), ""])
            lines += wrap(explanation(rule, _say).summary.removesuffix(".").removesuffix("。"), first=first)
    return "".join(f"{line}\n" for line in lines)


def _json() -> str:
    return json_text([_data(rule) for rule in RULES])


def _data(rule: Rule) -> Json:
    told = explanation(rule, _say)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "profile": rule.profile,
        "scope": rule.scope,
        "since": rule.since,
        "summary": told.summary,
        "finds": told.finds,
        "matters": told.matters,
        "example": told.example or told.example_words,
        "instead": told.instead,
        "instead_example": told.instead_example,
        "options": told.options,
    }


def _markdown() -> str:
    """The page `docs/rules.md`: a table of all rules, then each with its documentation, which is ours and is Markdown."""
    lines = [f"# {_say('answers.rules-title')}", "", _say("answers.rules-made"), "", _say("answers.rules-lead"), ""]
    columns = [_say(f"labels.{name}") for name in ("code", "rule-name", "severity", "profile", "finding")]
    for letter, rules in families().items():
        lines += [f"## {_family(letter)}", "", f"| {' | '.join(columns)} |", "| --- " * len(columns) + "|"]
        for rule in rules:
            cells = [f"[{rule.code}](#{rule.code.lower()})", f"`{rule.name}`", _say(f"labels.severity.{rule.severity}"), rule.profile]
            lines.append(f"| {' | '.join([*cells, _cell(explanation(rule, _say).summary)])} |")
        lines.append("")
        for rule in rules:
            lines += _section(rule, explanation(rule, _say))
    return "\n".join(lines).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _section(rule: Rule, told: Explanation) -> Iterator[str]:
    # The code alone is the heading, so that a link to it is its lower case in every language.
    yield from (f"### {rule.code}", "", f"**{told.summary}** `{rule.name}`", "")
    if told.finds:
        yield from (told.finds, "")
    if told.matters:
        yield from (_labelled("why-it-matters", told.matters), "")
    if told.example_words:
        yield from (_labelled("example", told.example_words), "")
    if told.example:
        yield from (_labelled("example"), "", "```yaml", told.example, "```", "")
    if told.instead or told.instead_example:
        yield from (_labelled("use-instead", told.instead), "")
    if told.instead_example:
        yield from ("```yaml", told.instead_example, "```", "")
    if told.options:
        yield from (_labelled("options", told.options), "")
