"""`calendar`: what is due when, daily to yearly, by position."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.due import PERIODS, Recurring, in_order, period_of, recurring
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control_facts, say, store_control, store_heading, store_title
from dealer_cli.documents.sheets.table import Column, Content, Row, Sheet, filled
from dealer_cli.model.phrases import when
from dealer_cli.model.words import Frequency


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One sheet of what these positions have to do, under a heading for each period."""
    scene = voice.scene
    columns: tuple[Column, ...] = (
        column(voice, "when", 15, quiet_again=True),
        column(voice, "number", 9, centred=True, quiet_again=True),
        column(voice, "position", 27, quiet_again=True),
        column(voice, "task", 68),
        column(voice, "kind", 10, centred=True),
        column(voice, "from", 20),
    )
    shown = by_department(scene, seats)
    roles = [role for seat in shown for role in seat.roles]
    sound_roles(voice, roles)
    place = {seat.key: i for i, seat in enumerate(shown)}
    dues: list[tuple[int, int, tuple[int, int, str], Frequency, Recurring, Seat]] = []
    left = {"event": 0, "unspecified": 0}
    for item in recurring(scene, dict.fromkeys(roles)):
        for frequency in item.frequencies:
            period = period_of(frequency)
            if period is None:
                left[frequency.every] = left.get(frequency.every, 0) + 1
                continue
            doing = (seat for seat in shown if item.role in seat.roles)
            dues += [(PERIODS.index(period), place[seat.key], in_order(frequency), frequency, item, seat) for seat in doing]
    dues.sort(key=lambda due: due[:3])
    rows: list[Row] = []
    current = -1
    for period_index, _, _, frequency, item, seat in dues:
        if period_index != current:
            current = period_index
            heading: tuple[Content, ...] = (voice.words(f"labels.every-title.{PERIODS[current]}"), *(None for _ in columns[1:]))
            rows.append(Row(heading, "group"))
        rows.append(filled(_cells(voice, frequency, item, seat), columns))
    if all(row.kind == "group" or not row.cells[-1] for row in rows):
        # What is due comes from the posts themselves.
        columns = columns[:-1]
        rows = [Row(row.cells[:-1], row.kind) for row in rows]
    own = store_control(voice, "CAL", seats)
    return [
        Sheet(
            id="calendar",
            tab=say(voice, "title.calendar"),
            title=store_heading(voice, "calendar", seats),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.calendar", event=left["event"], unspecified=left["unspecified"]),),
            frozen=3,
            filtered=True,
        )
    ]


def _cells(voice: Voice, frequency: Frequency, item: Recurring, seat: Seat) -> dict[str, Content]:
    return {
        "when": when((frequency,), voice.words),
        "number": voice.numbers[seat.key],
        "position": voice.scene.title(seat.key),
        "task": voice.text(item.text),
        "kind": say(voice, f"kind.{item.kind}"),
        "from": _source(voice, item, seat),
    }


def _source(voice: Voice, item: Recurring, seat: Seat) -> str:
    """The policy that asks for it, or the role that a position holds besides its own."""
    if item.kind in ("rule", "step"):
        return voice.text(item.owner_title)
    return voice.scene.role_title(item.role) if item.role != seat.position.role else ""
