"""`headcount`: 定岗定编表, the positions of a store with the people they have and should have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control, control_facts, say, signed, store_heading, store_title
from dealer_cli.documents.sheets.table import Column, Content, Formula, Highlight, Input, Row, Sheet, filled

_CHANGE = 'IF(COUNT({headcount},{in_post})<2,"",{in_post}-{headcount})'


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One sheet of the positions, by department with sums."""
    scene = voice.scene
    columns = (
        column(voice, "department", 16, centred=True, quiet_again=True),
        column(voice, "number", 10, centred=True),
        column(voice, "position", 26),
        column(voice, "level", 10, centred=True),
        column(voice, "superior", 20),
        column(voice, "employment", 9, centred=True),
        column(voice, "headcount", 8, kind="count"),
        column(voice, "in_post", 8, kind="count"),
        column(
            voice,
            "difference",
            9,
            kind="change",
            highlights=(
                Highlight("AND(ISNUMBER({difference}),{difference}<0)", "bad"),
                Highlight("AND(ISNUMBER({difference}),{difference}>0)", "warn"),
            ),
        ),
        column(voice, "planned", 8, kind="count"),
        column(voice, "by_when", 12, kind="date"),
        column(voice, "remark", 26),
    )
    rows: list[Row] = []
    every = 0
    contracted = 0
    for department, group in groupby(by_department(scene, seats), scene.department):
        title = voice.department(department)
        people = 0
        for seat in group:
            heads = seat.position.headcount
            people += heads if isinstance(heads, int) else 0
            contracted += heads if isinstance(heads, int) and seat.position.contracted else 0
            rows.append(filled(_cells(voice, seat, title), columns))
        every += people
        rows.append(_total(columns, say(voice, "subtotal", of=title), people, "group"))
    if rows:
        rows.append(_total(columns, say(voice, "total"), every, "all"))
        cells: dict[str, Content] = {"department": say(voice, "of-them-contracted"), "headcount": contracted}
        rows.append(Row(filled(cells, columns).cells, "total"))
    own = control(voice, "HC")
    unknown = any(seat.position.headcount == "unknown" for seat in seats)
    return [
        Sheet(
            id="headcount",
            tab=say(voice, "title.headcount"),
            title=store_heading(voice, "headcount"),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.headcount"), *([say(voice, "note.several")] if unknown else [])),
            signatures=signed(voice, "drawn-up", "reviewed", "approved"),
            frozen=3,
        )
    ]


def _cells(voice: Voice, seat: Seat, department: str) -> dict[str, Content]:
    scene, position = voice.scene, seat.position
    known = isinstance(position.headcount, int)
    return {
        "department": department,
        "number": voice.numbers[seat.key],
        "position": scene.title(seat.key),
        "level": voice.words(f"labels.level.{scene.level(seat)}"),
        "superior": scene.superior(seat.key) or voice.words("labels.none"),
        "employment": say(voice, "employment.contracted" if position.contracted else "employment.own"),
        "headcount": position.headcount if known else say(voice, "several"),
        "in_post": Input("count", least=0),
        "difference": Formula(_CHANGE),
        "planned": Input("count", least=0),
        "by_when": Input("date"),
        "remark": _remark(voice, seat) or Input(),
    }


def _remark(voice: Voice, seat: Seat) -> str:
    """Posts that the same people hold: they add nobody to the headcount."""
    total = seat.position.headcount
    parts = []
    for held in seat.held:
        title = voice.scene.role_title(held.role)
        some = held.seats is not None and held.seats != total
        parts.append(say(voice, "holds-some", title=title, n=held.seats) if some else say(voice, "holds", title=title))
    return voice.words("layout.comma").join(parts)


def _total(columns: Sequence[Column], label: str, people: int, reach: str) -> Row:
    # Rows that are sums themselves have no post number.
    cells: dict[str, Content] = {
        "department": label,
        "headcount": Formula(_sum("headcount", reach), people),
        **{name: Formula(f'IF(COUNT({{{name}:{reach}}})=0,"",{_sum(name, reach)})') for name in ("in_post", "difference", "planned")},
    }
    return Row(filled(cells, columns).cells, "total")


def _sum(name: str, reach: str) -> str:
    return f"SUM({{{name}:group}})" if reach == "group" else f'SUMIF({{number:all}},"?*",{{{name}:all}})'
