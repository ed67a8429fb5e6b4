"""`dealer tree [ROLE]`: the chart as a tree of lines."""

from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.language import words
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import can_draw, styled, wrap

_say = words()
app = new_app()

DRAWN = ("├─ ", "└─ ", "│  ", "   ")
TYPED = ("|- ", "`- ", "|  ", "   ")
"""Branch, last branch, passing line, nothing: for terminals with and without line characters."""


@app.command("tree", cls=Command, help=_say("help.tree-long"))
def command(
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=_say("help.arg-tree"), show_default=False)] = None,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a store's chart, or the part of it under a role."""
    opened = open_catalog(catalog)
    with failures(opened):
        scene = Scene(opened, store, _say.lang)
        roots = [seat.key for seat in scene.find(role)[1]] if role else scene.chart.roots
        lines: list[str] = []
        for root in roots:
            lines += _branch(scene, root, can_draw())
    if not role:
        print(styled(show(scene.store.record.title.say(_say.lang)), "strong"))
    for line in lines:
        print(line)


def _branch(scene: Scene, root: str, drawn: bool) -> list[str]:
    branch, last, passing, nothing = DRAWN if drawn else TYPED
    lines: list[str] = []
    stems: list[str] = []
    open_ends: dict[str, str] = {}
    for depth, key in scene.chart.below(root):
        reports = scene.chart.reports[key]
        for report in reports:
            open_ends[report] = last if report == reports[-1] else branch
        stems = stems[: max(depth - 1, 0)]
        own = open_ends[key] if depth else ""
        first = "".join(stems) + own
        below = "".join(stems) + ((nothing if own == last else passing) if depth else "")
        lines += wrap(_label(scene, key), first=first, rest=below + (passing if reports else nothing))
        if depth:
            stems.append(nothing if own == last else passing)
    return lines


def _label(scene: Scene, key: str) -> str:
    seat = scene.chart.seats[key]
    label = scene.full_title(key)
    count = seat.position.headcount
    if count == "unknown":
        label += f" ×{'?' if _say.lang == 'en' else '若干'}"
    elif count > 1:
        label += f" ×{count}"
    if seat.position.contracted:
        label += f" [{_say('answers.contracted')}]"
    dotted = [scene.title(line.position) for line in seat.dotted if line.position in scene.chart.seats]
    if dotted:
        label += f" ({_say('answers.tree-dotted', names=_say.join(dotted))})"
    return show(label)
