"""`dealer show NAME`: anything of the catalog, whole."""

from collections.abc import Iterable
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, SourcedOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give
from dealer_cli.language import words
from dealer_cli.questions.answer import plain
from dealer_cli.questions.show import shown
from dealer_cli.questions.shown import Shown, ShownPolicy, ShownRole
from dealer_cli.writing.exchange import Cell, Json

_say = words()
app = new_app()


@app.command("show", cls=Command, help=_say("help.show-long"))
def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_say("help.arg-show"), show_default=False)],
    store: StoreOption = None,
    sourced_only: SourcedOption = False,
    sources: Annotated[bool, typer.Option("--sources", help=_say("help.opt-sources"))] = False,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a role, a policy, an indicator, a store … whole."""
    opened = open_catalog(catalog)
    with failures(opened):
        scene = Scene(opened, store, _say.lang)
        answer = shown(scene, name, mentions=any(not form.startswith("text") for form in formats or ()))
        give(answer, formats, lambda: _lines(scene, answer, sourced_only, sources), lambda: _sheet(answer))


def _lines(scene: Scene, answer: Shown, sourced: bool, sources: bool) -> Iterable[str]:
    if isinstance(answer, ShownRole):
        from dealer_cli.cli.role_text import role_lines

        return role_lines(scene, answer.role, sourced, sources)
    if isinstance(answer, ShownPolicy):
        from dealer_cli.cli.policy_text import policy_lines

        return policy_lines(scene, answer.policy, sourced, sources)
    from dealer_cli.cli.entity_text import entity_lines

    return entity_lines(answer)


MAIN = {"kpi": "indicator"}
"""The key of what is shown, where it is not its kind; the rest was derived for the answer."""


def _sheet(answer: Shown) -> Sheet:
    data = plain(answer)
    assert isinstance(data, dict)
    rows: list[list[Cell]] = []
    main = MAIN.get(answer.kind, answer.kind)
    for key, value in data.items():
        if key == main and isinstance(value, dict):
            rows += [row for part, inner in value.items() for row in _rows(part, inner)]
        else:
            rows += _rows(key, value)
    return Sheet(("part", "id", "zh", "en", "details"), rows)


def _rows(part: str, value: Json) -> Iterable[list[Cell]]:
    if isinstance(value, dict) and isinstance(value.get("list"), list):
        value = value["list"]
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        for entry in value:
            yield from _rows(part, entry)
    elif isinstance(value, dict):
        text = value["title"] if isinstance(value.get("title"), dict) else value
        said = text if isinstance(text, dict) else {}
        known = {"id", "zh", "en", "title"}
        details: Json = {key: inner for key, inner in value.items() if key not in known and inner not in (None, [], {})}
        yield [part, _cell(value.get("id")), _cell(said.get("zh")), _cell(said.get("en")), _cell(details or None)]
    elif value not in (None, []):
        yield [part, None, None, None, _cell(value)]


def _cell(value: Json) -> Cell:
    if value is None or isinstance(value, (str, int, float)):
        return value
    import json

    return json.dumps(value, ensure_ascii=False)
