"""`dealer stats`: a store in numbers."""

from collections.abc import Iterator

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.stats import Stats, stats
from dealer_cli.questions.tree import People
from dealer_cli.writing.terminal import pad, styled, width, wrap

_say = words()
app = new_app()


@app.command("stats", cls=Command, help=_say("help.stats-long"))
def command(store: StoreOption = None, formats: FormatOption = None, catalog: CatalogOption = None) -> None:
    """Print a store in numbers."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = stats(Scene(opened, store, _say.lang))
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _sentence(answer: Stats) -> str:
    return _say("answers.stats", store=title(answer.store), n=answer.total.positions, m=_count(answer.total), depth=answer.depth)


def _count(people: People) -> str:
    return f"{people.people}+?" if people.unknown else str(people.people)


def _lines(answer: Stats) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    spans = answer.spans
    if spans.superiors:
        values = {"n": spans.superiors, "median": f"{spans.median:g}", "largest": spans.largest}
        yield from wrap(_say("answers.stats-spans", **values, names=titles(spans.widest)))
    heads = (_say("labels.col.positions"), _say("labels.people-here"))
    levels = [(_say(f"labels.level.{one.level}"), one.people) for one in answer.levels]
    yield from _counted(_say("labels.level"), heads, [(name, (str(n.positions), _count(n))) for name, n in levels])
    departments = [(title(one.department), one.people) for one in answer.departments]
    yield from _counted(_say("labels.department"), heads, [(name, (str(n.positions), _count(n))) for name, n in departments])
    content = [(_say(f"labels.{one.part}"), one.cited, one.proposed) for one in answer.content]
    content.append((_say("labels.in-all"), sum(one.cited for one in answer.content), sum(one.proposed for one in answer.content)))
    shares = (_say("labels.cited"), _say("labels.proposed"), _say("labels.share"))
    yield from _counted(_say("labels.content"), shares, [(name, (str(a), str(b), _share(a, b))) for name, a, b in content])
    if answer.total.unknown:
        yield ""
        yield from wrap(_say("answers.stats-unknown", n=answer.total.unknown))


def _share(cited: int, proposed: int) -> str:
    return f"{100 * cited / (cited + proposed):.0f} %" if cited + proposed else "–"


def _counted(name: str, heads: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """A table whose numbers stand under each other."""
    sizes = [max(width(head), *(width(cells[i]) for _, cells in rows)) for i, head in enumerate(heads)]
    yield ""
    for label, cells in [(name, heads), *rows]:
        numbers = [" " * (size - width(cell)) + cell for cell, size in zip(cells, sizes, strict=True)]
        line = f"  {pad(label, max(width(row[0]) for row in [(name, heads), *rows]))}  {'  '.join(numbers)}"
        yield styled(line, "strong") if cells is heads else line


def _sheet(answer: Stats) -> Sheet:
    rows: list[tuple[str, str, str, float]] = []
    counted: list[tuple[str, str, str, People]]
    counted = [("level", one.level, _say(f"labels.level.{one.level}"), one.people) for one in answer.levels]
    counted += [("department", one.department.id, one.department.title.say(_say.lang), one.people) for one in answer.departments]
    counted.append(("store", answer.store.id, answer.store.title.say(_say.lang), answer.total))
    for kind, id_, name, people in counted:
        rows += [(f"{kind}-positions", id_, name, people.positions), (f"{kind}-people", id_, name, people.people)]
        rows.append((f"{kind}-unknown", id_, name, people.unknown))
    store = (answer.store.id, answer.store.title.say(_say.lang))
    rows += [("depth", *store, answer.depth), ("superiors", *store, answer.spans.superiors)]
    rows += [("span-median", *store, answer.spans.median), ("span-largest", *store, answer.spans.largest)]
    for one in answer.content:
        label = _say(f"labels.{one.part}")
        rows += [("cited", one.part, label, one.cited), ("proposed", one.part, label, one.proposed)]
    return Sheet(("figure", "id", "title", "value"), rows, _sentence(answer))
