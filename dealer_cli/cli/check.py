"""`dealer check`: what is wrong with a catalog, each finding at its place."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NoReturn, cast

import typer

from dealer_cli.checks.baseline import Baseline, Unusable
from dealer_cli.checks.reports.formats import FORMATS, render
from dealer_cli.checks.reports.frame import Frame, base_of
from dealer_cli.checks.rule import Severity
from dealer_cli.checks.run import Report, Selection, check
from dealer_cli.checks.table import RULES
from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog, source_line
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, TodayOption, given_day
from dealer_cli.cli.output import Made, asked_formats, deliver
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.safe import quote, show

_say = words()
app = new_app()

SUMMARY_BYTES = 900_000
"""What a step's summary may take; GitHub refuses a mebibyte."""

SUMMARY_ROWS = 500
"""Findings of a step's summary."""


class ProfileChoice(Enum):
    """How much is judged."""

    MIN = "min"
    STANDARD = "standard"
    STRICT = "strict"


class FailOn(Enum):
    """What makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Codes and beginnings of codes, by comma or by option; each must be the beginning of one."""
    codes = tuple(code.strip().upper() for word in given or () for code in word.split(",") if code.strip())
    for code in codes:
        if not any(rule.code.startswith(code) for rule in RULES):
            raise typer.BadParameter(_say("answers.check-no-rule", name=quote(code)))
    return codes


def _option(word: str, metavar: str, message: str, *short: str) -> Any:
    return typer.Option(word, *short, metavar=metavar, help=_say(f"help.{message}"), show_default=False)


@app.command("check", cls=Command, help=_say("help.check-long"))
def command(
    store: Annotated[list[str] | None, _option("--store", "STORE", "opt-check-store", "-s")] = None,
    formats: Annotated[list[str] | None, _option("--format", "FORMAT[=FILE]", "opt-check-format", "-f")] = None,
    profile: Annotated[ProfileChoice | None, _option("--profile", "min|standard|strict", "opt-profile", "-p")] = None,
    select: Annotated[list[str] | None, _option("--select", "CODE", "opt-select")] = None,
    ignore: Annotated[list[str] | None, _option("--ignore", "CODE", "opt-ignore")] = None,
    fail_on: Annotated[FailOn, _option("--fail-on", "error|warning|note|never", "opt-fail-on")] = FailOn.ERROR,
    only: Annotated[list[Path] | None, _option("--only", "FILE", "opt-only")] = None,
    diff_base: Annotated[str | None, _option("--diff-base", "REF", "opt-diff-base")] = None,
    baseline: Annotated[Path | None, _option("--baseline", "FILE", "opt-baseline")] = None,
    write_baseline: Annotated[Path | None, _option("--write-baseline", "FILE", "opt-write-baseline")] = None,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help=_say("help.opt-no-waivers"))] = False,
    today: TodayOption = "",
    as_stated: Annotated[bool, typer.Option("--as-stated", help=_say("help.opt-as-stated"))] = False,
    sourced_only: Annotated[bool, typer.Option("--sourced-only", help=_say("help.opt-check-sourced"))] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help=_say("help.opt-statistics"))] = False,
    catalog: CatalogOption = None,
) -> None:
    """Check a catalog, and exit with 1 if there is a finding that fails it."""
    asked = asked_formats(formats or ("text",), FORMATS)
    selection = Selection(
        profile=profile.value if profile else None,
        select=_codes(select),
        ignore=_codes(ignore),
        stores=tuple(store) if store else None,
        as_stated=as_stated,
        sourced_only=sourced_only,
        waive=not no_waivers,
        today=given_day(today),
    )
    opened = open_catalog(catalog)
    with failures(opened):
        for name in store or ():
            opened.store(name)
        report = check(opened, selection)
        report = _against(report, baseline, write_baseline)
        report = _narrowed(report, opened, selection, only, diff_base)
        failing = None if fail_on is FailOn.NEVER else cast(Severity, fail_on.value)
        frame = Frame(report, _say, source_line(), base_of(opened.folder), failing, statistics)
        deliver(_made(frame, asked))
        _summarize(frame)
    raise typer.Exit(FAILED if report.crashed else int(any(frame.fails(finding) for finding in report.findings)))


def _against(report: Report, baseline: Path | None, new: Path | None) -> Report:
    """The report with what the baseline knows, and the baseline written anew where that is asked for."""
    from dealer_cli.writing.files import write_below

    try:
        old = Baseline.read(baseline) if baseline else Baseline.read(new) if new and new.exists() else None
    except Unusable as error:
        _end(_say(f"answers.baseline-{error.reason}", path=show(str(error.path))))
    if new is None:
        known = old or Baseline.of(())
        if gone := known.gone(report):
            complain(_say("answers.baseline-gone", count=gone.total()))
            for code, entities in sorted(gone):
                complain(f"{code} {quote(_say.join(entities))}")
    else:
        known = old.shrunk(report) if old else Baseline.of(report.findings)
        write_below(new.parent, new.name, known.text().encode())
        complain(_say("answers.baseline-written", count=known.counts.total(), path=show(str(new))))
    return known.applied(report)


def _narrowed(report: Report, catalog: Catalog, selection: Selection, files: list[Path] | None, ref: str | None) -> Report:
    """The part of the report that is asked for."""
    if not files and ref is None:
        return report
    from dealer_cli.checks.diff import NoDifference, only, since

    if files:
        report = only(report, files)
    if ref is not None:
        try:
            report = since(report, catalog, ref, lambda before: check(before, selection).findings)
        except NoDifference as error:
            _end(_say(f"answers.diff-{error.reason}", detail=quote(error.detail)))
    return report


def _made(frame: Frame, asked: list[tuple[str, str]]) -> list[Made]:
    """The report in every format asked for. Text goes to the screen if nothing else does, and GitHub's commands go behind it."""
    if all(file for _, file in asked):
        asked = [*asked, ("text", "")]
    made = [Made(name, file, render(name, frame)) for name, file in asked]
    if os.environ.get("GITHUB_ACTIONS") == "true" and all(name != "github" for name, _ in asked):
        commands = render("github", frame)
        made = [Made(one.format, one.file, one.content + commands) if (one.format, one.file) == ("text", "") else one for one in made]
    return made


def _summarize(frame: Frame) -> None:
    """The report as the summary of a GitHub step, which other steps write to as well."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from dealer_cli.checks.reports.markdown import markdown_report

    rows = SUMMARY_ROWS
    text = markdown_report(frame, rows).encode()
    while len(text) > SUMMARY_BYTES and rows:
        rows //= 2
        text = markdown_report(frame, rows).encode()
    try:
        with Path(path).open("ab") as file:
            file.write(text)
    except OSError as error:
        complain(_say("answers.unwritable", path=show(path), reason=show(error.strerror or "")))


def _end(text: str) -> NoReturn:
    complain(text)
    raise typer.Exit(FAILED)
