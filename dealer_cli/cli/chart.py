"""`dealer chart [ROLE]`: the store's chart as a picture on paper."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RosterOption, StoreOption, read_people
from dealer_cli.cli.printing import DocLangOption, FontOption, OutOption, languages, say_written
from dealer_cli.cli.seats import selected
from dealer_cli.language import words

if TYPE_CHECKING:
    from dealer_cli.chart.scene import Scene
    from dealer_cli.documents.chart.parts import Wish

_say = words()
app = new_app()


class ChartFormat(Enum):
    """What a chart can be printed as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    HTML = "html"
    MERMAID = "mermaid"


class PaperName(Enum):
    """What paper it is to fill."""

    A4 = "A4"
    A3 = "A3"


@app.command("chart", cls=Command, help=_say("help.chart-long"))
def command(
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=_say("help.arg-chart"), show_default=False)] = None,
    department: Annotated[
        str | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-chart-department"), show_default=False)
    ] = None,
    by_department: Annotated[bool, typer.Option("--by-department", help=_say("help.opt-by-department"))] = False,
    paper: Annotated[
        PaperName, typer.Option("--paper", metavar="A4|A3", case_sensitive=False, help=_say("help.opt-paper"), show_default=False)
    ] = PaperName.A4,
    out: OutOption = Path("build"),
    form: Annotated[
        list[ChartFormat] | None,
        typer.Option("--format", "-f", metavar="svg|png|pdf|html|mermaid", help=_say("help.opt-chart-format"), show_default=False),
    ] = None,
    doc_lang: DocLangOption = None,
    roster: RosterOption = None,
    font: FontOption = None,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a store's chart, or the part of it under a role or in a department."""
    from dealer_cli.chart.scene import Scene
    from dealer_cli.documents.chart.organisation import organisation
    from dealer_cli.documents.chart.printing import USUAL, Chart
    from dealer_cli.documents.house.look import look
    from dealer_cli.writing.files import write_below

    if bool(role) + bool(department) + by_department > 1:
        raise typer.BadParameter(_say("answers.chart-one-of"), param_hint="ROLE, --department, --by-department")
    forms = list(dict.fromkeys(one.value for one in form or ())) or list(USUAL)
    opened = open_catalog(catalog)
    langs = languages(opened, doc_lang)
    with failures(opened):
        people = read_people(roster, opened, store)
        # Everything is drawn before anything is written.
        made: list[tuple[Path, str, bytes]] = []
        for lang in langs:
            scenes = [Scene(opened, store, one) for one in lang.split("+")]
            house = look(opened, scenes[0].store.record.title, scenes[0].lang)
            wish = _wish(scenes[0], role, department, by_department)
            chart = Chart(organisation(scenes, house, people), paper.value, wish, tuple(font or ()), house["font"])
            folder = out / lang if len(langs) > 1 else out
            made += [(folder, name, data) for name, data in chart.files(forms)]
        for folder, name, data in made:
            write_below(folder, name, data)
    say_written(Counter(folder for folder, _, _ in made))


def _wish(scene: Scene, role: str | None, department: str | None, by_department: bool) -> Wish:
    from dealer_cli.documents.chart.parts import Wish

    if not role and not department:
        return Wish(by_department=by_department)
    seats = selected(scene, [role] if role else (), [department] if department else (), False, "chart-no-seat")
    if department:
        return Wish(department=scene.department(seats[0]))
    return Wish(tops=tuple(seat.key for seat in seats))
