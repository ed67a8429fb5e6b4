"""`dealer boss A B`: the lowest superior that two posts have in common."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title
from dealer_cli.cli.who import seat_title, unseated
from dealer_cli.language import words
from dealer_cli.questions.boss import Boss, Pair, Way, boss
from dealer_cli.writing.terminal import table, wrap

_say = words()
app = new_app()


@app.command("boss", cls=Command, help=_say("help.boss-long"))
def command(
    first: Annotated[str, typer.Argument(metavar="ROLE", help=_say("help.arg-role"), show_default=False)],
    second: Annotated[str, typer.Argument(metavar="ROLE", help=_say("help.arg-second-role"), show_default=False)],
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print who is above both of two roles or positions."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = boss(Scene(opened, store, _say.lang), first, second)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Boss) -> Iterator[str]:
    for role in answer.unseated:
        yield from wrap(unseated(answer.store, role))
    for i, pair in enumerate(answer.pairs):
        if i:
            yield ""
        yield from wrap(_sentence(pair, len(answer.pairs)))
        ways = [way for way in (pair.first, pair.second) if way.up]
        yield from table([(title(way.position), _up(way)) for way in ways], indent="  ")


def _sentence(pair: Pair, pairs: int) -> str:
    first, second = seat_title(pair.first.position, pairs), seat_title(pair.second.position, pairs)
    common = title(pair.common) if pair.common else title(pair.external) if pair.external else ""
    key = "apart-external" if pair.relation == "apart" and pair.external else pair.relation
    return _say(f"answers.boss-{key}", first=first, second=second, common=common)


def _up(way: Way) -> str:
    return "→ " + " → ".join(title(post) for post in way.up)


def _sheet(answer: Boss) -> Sheet:
    rows = []
    for pair in answer.pairs:
        common = pair.common or pair.external
        for way in (pair.first, pair.second):
            chain = " → ".join(post.id for post in way.up)
            rows.append((way.position.id, title(way.position), common.id if common else "", title(common) if common else "", chain))
    lead = _sentence(answer.pairs[0], len(answer.pairs)) if answer.pairs else unseated(answer.store, answer.unseated[0])
    return Sheet(("id", "title", "common_id", "common", "chain"), rows, lead)
