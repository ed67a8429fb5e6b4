"""`dealer tree [ROLE]`: the chart as a tree of lines."""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, full_title, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.answer import department_id
from dealer_cli.questions.tree import Branch, People, Tree, tree
from dealer_cli.writing.terminal import can_draw, pad, styled, width, wrap

_say = words()
app = new_app()

DRAWN = ("├─ ", "└─ ", "│  ", "   ")
TYPED = ("|- ", "`- ", "|  ", "   ")
"""Branch, last branch, passing line, nothing: for terminals with and without line characters."""


def _count(people: People) -> str:
    return f"{people.people}+?" if people.unknown else str(people.people)


def _headcount(branch: Branch) -> str:
    return "?" if branch.headcount == "unknown" else str(branch.headcount)


COLUMNS: dict[str, Callable[[Branch], str]] = {
    "headcount": _headcount,
    "people": lambda branch: _count(branch.all),
    "level": lambda branch: _say("labels.level." + branch.level),
    "department": lambda branch: title(branch.department),
    "holds": lambda branch: titles(branch.position.holds),
    "id": lambda branch: branch.position.id,
}
"""What can stand beside a position; `people` counts all below it too."""


@app.command("tree", cls=Command, help=_say("help.tree-long"))
def command(
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=_say("help.arg-tree"), show_default=False)] = None,
    depth: Annotated[int | None, typer.Option("--depth", metavar="N", min=0, help=_say("help.opt-depth"), show_default=False)] = None,
    department: Annotated[
        str | None, typer.Option("--department", "-d", metavar="DEPARTMENT", help=_say("help.opt-tree-department"), show_default=False)
    ] = None,
    columns: Annotated[str, typer.Option("--columns", metavar="COLUMNS", help=_say("help.opt-columns"), show_default=False)] = "",
    headcount: Annotated[bool, typer.Option("--headcount", help=_say("help.opt-headcount"))] = False,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a store's chart, or the part of it under a role."""
    chosen = _columns(columns, headcount)
    opened = open_catalog(catalog)
    with failures(opened):
        answer = tree(Scene(opened, store, _say.lang), role, depth, department_id(opened, department))
        give(answer, formats, lambda: _lines(answer, chosen), lambda: branch_sheet(answer.branches))


def _columns(asked: str, headcount: bool) -> list[str]:
    chosen = [name.strip() for name in asked.split(",") if name.strip()]
    for name in chosen:
        if name not in COLUMNS:
            raise typer.BadParameter(_say("answers.no-such-column", name=name, names=", ".join(COLUMNS)), param_hint="--columns")
    counts = [name for name in ("headcount", "people") if headcount and name not in chosen]
    return counts + chosen


def _lines(answer: Tree, columns: Sequence[str]) -> Iterator[str]:
    if answer.top is None:
        heading = title(answer.store)
        yield styled(f"{heading} · {title(answer.department)}" if answer.department else heading, "strong")
    if not answer.branches:
        yield from wrap(_say("answers.tree-empty"))
    yield from tree_lines(answer.branches, columns)
    if columns and "headcount" in columns:
        yield from wrap(people_text(answer.total))


def people_text(people: People) -> str:
    """So many positions, so many people."""
    positions = _say("answers.positions-one" if people.positions == 1 else "answers.positions", n=people.positions)
    counted = _say("answers.people-one" if people.people == 1 else "answers.people", count=people.people)
    key = "answers.total" + ("-unknown" if people.unknown else "") + ("-contracted" if people.contracted else "")
    return _say(key, positions=positions, people=counted, unknown=people.unknown, contracted=people.contracted)


def tree_lines(branches: Sequence[Branch], columns: Sequence[str] = ()) -> list[str]:
    """Positions as a tree of lines, with columns beside them."""
    stems = list(_stems(branches, DRAWN if can_draw() else TYPED))
    if not columns:
        return [
            line for branch, (first, rest) in zip(branches, stems, strict=True) for line in wrap(_label(branch), first=first, rest=rest)
        ]
    names = [_name(branch, columns) for branch in branches]
    cells = [[COLUMNS[column](branch) for column in columns] for branch in branches]
    heads = [_say("labels.col." + column) for column in columns]
    sizes = [max(width(row[i]) for row in [heads, *cells]) for i in range(len(columns))]
    room = max(30, 80 - sum(size + 2 for size in sizes[:-1]) - min(sizes[-1], 24) - 2)
    size = min(room, max((width(first + name) for (first, _), name in zip(stems, names, strict=True)), default=0))
    lines = [styled(_row("", heads, size, sizes), "quiet")]
    for (first, rest), name, row in zip(stems, names, cells, strict=True):
        label, *more = wrap(name, size, first, rest)
        lines += [*_wrapped(label, row, size, sizes, rest), *more]
    return lines


def _row(label: str, cells: Sequence[str], size: int, sizes: Sequence[int]) -> str:
    return (pad(label, size) + "".join("  " + pad(cell, width) for cell, width in zip(cells, sizes, strict=True))).rstrip()


def _wrapped(label: str, cells: Sequence[str], size: int, sizes: Sequence[int], rest: str) -> list[str]:
    """A line of a table whose last column may take several lines."""
    first = pad(label, size) + "".join("  " + pad(cell, width) for cell, width in zip(cells[:-1], sizes[:-1], strict=True)) + "  "
    return [line.rstrip() for line in wrap(cells[-1], max(80, width(first) + 20), first, pad(rest, width(first)))]


def _stems(branches: Sequence[Branch], signs: tuple[str, str, str, str]) -> Iterator[tuple[str, str]]:
    """What stands before each position's first line, and before its further ones."""
    branch_sign, last_sign, passing, nothing = signs
    for i, branch in enumerate(branches):
        below = bool(branches[i + 1 :]) and branches[i + 1].depth > branch.depth
        own = [_goes_on(branches, i, depth) for depth in range(1, branch.depth + 1)]
        before = "".join(passing if goes else nothing for goes in own[:-1])
        sign = (branch_sign if own[-1] else last_sign) if own else ""
        after = (passing if own[-1] else nothing) if own else ""
        yield before + sign, before + after + (passing if below else nothing)


def _goes_on(branches: Sequence[Branch], index: int, depth: int) -> bool:
    """Whether another position follows on that depth under the same superior."""
    for later in branches[index + 1 :]:
        if later.depth <= depth:
            return later.depth == depth
    return False


def _name(branch: Branch, columns: Sequence[str]) -> str:
    """A position beside columns, which say the rest."""
    name = title(branch.position) if "holds" in columns else full_title(branch.position)
    return f"{name} {_say('answers.tree-hidden', n=branch.hidden)}" if branch.hidden else name


def _label(branch: Branch) -> str:
    label = full_title(branch.position)
    if branch.headcount == "unknown":
        label += f" ×{_say('answers.several')}"
    elif branch.headcount > 1:
        label += f" ×{branch.headcount}"
    if branch.contracted:
        label += f" [{_say('answers.contracted')}]"
    if branch.dotted:
        label += f" ({_say('answers.tree-dotted', names=titles(branch.dotted))})"
    if branch.hidden:
        label += f" {_say('answers.tree-hidden', n=branch.hidden)}"
    return label


def branch_sheet(branches: Sequence[Branch], lead: str = "") -> Sheet:
    """Positions as rows."""
    columns = ("depth", "id", "title", "role", "superior", "department_id", "department", "level", "headcount", "people", "holds", "dotted")
    rows = [
        (
            branch.depth,
            branch.position.id,
            branch.position.title.say(_say.lang),
            branch.position.role,
            branch.superior or "",
            branch.department.id,
            branch.department.title.say(_say.lang),
            branch.level,
            branch.headcount,
            branch.all.people,
            " ".join(role.id for role in branch.position.holds),
            " ".join(post.id for post in branch.dotted),
        )
        for branch in branches
    ]
    return Sheet(columns, rows, lead)
