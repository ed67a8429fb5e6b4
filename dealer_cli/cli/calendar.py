"""`dealer calendar [ROLE]`: what is due daily, weekly, monthly, with its times."""

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer

from dealer_cli.chart.due import PERIODS
from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.model.phrases import when
from dealer_cli.questions.calendar import Calendar, Due, calendar
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, wrap

_say = words()
app = new_app()


@app.command("calendar", cls=Command, help=_say("help.calendar-long"))
def command(
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=_say("help.arg-calendar-role"), show_default=False)] = None,
    every: Annotated[
        str | None, typer.Option("--every", metavar="|".join(PERIODS), help=_say("help.opt-every"), show_default=False)
    ] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print what is due when."""
    period = next((period for period in PERIODS if period == every), None)
    if every is not None and period is None:
        raise typer.BadParameter(_say("answers.no-such-period", name=show(every), names=", ".join(PERIODS)), param_hint="--every")
    opened = open_catalog(catalog)
    with failures(opened):
        answer = calendar(Scene(opened, store, _say.lang), role, period)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _sentence(answer: Calendar) -> str:
    about = title(answer.role) if answer.role else title(answer.store)
    count = len(answer.due)
    key = "calendar-nothing" if not count else "calendar-one" if count == 1 else "calendar"
    return _say(f"answers.{key}", name=about, n=count)


def _lines(answer: Calendar) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    for period, due in groupby(answer.due, key=lambda one: one.every):
        yield ""
        yield styled(_say(f"labels.every-title.{period}"), "strong")
        for (name, time), group in groupby(due, key=lambda one: ("" if answer.role else _doer(one), _when(one))):
            heading = _say("labels.colon").join(part for part in (name, time) if part)
            if heading:
                yield from wrap(heading, first="  ")
            for one in group:
                yield from wrap(_text(one), first="    - " if heading else "  - ")
    if answer.every is None and (answer.on_occasion or answer.unspecified):
        yield ""
        yield from wrap(_say("answers.calendar-more", n=answer.on_occasion, m=answer.unspecified))


def _doer(one: Due) -> str:
    return titles(one.positions) or title(one.role)


def _when(one: Due) -> str:
    """The times, where the period's heading does not say it all."""
    text = when((one.when,), _say)
    return "" if text == _say(f"labels.every.{one.every}") else show(text)


def _text(one: Due) -> str:
    text = show(one.text.say(_say.lang))
    if one.kind == "record":
        return _say("answers.calendar-record", name=text)
    return text if one.kind == "duty" else _say("answers.calendar-policy", text=text, policy=title(one.owner))


def _sheet(answer: Calendar) -> Sheet:
    columns = ("every", "when", "role", "positions", "kind", "owner_id", "id", "text")
    rows = [
        (
            one.every,
            when((one.when,), _say),
            one.role.id,
            " ".join(post.id for post in one.positions),
            one.kind,
            one.owner.id,
            one.id or "",
            one.text.say(_say.lang),
        )
        for one in answer.due
    ]
    return Sheet(columns, rows, _sentence(answer))
