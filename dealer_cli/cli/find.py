"""`dealer find TEXT`: where a text stands in the catalog."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.questions.find import KINDS, Find, Hit, Match, find
from dealer_cli.questions.search import layered
from dealer_cli.writing.paths import shown_path
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, wrap

_say = words()
app = new_app()

MARK = ("\ue000", "\ue001")
"""Stand around a match until the lines are broken; then they become a style, or nothing."""


@app.command("find", cls=Command, help=_say("help.find-long"))
def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_say("help.arg-find"), show_default=False)],
    kinds: Annotated[list[str] | None, typer.Option("--in", metavar="KIND", help=_say("help.opt-find-in"), show_default=False)] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print every place that holds a text."""
    for kind in kinds or ():
        if kind not in KINDS:
            raise typer.BadParameter(_say("answers.no-such-kind", name=show(kind), names=", ".join(KINDS)), param_hint="--in")
    if not text.strip():
        raise typer.BadParameter(_say("answers.find-empty"), param_hint="TEXT")
    opened = open_catalog(catalog)
    with failures(opened):
        answer = find(opened, text, store, kinds or ())
        give(answer, formats, lambda: _lines(opened, answer), lambda: _sheet(answer))


def _lines(catalog: Catalog, answer: Find) -> Iterator[str]:
    if not answer.hits:
        yield from wrap(_say("answers.find-nothing", name=show(answer.asked)))
    shown = ""
    for hit in answer.hits:
        heading = f"{_say('labels.found.' + hit.kind)}  {title(hit.owner)} ({hit.owner.id})"
        if heading != shown:
            if shown:
                yield ""
            yield styled(heading, "strong")
            shown = heading
        yield from _hit_lines(catalog, hit)
    if answer.hits:
        yield ""
        yield _say("answers.find-count-one" if len(answer.hits) == 1 else "answers.find-count", n=len(answer.hits))


def _hit_lines(catalog: Catalog, hit: Hit) -> Iterator[str]:
    match = _best(hit)
    yield from (styled(line, "quiet") for line in wrap(f"{_clicked(catalog, hit.path)}:{match.line}", first="  "))
    text = _marked(match)
    if match.key not in ("zh", "en"):
        text = f"{match.key}: {text}"
        said = hit.text.say(_say.lang)
        if said:
            text = f"{show(said)} · {text}"
    yield from _styled_matches(wrap(text, first="    "))


def _best(hit: Hit) -> Match:
    """The match that is read best: in the language of the screen, else in a text, else the first."""
    order = (_say.lang, "zh", "en")
    return min(hit.matches, key=lambda match: order.index(match.key) if match.key in order else len(order))


def _marked(match: Match) -> str:
    parts, end = [], 0
    for first, behind in match.spans:
        parts += [show(match.text[end:first]), MARK[0], show(match.text[first:behind]), MARK[1]]
        end = behind
    return "".join([*parts, show(match.text[end:])])


def _styled_matches(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        drawn = ""
        for i, part in enumerate(line.replace(MARK[1], MARK[0]).split(MARK[0])):
            inside = inside != bool(i)
            drawn += styled(part, "match") if inside and part else part
        yield drawn


def _clicked(catalog: Catalog, path: str) -> str:
    return shown_path(str(layered(catalog, path)))


def _sheet(answer: Find) -> Sheet:
    columns = ("kind", "owner_id", "owner", "id", "key", "text", "path", "line")
    rows = [
        (hit.kind, hit.owner.id, hit.owner.title.say(_say.lang), hit.id or "", match.key, match.text, hit.path, match.line)
        for hit in answer.hits
        for match in hit.matches
    ]
    count = len(answer.hits)
    lead = _say("answers.find-count-one" if count == 1 else "answers.find-count", n=count)
    return Sheet(columns, rows, lead if count else _say("answers.find-nothing", name=show(answer.asked)))
