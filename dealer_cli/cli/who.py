"""`dealer who ROLE`: the superior first, in one sentence; then the chain, the reports, the dotted lines."""

from collections.abc import Iterator

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, full_title, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.answer import Named, Post
from dealer_cli.questions.who import Standing, Who, who
from dealer_cli.writing.terminal import table, wrap

_say = words()
app = new_app()


@app.command("who", cls=Command, help=_say("help.who-long"))
def command(role: RoleArgument, store: StoreOption = None, formats: FormatOption = None, catalog: CatalogOption = None) -> None:
    """Print where a role or position stands in a store."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = who(Scene(opened, store, _say.lang), role)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Who) -> list[str]:
    if not answer.seats:
        return wrap(unseated(answer.store, answer.role, answer.covered_by))
    lines: list[str] = []
    for seat in answer.seats:
        if lines:
            lines.append("")
        lines += wrap(_sentence(answer, seat))
        lines += table(_rows(seat), indent="  ")
    return lines


def unseated(store: Named, role: Named, covered_by: Post | None = None) -> str:
    """The sentence about a role that a store does not seat."""
    if covered_by:
        return _say("answers.who-covered", title=title(role), store=title(store), position=title(covered_by))
    return _say("answers.who-unseated", title=title(role), store=title(store))


def seat_title(post: Post, seats: int) -> str:
    """A position's title, with its own name where the role sits several times."""
    return f"{title(post)} ({post.id})" if seats > 1 else title(post)


def _sentence(answer: Who, seat: Standing) -> str:
    asked = title(answer.role) if seat.through else seat_title(seat.position, len(answer.seats))
    through = "-through" if seat.through else ""
    if seat.superior:
        return _say(f"answers.who{through}", title=asked, seat=title(seat.position), superior=title(seat.superior))
    if seat.external:
        return _say(f"answers.who{through}-external", title=asked, seat=title(seat.position), superior=title(seat.external))
    return _say("answers.who-nobody", title=asked)


def _rows(seat: Standing) -> list[tuple[str, str]]:
    chain = [title(post) for post in (seat.position, *seat.chain)]
    if seat.external:
        chain.append(title(seat.external))
    rows = [
        (_say("answers.chain"), " → ".join(chain)),
        (_say("answers.reports"), _say.join([full_title(post) for post in seat.reports]) or _say("answers.none")),
        (_say("answers.dotted"), titles(seat.dotted)),
        (_say("answers.dotted-reports"), titles(seat.dotted_reports)),
        (_say("answers.holds"), titles(seat.position.holds)),
        (_say("answers.deputy"), title(seat.deputy) if seat.deputy else ""),
        (_say("answers.deputy-of"), titles(seat.deputy_of)),
    ]
    return [(label, text) for label, text in rows if text]


def _sheet(answer: Who) -> Sheet:
    rows = [row for seat in answer.seats for row in _relations(seat)]
    lead = _sentence(answer, answer.seats[0]) if answer.seats else unseated(answer.store, answer.role, answer.covered_by)
    return Sheet(("position", "relation", "id", "title"), rows, lead)


def _relations(seat: Standing) -> Iterator[tuple[str, str, str, str]]:
    external = [seat.external] if seat.external else []
    parts: list[tuple[str, list[Named]]] = [
        ("chain", [*seat.chain, *external]),
        ("reports", list(seat.reports)),
        ("dotted", list(seat.dotted)),
        ("dotted-reports", list(seat.dotted_reports)),
        ("holds", list(seat.position.holds)),
        ("deputy", [seat.deputy] if seat.deputy else []),
        ("deputy-of", list(seat.deputy_of)),
    ]
    for relation, named in parts:
        for one in named:
            yield seat.position.id, relation, one.id, one.title.say(_say.lang)
