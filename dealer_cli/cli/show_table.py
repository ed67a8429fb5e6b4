"""Anything of the catalog as one table, for CSV and Markdown."""

from collections.abc import Iterable

from dealer_cli.cli.output import Sheet
from dealer_cli.questions.answer import plain
from dealer_cli.questions.shown import Shown
from dealer_cli.writing.exchange import Cell, Json

MAIN = {"kpi": "indicator"}
"""The key of what is shown, where it is not its kind; the rest was derived for the answer."""


def shown_table(answer: Shown) -> Sheet:
    """A row for every part of what was shown."""
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
