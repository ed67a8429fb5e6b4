"""`dealer waivers`: what is accepted, until when, by whom; and entries drafted for what is found now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

import typer

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Report, Selection, check
from dealer_cli.checks.table import BY_CODE
from dealer_cli.checks.waivers import Standing, can_be_waived, standing
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, TodayOption, given_day
from dealer_cli.cli.output import FormatOption, Sheet, give
from dealer_cli.language import words
from dealer_cli.writing.paths import shown_path
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import styled, wrap

_say = words()
app = new_app()

SOON = 30
"""Days before its end from which a waiver is shown as a warning."""


@app.command("waivers", cls=Command, help=_say("help.waivers-long"))
def command(
    draft: Annotated[str | None, typer.Option("--draft", metavar="CODE", help=_say("help.opt-draft"), show_default=False)] = None,
    formats: FormatOption = None,
    today: TodayOption = "",
    catalog: CatalogOption = None,
) -> None:
    """List the waivers, or draft new ones."""
    day = given_day(today) or date.today().isoformat()
    code = (draft or "").upper()
    if code and (code not in BY_CODE or not can_be_waived(BY_CODE[code])):
        raise typer.BadParameter(_say("answers.waivers-no-code", name=quote(code)), param_hint="--draft")
    opened = open_catalog(catalog)
    with failures(opened):
        # A file of waivers that cannot be read holds none for the check, and must not look so here.
        opened.waivers()
        # Everything is judged, so that what a waiver of a stricter profile accepts is counted too.
        report = check(opened, Selection(profile="strict", today=day))
        if code:
            print("\n".join(_drafted(report, code)))
            return
        found = standing(report.uses, day)
        give(found, formats, lambda: _lines(found), lambda: _sheet(found))


def _lines(found: tuple[Standing, ...]) -> Iterator[str]:
    for one in found:
        style = "error" if one.days_left < 0 else "warning" if one.days_left < SOON else "strong"
        yield from (styled(line, style) for line in wrap(f"{one.code} {show(_say.join(one.entity))}"))
        yield from wrap(_until(one), first="  ")
        yield from wrap(_say("answers.waivers-reason", reason=show(one.reason), approver=show(one.approver)), first="  ")
        yield from wrap(f"{shown_path(one.path)}:{one.line}", first="  ")
        yield ""
    yield from wrap(_summary(found))


def _until(one: Standing) -> str:
    key = "expired" if one.days_left < 0 else "today" if one.days_left == 0 else "left"
    return _say(f"answers.waivers-{key}", until=one.until, days=abs(one.days_left), count=one.accepts)


def _summary(found: tuple[Standing, ...]) -> str:
    expired = sum(one.days_left < 0 for one in found)
    return _say("answers.waivers-total", count=len(found), expired=expired) if found else _say("answers.waivers-none")


def _sheet(found: tuple[Standing, ...]) -> Sheet:
    columns = ("code", "entity", "until", "days_left", "accepts", "approver", "reason", "path", "line")
    rows = [
        (one.code, " ".join(one.entity), one.until, one.days_left, one.accepts, one.approver, one.reason, shown_path(one.path), one.line)
        for one in found
    ]
    return Sheet(columns, rows, _summary(found))


def _drafted(report: Report, code: str) -> Iterator[str]:
    """Entries of waivers.yaml for what a rule finds; what only a person can say is left open, and refused until it is said."""
    yield "waivers:"
    for finding in _not_accepted(report, code):
        yield f"  - code: {code}"
        yield f"    entity: [{', '.join(_quoted(entity) for entity in finding.fault.entities)}]"
        yield from ("    reason:", "    approver:", "    until:")


def _not_accepted(report: Report, code: str) -> Iterable[Finding]:
    """The findings of a rule that nothing accepts, equal ones once: one waiver accepts them all."""
    found = {f.fault.entities: f for f in report.findings if f.fault.code == code and not f.waived and f.fault.entities}
    return found.values()


def _quoted(text: str) -> str:
    """A text for YAML in one line; what cannot be seen is written as an escape, which YAML reads back."""
    return json.dumps(text, ensure_ascii=show(text) != text)
