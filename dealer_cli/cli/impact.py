"""`dealer impact A [--to B]`: what happens if a position goes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.cli.who import unseated
from dealer_cli.language import words
from dealer_cli.questions.answer import Named
from dealer_cli.questions.impact import Impact, Itself, Meeting, Orphan, impact
from dealer_cli.questions.uses import Use
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, wrap

_say = words()
app = new_app()


@app.command("impact", cls=Command, help=_say("help.impact-long"))
def command(
    role: RoleArgument,
    to: Annotated[str | None, typer.Option("--to", metavar="ROLE", help=_say("help.opt-to"), show_default=False)] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print what a store loses with a position."""
    opened = open_catalog(catalog)
    with failures(opened):
        try:
            answer = impact(Scene(opened, store, _say.lang), role, to)
        except Itself:
            raise typer.BadParameter(_say("answers.impact-itself"), param_hint="--to") from None
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Impact) -> Iterator[str]:
    if not answer.removed:
        yield from wrap(unseated(answer.store, answer.role))
        return
    yield from wrap(_sentence(answer))
    for key, texts in _parts(answer):
        if texts:
            yield ""
            yield styled(_say(f"labels.impact.{key}"), "strong")
            for text in texts:
                yield from wrap(text, first="  - ")
        if key == "deputized":
            yield from _policies(answer.policies)
    if answer.takes_over:
        yield ""
        yield from _meetings(answer)


def _sentence(answer: Impact) -> str:
    if not answer.removed:
        return unseated(answer.store, answer.role)
    names = titles(answer.removed)
    counts = {"orphans": len(answer.orphans), "functions": len(answer.accountable), "undone": len(answer.undone)}
    if answer.takes_over:
        return _say("answers.impact-to", name=names, heir=title(answer.takes_over), **counts, n=len(answer.meetings))
    return _say("answers.impact", name=names, **counts)


def _parts(answer: Impact) -> list[tuple[str, list[str]]]:
    return [
        ("orphans", [_orphan(one) for one in answer.orphans]),
        ("accountable", _titles(answer.accountable)),
        ("undone", _titles(answer.undone)),
        ("by-law", _titles(answer.by_law)),
        ("uncovered", _titles(answer.uncovered)),
        ("dotted", _titles(answer.dotted)),
        ("deputized", _titles(answer.deputized)),
        ("records", list(dict.fromkeys(title(use.owner) for use in answer.records))),
        ("indicators", list(dict.fromkeys(title(use.owner) for use in answer.indicators))),
        ("unmeasured", _titles(answer.unmeasured)),
        ("roles", _relations(answer.roles)),
    ]


def _titles(named: Sequence[Named]) -> list[str]:
    """Short names in one row: a list of twenty functions is read better so."""
    return [titles(named)] if named else []


def _relations(uses: Sequence[Use]) -> list[str]:
    """The owners of relations and careers, each once."""
    found: dict[str, str] = {use.owner.id: title(use.owner) for use in uses}
    return [_say.join(list(found.values()))] if found else []


def _orphan(one: Orphan) -> str:
    to = title(one.to) if one.to else _say("answers.none")
    return f"{title(one.position)} → {to}"


def _policies(uses: Sequence[Use]) -> Iterator[str]:
    """Every policy with its rules and steps below it."""
    if uses:
        yield ""
        yield styled(_say("labels.impact.policies"), "strong")
    for _, found in groupby(uses, key=lambda use: use.owner.id):
        group = list(found)
        kept = any(use.part == "owner" for use in group)
        yield from wrap(title(group[0].owner) + (_say("answers.impact-keeper") if kept else ""), first="  ")
        for text in dict.fromkeys(show(use.text.say(_say.lang)) for use in group if use.text):
            yield from wrap(text, first="    - ")


def _meetings(answer: Impact) -> Iterator[str]:
    heir = title(answer.takes_over) if answer.takes_over else ""
    if not answer.meetings:
        yield from wrap(_say("answers.impact-no-meeting", heir=heir))
        return
    yield styled(_say("labels.impact.meetings"), "strong")
    for one in answer.meetings:
        style = "error" if one.severity == "error" else "warning"
        yield from (
            styled(line, style)
            for line in wrap(_meeting(one), first=f"  {_say('labels.severity.' + one.severity)}{_say('labels.colon')}", rest="    ")
        )
        yield from wrap(show(one.reason.say(_say.lang)), first="    ")


def _meeting(one: Meeting) -> str:
    functions = {"function": title(one.function), "other": title(one.other)}
    if one.report:
        return _say("answers.impact-superior", position=title(one.position), report=title(one.report), **functions)
    return _say("answers.impact-holder", position=title(one.position), **functions)


def _sheet(answer: Impact) -> Sheet:
    rows: list[tuple[str, str, str, str]] = [("removed", one.id, one.title.say(_say.lang), "") for one in answer.removed]
    rows += [("orphans", one.position.id, one.position.title.say(_say.lang), one.to.id if one.to else "") for one in answer.orphans]
    plain: list[tuple[str, Sequence[Named]]] = [
        ("accountable", answer.accountable),
        ("undone", answer.undone),
        ("by-law", answer.by_law),
        ("uncovered", answer.uncovered),
        ("dotted", answer.dotted),
        ("deputized", answer.deputized),
        ("unmeasured", answer.unmeasured),
    ]
    rows += [(kind, one.id, one.title.say(_say.lang), "") for kind, named in plain for one in named]
    used = [("policies", answer.policies), ("records", answer.records), ("indicators", answer.indicators), ("roles", answer.roles)]
    for kind, uses in used:
        rows += [(kind, use.owner.id, use.owner.title.say(_say.lang), f"{use.path}:{use.line}") for use in uses]
    for one in answer.meetings:
        met = f"{one.position.id}{'/' + one.report.id if one.report else ''}: {one.function.id}, {one.other.id}"
        rows.append((f"meeting-{one.severity}", one.separation, one.reason.say(_say.lang), met))
    return Sheet(("loss", "id", "title", "details"), rows, _sentence(answer))
