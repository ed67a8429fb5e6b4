"""`dealer sources [SECTION]`: what the sources state, and what became of each item."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.language import words
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.coverage import Coverage, SectionCoverage
from dealer_cli.model.decode import nearest
from dealer_cli.model.source import Section
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()


@app.command("sources", cls=Command, help=_say("help.sources-long"))
def command(
    section: Annotated[str | None, typer.Argument(metavar="[SECTION]", help=_say("help.arg-section"), show_default=False)] = None,
    catalog: CatalogOption = None,
) -> None:
    """Print coverage by section, or one section item by item."""
    opened = open_catalog(catalog)
    with failures(opened):
        coverage = Coverage.of(opened)
        lines = list(_answer(coverage, section))
    for line in lines:
        print(line)


def _answer(coverage: Coverage, asked: str | None) -> Iterator[str]:
    sections = [section for source in coverage.sources for section in source.sections]
    if asked is None:
        yield from _totals(coverage)
        return
    name = asked.strip()
    name = name[:1].upper() + name[1:]
    exact = next((section for section in sections if section.id == name), None)
    if exact is not None and (exact.items or exact.scope == "out"):
        yield from _items(coverage, exact)
    elif below := [section for section in sections if section.id == name or section.id.startswith(f"{name}.")]:
        yield from _rows([coverage.section(section) for section in below if section.scope == "in" and section.items])
    else:
        raise NotFound(asked, nearest(name, tuple(section.id for section in sections), 3))


def _totals(coverage: Coverage) -> Iterator[str]:
    every = list(coverage.sections())
    for source in coverage.sources:
        found = [part for part in every if part.section.id.partition(".")[0] == source.id]
        yield styled(f"{source.id}  {show(source.title.say(_say.lang))}", "strong")
        yield from _rows(found)
        yield ""
    cited, left, missing = (sum(len(getattr(part, kind)) for part in every) for kind in ("cited", "left_out", "missing"))
    total = cited + left + missing
    sections = sum(len(source.sections) for source in coverage.sources)
    scoped = sum(section.scope == "in" for source in coverage.sources for section in source.sections)
    yield from wrap(_say("answers.sources-sections", sections=sections, scoped=scoped, out=sections - scoped))
    yield from wrap(_say("answers.sources-total", done=cited + left, total=total, cited=cited, left=left, missing=missing))


def _rows(parts: Sequence[SectionCoverage]) -> Iterator[str]:
    head = (_say("labels.section"), _say("labels.cited"), _say("labels.left-out"), _say("labels.missing"), _say("labels.heading"))
    rows = [head]
    for part in parts:
        counts = tuple(str(len(items)) if items else "·" for items in (part.cited, part.left_out, part.missing))
        rows.append((part.section.id, *counts, show(part.section.heading)))  # type: ignore[arg-type]
    yield from table(rows, indent="  ")


def _items(coverage: Coverage, section: Section) -> Iterator[str]:
    yield styled(f"{section.id}  {show(section.heading)}", "strong")
    if section.reason:
        yield from wrap(show(section.reason.say(_say.lang)), first="  ")
    if section.scope == "out":
        yield from wrap(_say("answers.sources-out"), first="  ")
        return
    rows = []
    for ordinal in range(1, section.items + 1):
        item = f"{section.id}/{ordinal}"
        elements = [str(element) for element in coverage.citing.get(item, [])]
        group = coverage.left_out.get(item)
        if elements:
            text = ", ".join(elements)
        elif group is not None:
            text = f"{_say('labels.left-out')}: {group.reason.say(_say.lang)}"
        else:
            text = _say("labels.missing")
        rows.append((item, show(text)))
    yield from table(rows, indent="  ")
