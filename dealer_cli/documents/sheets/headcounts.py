"""`headcount`: 定岗定编表, the positions of a store with the people they have and should have.

Some positions have no stated number. A sum that meets such ones says so: `2＋若干` people due and `2＋5`
in post, where the second number is of these positions. Over or short is told of the first numbers only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control_facts, say, signed, store_control, store_heading, store_title
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
        column(voice, "superior", 19),
        column(voice, "employment", 9, centred=True),
        column(voice, "headcount", 10, kind="count"),
        column(voice, "in_post", 9, kind="count"),
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
        column(voice, "remark", 24),
    )
    rows: list[Row] = []
    for department, group in groupby(by_department(scene, seats), scene.department):
        title = voice.department(department)
        here = list(group)
        rows += [filled(_cells(voice, seat, title), columns) for seat in here]
        rows.append(_total(voice, columns, say(voice, "subtotal", of=title), here, "group"))
    if rows:
        rows.append(_total(voice, columns, say(voice, "total"), seats, "all"))
        contracted = [seat for seat in seats if seat.position.contracted]
        cells: dict[str, Content] = {"department": say(voice, "of-them-contracted"), "headcount": _people(voice, contracted)}
        rows.append(Row(filled(cells, columns).cells, "total"))
    own = store_control(voice, "HC", seats)
    unknown = not all(_is_stated(seat) for seat in seats)
    return [
        Sheet(
            id="headcount",
            tab=say(voice, "title.headcount"),
            title=store_heading(voice, "headcount", seats),
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
    return {
        "department": department,
        "number": voice.numbers[seat.key],
        "position": scene.title(seat.key),
        "level": voice.words(f"labels.level.{scene.level(seat)}"),
        "superior": scene.superior(seat.key) or voice.words("labels.none"),
        "employment": say(voice, "employment.contracted" if position.contracted else "employment.own"),
        "headcount": _people(voice, [seat]),
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


def _is_stated(seat: Seat) -> bool:
    return isinstance(seat.position.headcount, int)


def _people(voice: Voice, seats: Sequence[Seat]) -> int | str:
    """How many people are due on these positions: a number, with what is not stated behind it."""
    known = [seat.position.headcount for seat in seats if isinstance(seat.position.headcount, int)]
    if len(known) == len(seats):
        return sum(known)
    return say(voice, "and-several", n=sum(known)) if known else say(voice, "several")


def _total(voice: Voice, columns: Sequence[Column], label: str, seats: Sequence[Seat], reach: str) -> Row:
    people = _people(voice, seats)
    due, told = _count("headcount", reach), _count("difference", reach)
    cells: dict[str, Content] = {
        "department": label,
        "headcount": _due(voice, people, seats, reach),
        "in_post": Formula(f'IF({_count("in_post", reach)}=0,"",{_in_post(voice, seats, reach)})'),
        # Told only when all of them are known: then it is what the two sums beside it differ by.
        "difference": Formula(f'IF(OR({due}=0,{told}<{due}),"",{_sum("difference", reach)})'),
        "planned": Formula(f'IF({_count("planned", reach)}=0,"",{_sum("planned", reach)})'),
    }
    return Row(filled(cells, columns).cells, "total")


def _due(voice: Voice, people: int | str, seats: Sequence[Seat], reach: str) -> Content:
    """The sum of people due, as a formula wherever there is a number in it."""
    if isinstance(people, int):
        return Formula(_sum("headcount", reach), people)
    if not any(map(_is_stated, seats)):
        return people
    return Formula(f'{_sum("headcount", reach)}&"{say(voice, "and")}{say(voice, "several-short")}"', people)


def _in_post(voice: Voice, seats: Sequence[Seat], reach: str) -> str:
    """The sum of people in post: where some positions have no stated number, of these apart."""
    if all(map(_is_stated, seats)) or not any(map(_is_stated, seats)):
        return _sum("in_post", reach)
    return f'{_sum("in_post", reach, "ISNUMBER")}&"{say(voice, "and")}"&{_sum("in_post", reach, "ISTEXT")}'


def _sum(name: str, reach: str, due: str = "") -> str:
    """The numbers of a column: of all positions, or of those whose people due are `ISNUMBER` or `ISTEXT`."""
    chosen = _positions(reach) + (f"*{due}({{headcount:{reach}}})" if due else "*1")
    # What is not a number counts for nothing in an array of its own.
    return f"SUMPRODUCT({chosen},{{{name}:{reach}}})"


def _count(name: str, reach: str) -> str:
    """How many positions have a number in a column."""
    return f"SUMPRODUCT({_positions(reach)}*ISNUMBER({{{name}:{reach}}}))"


def _positions(reach: str) -> str:
    # Rows that are sums themselves have no post number.
    return f'({{number:{reach}}}<>"")'
