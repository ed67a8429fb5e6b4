"""What is wrong with a roster, in words: the file, the row, the cause and the mend, all of them in one run."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.cli.failures import complain
from dealer_cli.documents.roster import RosterFault, RosterProblem
from dealer_cli.documents.roster.read import HEADS
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.safe import quote, show

MOST = 20
"""Problems that are told; a roster of another store has as many as rows."""


def say_roster_fault(fault: RosterFault, catalog: Catalog | None) -> None:
    """Every problem on the error stream, a line each."""
    for problem in fault.problems[:MOST]:
        for line in _sentences(fault.path, problem, catalog):
            complain(line)
    if len(fault.problems) > MOST:
        complain(words()("answers.roster-more", count=len(fault.problems) - MOST))


def _sentences(path: str, problem: RosterProblem, catalog: Catalog | None) -> Iterator[str]:
    say = words()
    where = say("answers.roster-row", path=show(path), row=problem.row) if problem.row else show(path)
    detail = say(f"answers.roster-column.{problem.detail}") if problem.cause in ("no-column", "two-columns") else quote(problem.detail)
    heads = say.join(sorted(HEADS[problem.detail])[-4:]) if problem.cause == "no-column" else ""  # type: ignore[index]
    yield say("answers.roster-fault", where=where, cause=say(f"answers.roster-{problem.cause}", detail=detail, heads=heads))
    if problem.near:
        names = [f"{title} ({show(id_)})" if (title := _title(id_, catalog)) else show(id_) for id_ in problem.near]
        key = "nearest" if problem.cause == "unknown-position" else "roster-readings"
        yield say(f"answers.{key}", names=say.join(names))


def _title(id_: str, catalog: Catalog | None) -> str:
    from dealer_cli.model.names import title_of

    title = title_of(catalog, "roles", id_) if catalog else None
    return show(title.say(words().lang)) if title else ""
