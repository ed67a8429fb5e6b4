"""`dealer compare A B`: two roles or two stores side by side."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.answer import Named
from dealer_cli.questions.compare import Compared, Difference, compare
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()


@app.command("compare", cls=Command, help=_say("help.compare-long"))
def command(
    first: Annotated[str, typer.Argument(metavar="ROLE|STORE", help=_say("help.arg-compare"), show_default=False)],
    second: Annotated[str, typer.Argument(metavar="ROLE|STORE", help=_say("help.arg-compare-second"), show_default=False)],
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print what two roles or two stores have in common, and what not."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = compare(opened, first, second, store, _say.lang)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _sentence(answer: Compared) -> str:
    shared = answer.shares[0]
    counts = {"both": len(shared.both), "one": len(shared.first), "other": len(shared.second)}
    return _say(f"answers.compare-{answer.kind}", first=title(answer.first), second=title(answer.second), **counts)


def _lines(answer: Compared) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    facts = [one for one in answer.differences if one.about is None]
    if facts:
        yield ""
        rows = [(_say(f"labels.differs.{one.kind}"), _values(one, one.first), _values(one, one.second)) for one in facts]
        yield from table([("", title(answer.first), title(answer.second)), *rows], indent="  ")
    for share in answer.shares:
        if not (share.first or share.second or share.both):
            continue
        yield ""
        yield styled(_say(f"labels.shares.{share.kind}"), "strong")
        sides = [
            (_say("labels.only", name=title(answer.first)), share.first),
            (_say("labels.only", name=title(answer.second)), share.second),
            (_say("labels.both"), share.both),
        ]
        for label, named in sides:
            if named:
                yield from wrap(f"{label}{_say('labels.colon')}{titles(named)}", first="  ", rest="    ")
    about = [one for one in answer.differences if one.about is not None]
    if about:
        yield ""
        yield styled(_say("labels.differing"), "strong")
    for one in about:
        yield from wrap(_differing(one), first="  ", rest="    ")


def _differing(one: Difference) -> str:
    name = title(one.about) if one.about else ""
    values = {"first": _values(one, one.first), "second": _values(one, one.second)}
    return _say("answers.compare-differs", name=name, what=_say(f"labels.differs.{one.kind}"), **values)


def _values(one: Difference, values: tuple[Named, ...]) -> str:
    if one.kind in ("level", "part"):
        return _say.join([_say(f"labels.{one.kind}.{value.id}") for value in values])
    return titles(values) or _say("answers.none")


def _sheet(answer: Compared) -> Sheet:
    rows = []
    for one in answer.differences:
        about = (one.about.id, one.about.title.say(_say.lang)) if one.about else ("", "")
        rows.append((f"differs.{one.kind}", *about, *(" ".join(value.id for value in values) for values in (one.first, one.second))))
    for share in answer.shares:
        for named, has in ((share.both, ("true", "true")), (share.first, ("true", "false")), (share.second, ("false", "true"))):
            rows += [(f"shares.{share.kind}", one.id, one.title.say(_say.lang), *has) for one in named]
    return Sheet(("kind", "id", "title", "first", "second"), rows, _sentence(answer))
