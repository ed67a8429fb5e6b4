"""`dealer check`: what is wrong with a catalog, each finding at its place."""

from typing import Annotated

import typer

from dealer_cli.checks.reports.text import text_report
from dealer_cli.checks.run import Selection, check
from dealer_cli.cli.failures import failures, open_catalog, source_line
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.language import words

_say = words()
app = new_app()


@app.command("check", cls=Command, help=_say("help.check-long"))
def command(
    store: Annotated[
        list[str] | None, typer.Option("--store", "-s", metavar="STORE", help=_say("help.opt-check-store"), show_default=False)
    ] = None,
    catalog: CatalogOption = None,
) -> None:
    """Check a catalog, and exit with 1 if there is an error."""
    opened = open_catalog(catalog)
    with failures(opened):
        for name in store or ():
            opened.store(name)
        report = check(opened, Selection(stores=tuple(store) if store else None))
    for line in text_report(report.findings, _say, source_line()):
        print(line)
    errors, warnings = report.count("error"), report.count("warning")
    if report.findings:
        print(_say("answers.check-summary", errors=errors, warnings=warnings, files=report.files))
    else:
        print(_say("answers.check-clean", files=report.files))
    raise typer.Exit(2 if report.crashed else 1 if errors else 0)
