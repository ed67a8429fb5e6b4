"""`dealer team ROLE`: who works under a post."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give
from dealer_cli.cli.tree import branch_sheet, people_text, tree_lines
from dealer_cli.cli.who import seat_title, unseated
from dealer_cli.language import words
from dealer_cli.questions.tree import SeatTeam, Team, team
from dealer_cli.writing.terminal import wrap

_say = words()
app = new_app()


@app.command("team", cls=Command, help=_say("help.team-long"))
def command(
    role: RoleArgument,
    everybody: Annotated[bool, typer.Option("--all", "-a", help=_say("help.opt-team-all"))] = False,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print the direct reports of a role or position, or all below it."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = team(Scene(opened, store, _say.lang), role, everybody)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Team) -> Iterator[str]:
    if not answer.teams:
        yield from wrap(unseated(answer.store, answer.role))
    for i, part in enumerate(answer.teams):
        if i:
            yield ""
        yield from wrap(_sentence(answer, part))
        if len(part.branches) > 1:
            yield from tree_lines(part.branches, ("headcount", "level"))


def _sentence(answer: Team, part: SeatTeam) -> str:
    top, *below = part.branches
    name = seat_title(top.position, len(answer.teams))
    if not below:
        return _say("answers.team-nobody", title=name)
    counted = _say("answers.team-all" if answer.everybody else "answers.team-direct", title=name)
    return f"{counted}{people_text(part.below)}"


def _sheet(answer: Team) -> Sheet:
    branches = [branch for part in answer.teams for branch in part.branches]
    lead = _sentence(answer, answer.teams[0]) if answer.teams else unseated(answer.store, answer.role)
    return branch_sheet(branches, lead)
