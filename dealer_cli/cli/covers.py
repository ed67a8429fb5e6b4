"""`dealer covers FUNCTION`: who answers for a function, who does it, who helps, and what is missing."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.model.role import Part
from dealer_cli.questions.covers import Covers, covers
from dealer_cli.questions.shares import PARTS, Covered, Share
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()


@app.command("covers", cls=Command, help=_say("help.covers-long"))
def command(
    function: Annotated[str, typer.Argument(metavar="FUNCTION|TEXT", help=_say("help.arg-covers"), show_default=False)],
    duties: Annotated[bool, typer.Option("--duties", help=_say("help.opt-duties"))] = False,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print who covers a function in a store."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = covers(Scene(opened, store, _say.lang), function)
        give(answer, formats, lambda: _lines(answer, duties), lambda: _sheet(answer))


def _lines(answer: Covers, duties: bool) -> Iterator[str]:
    if answer.by_duties:
        yield from wrap(_say("answers.covers-by-duties", name=show(answer.asked)))
        yield ""
    for i, function in enumerate(answer.functions):
        if i:
            yield ""
        yield from covered_lines(function, duties)


def covered_lines(function: Covered, duties: bool = False) -> Iterator[str]:
    """Who covers one function."""
    yield from wrap(sentence(function))
    rows = [(_say(label), _say.join(names)) for label, names in _parts(function)]
    yield from table(rows, indent="  ")
    for line in _gaps(function):
        yield from (styled(part, "warning") for part in wrap(line, first="  "))
    if duties:
        for share in function.shares:
            yield ""
            yield from wrap(f"{_named(share)}{_say('labels.colon')}{_say('labels.part.' + share.part)}")
            for duty in share.duties:
                yield from wrap(show(duty.text.say(_say.lang)), first="  - ")


def sentence(function: Covered) -> str:
    """Who answers for a function, in one sentence."""
    if function.accountable:
        return _say("answers.covers", function=title(function.function), position=title(function.accountable))
    return _say("answers.covers-nobody", function=title(function.function))


def _parts(function: Covered) -> Iterator[tuple[str, list[str]]]:
    labels: list[tuple[str, Part]] = [
        ("labels.part-of-it", "accountable"),
        ("labels.part.responsible", "responsible"),
        ("labels.part.supports", "supports"),
        ("labels.part.consulted", "consulted"),
        ("labels.part.informed", "informed"),
    ]
    for label, part in labels:
        names = [_named(share) for share in function.of(part) if not _is_accountable(function, share)]
        if names:
            yield label, list(dict.fromkeys(names))


def _is_accountable(function: Covered, share: Share) -> bool:
    """Whether the duty only repeats that the position answers for the function."""
    return share.part == "accountable" and function.accountable is not None and share.position.id == function.accountable.id


def _named(share: Share) -> str:
    name = title(share.position)
    if share.through == "seat":
        return name
    return name + _say("answers.as-role" if share.through == "held" else "answers.covering-role", role=title(share.role))


def _gaps(function: Covered) -> Iterator[str]:
    for gap in function.gaps:
        yield _say(f"answers.gap-{gap}")
    if function.usual:
        yield _say("answers.gap-usual", roles=titles(function.usual))


def _sheet(answer: Covers) -> Sheet:
    columns = ("function_id", "function", "part", "id", "title", "role", "through", "duties")
    rows: list[tuple[str, ...]] = []
    for function in answer.functions:
        named = (function.function.id, function.function.title.say(_say.lang))
        if function.accountable:
            chief = function.accountable
            rows.append((*named, "accountable", chief.id, chief.title.say(_say.lang), chief.role, "store", ""))
        for part in PARTS:
            for share in function.of(part):
                if not _is_accountable(function, share):
                    duties = " ".join(duty.id for duty in share.duties)
                    named_part = "accountable-for-part" if part == "accountable" else part
                    position = (share.position.id, share.position.title.say(_say.lang))
                    rows.append((*named, named_part, *position, share.role.id, share.through, duties))
        rows += [(*named, gap, "", "", "", "", "") for gap in function.gaps]
    return Sheet(columns, rows, " ".join(sentence(function) for function in answer.functions))
