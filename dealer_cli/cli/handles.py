"""`dealer handles money|keys|personal-data|goods|seals|hazardous`: who has it in hand."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, full_title, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.handles import MATTERS, Handles, Matter, handles
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()


@app.command("handles", cls=Command, help=_say("help.handles-long"))
def command(
    matter: Annotated[str, typer.Argument(metavar="|".join(MATTERS), help=_say("help.arg-handles"), show_default=False)],
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print the positions that handle something."""
    asked = _matter(matter)
    opened = open_catalog(catalog)
    with failures(opened):
        answer = handles(Scene(opened, store, _say.lang), asked)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _matter(text: str) -> Matter:
    """What is meant: the id, or its name in the language of the screen."""
    typed = text.strip().lower()
    for matter in MATTERS:
        if typed in (matter, _say(f"labels.handles.{matter}")):
            return matter
    raise typer.BadParameter(_say("answers.no-such-matter", name=show(text), names=", ".join(MATTERS)), param_hint="MATTER")


def _sentence(answer: Handles) -> str:
    count = len(answer.handlers)
    matter = _say(f"labels.handles.{answer.matter}")
    key = "handles-nobody" if not count else "handles-one" if count == 1 else "handles"
    return _say(f"answers.{key}", matter=matter, store=title(answer.store), n=count)


def _lines(answer: Handles) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    yield from table([(full_title(one.position), titles(one.functions)) for one in answer.handlers], indent="  ")
    if answer.nobody:
        yield ""
        yield from (styled(line, "warning") for line in wrap(_say("answers.handles-gap", names=titles(answer.nobody))))


def _sheet(answer: Handles) -> Sheet:
    rows = [
        (one.position.id, one.position.title.say(_say.lang), function.id, function.title.say(_say.lang))
        for one in answer.handlers
        for function in one.functions
    ]
    rows += [("", "", function.id, function.title.say(_say.lang)) for function in answer.nobody]
    return Sheet(("id", "title", "function_id", "function"), rows, _sentence(answer))
