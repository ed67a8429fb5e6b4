"""`handover`: what passes from one holder of a position to the next, item by item, with three signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import (
    blank,
    column,
    control,
    per_post,
    post_facts,
    say,
    signed,
    store_title,
)
from dealer_cli.documents.sheets.table import Content, Input, Row, Sheet, filled
from dealer_cli.model.catalog import Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.phrases import when
from dealer_cli.model.role import Duty, Role

OPEN_ITEMS = 6
"""Empty lines for what is not finished."""

_EQUIPMENT = ("access", "devices", "accounts")
"""What everybody has of the store, whatever the post."""

_MATTERS = ("money", "keys", "seals", "goods", "hazardous", "personal-data")


class Item(NamedTuple):
    """Something to hand over."""

    what: str
    detail: str


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """A handover sheet for every position. Raises `Refused`."""
    roles = sound_roles(voice, (role for seat in seats for role in seat.roles))
    return [_sheet(voice, seat, roles) for seat in seats]


def handed_over(voice: Voice, seat: Seat, roles: Mapping[str, Entry[Role]]) -> dict[str, list[Item]]:
    """What a position hands over, by section; the open items are for its holder to write."""
    own = [roles[name].record for name in seat.roles]
    store = voice.scene.store.record
    duties = [duty for role in own for duty in role.duties if holds(duty, store)]
    # What can get lost comes first; duties, which stay as they are, last.
    return {
        "matters": list(_matters(voice, duties)),
        "equipment": [Item(say(voice, f"equipment.{one}"), "") for one in _EQUIPMENT],
        "systems": [Item(name, "") for name in voice.systems(dict.fromkeys(system for duty in duties for system in duty.systems))],
        "records": list(_records(voice, seat, duties)),
        "open": [],
        "duties": [Item(voice.text(duty), when(duty.frequency, voice.words)) for duty in duties],
    }


def _records(voice: Voice, seat: Seat, duties: Sequence[Duty]) -> Iterator[Item]:
    """The forms that the position keeps, then those that its duties work with."""
    kept = [entry.record for entry in voice.scene.catalog.records.values() if entry.record.keeper in seat.roles]
    for record in kept:
        yield Item(voice.text(record.title), say(voice, "keeps"))
    known = {record.id for record in kept}
    used = dict.fromkeys(record for duty in duties for record in duty.records if record not in known)
    for title in voice.records(used):
        yield Item(title, say(voice, "uses"))


def _matters(voice: Voice, duties: Sequence[Duty]) -> Iterator[Item]:
    """Money, keys, seals and the rest that pass through the hands of who is responsible for a function."""
    functions = voice.scene.catalog.functions
    does = dict.fromkeys(duty.function for duty in duties if duty.part == "responsible" and duty.function in functions)
    for matter in _MATTERS:
        through = [voice.function(name) for name in does if name and matter in functions[name].record.handles]
        if through:
            yield Item(say(voice, f"matter.{matter}"), voice.words("layout.comma").join(through))


def _sheet(voice: Voice, seat: Seat, roles: Mapping[str, Entry[Role]]) -> Sheet:
    columns = (
        column(voice, "no", 12, kind="count"),
        column(voice, "item", 44),
        column(voice, "detail", 24),
        column(voice, "state", 20),
        column(voice, "received", 9, centred=True),
    )
    rows: list[Row] = []
    for section, listed in handed_over(voice, seat, roles).items():
        if not listed and section != "open":
            continue
        heading: tuple[Content, ...] = (say(voice, f"section.{section}"), *(None for _ in columns[1:]))
        rows.append(Row(heading, "group"))
        entries: Sequence[Item | None] = listed or [None] * OPEN_ITEMS
        for no, item in enumerate(entries, 1):
            cells: dict[str, Content] = {
                "no": no,
                "item": item.what if item else Input(),
                "detail": item.detail if item else Input(),
                "state": Input(),
                "received": Input("choice", choices=(say(voice, "yes"), say(voice, "no"))),
            }
            rows.append(filled(cells, columns))
    own = control(voice, "HO", voice.numbers[seat.key])
    return Sheet(
        id=seat.key,
        tab=f"{voice.numbers[seat.key]} {voice.scene.title(seat.key)}",
        title=say(voice, "title.handover"),
        store=store_title(voice.scene),
        control=own,
        columns=columns,
        rows=tuple(rows),
        facts=(*post_facts(voice, seat), blank(voice, "handover-day", "date")),
        notes=(say(voice, "note.handover"),),
        signatures=signed(voice, "outgoing", "incoming", "witness"),
        landscape=False,
        keys=per_post(voice, seat),
    )
