"""`certificates`: who must hold which certificate or appointment, by law and by what roles ask, with its expiry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.staffing import people
from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.statutory import citation
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control_facts, say, signed, store_control, store_heading, store_title
from dealer_cli.documents.sheets.table import Content, Highlight, Input, Sheet, filled
from dealer_cli.model.words import Law

SOON = 60
"""Days before its end at which a certificate is marked."""


LINES = 10
"""The most lines for one certificate; the others go on a page of their own."""

SEVERAL = 2
"""Lines where nobody says how many people there are."""


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One list; law first, then what the roles of these positions ask for."""
    scene = voice.scene
    columns = (
        column(voice, "no", 5, kind="count"),
        column(voice, "position", 24, quiet_again=True),
        column(voice, "certificate", 27, quiet_again=True),
        column(voice, "asked_by", 38, quiet_again=True),
        column(voice, "remark", 13, quiet_again=True),
        column(voice, "holder", 12),
        column(voice, "certificate_number", 20),
        column(voice, "issued_by", 18),
        column(voice, "issued_on", 12, kind="date"),
        column(
            voice,
            "valid_until",
            12,
            kind="date",
            highlights=(
                Highlight("AND(ISNUMBER({valid_until}),{valid_until}<TODAY())", "bad"),
                Highlight(f"AND(ISNUMBER({{valid_until}}),{{valid_until}}<TODAY()+{SOON})", "warn"),
            ),
        ),
    )
    found = [*_by_law(voice, seats), *_by_roles(voice, seats)]
    due = [line.cells for line in found for _ in range(min(line.holders, LINES))]
    rows = tuple(filled({"no": no, **cells, **_to_fill()}, columns) for no, cells in enumerate(due, 1))
    own = store_control(voice, "CERT", seats)
    return [
        Sheet(
            id="certificates",
            tab=say(voice, "title.certificates"),
            title=store_heading(voice, "certificates", seats),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=rows,
            facts=control_facts(own, voice),
            notes=tuple(_notes(voice, found)),
            signatures=signed(voice, "drawn-up", "reviewed", "approved"),
            smallest=0.75,
            frozen=2,
        )
    ]


class Line(NamedTuple):
    """Something that somebody must have, with as many lines as people must."""

    cells: dict[str, Content]
    holders: int


def _notes(voice: Voice, found: Sequence[Line]) -> Iterator[str]:
    yield say(voice, "note.certificates", days=SOON)
    if any(line.holders > LINES for line in found):
        yield say(voice, "note.more-holders", n=LINES)
    if _unverified(voice.scene):
        yield say(voice, "unverified")


def _to_fill() -> dict[str, Content]:
    written = ("holder", "certificate_number", "issued_by")
    return {**{name: Input() for name in written}, "issued_on": Input("date"), "valid_until": Input("date")}


def _by_law(voice: Voice, seats: Sequence[Seat]) -> Iterator[Line]:
    """What law asks of a store: one is appointed, of however many posts can be."""
    scene = voice.scene
    shown = {seat.key for seat in seats}
    for entry in scene.catalog.statutory.values():
        position = entry.record
        asked = asked_for(position.when, scene.store.record)
        keys = list(dict.fromkeys(seat.key for seat in carriers(position, scene.chart)))
        if asked is False or not (shown & set(keys) or (not keys and len(seats) == len(scene.chart.seats))):
            continue
        titles = [scene.title(key) for key in keys]
        laws = say(voice, "law-comma").join(_law(voice, law) for law in position.law)
        cells: dict[str, Content] = {
            "position": say(voice, "or").join(titles) or say(voice, "nobody"),
            "certificate": voice.text(position.certificate) or say(voice, "appointment"),
            "asked_by": f"{voice.text(position.title)}{voice.words('layout.colon')}{laws}",
            "remark": "" if asked else say(voice, "applies-unknown"),
        }
        yield Line(cells, 1)


def _by_roles(voice: Voice, seats: Sequence[Seat]) -> Iterator[Line]:
    """What roles ask of everybody who holds them."""
    scene = voice.scene
    shown = by_department(scene, seats)
    roles = sound_roles(voice, (role for seat in shown for role in seat.roles))
    for name, entry in roles.items():
        asked = entry.record.requirements
        here = [seat for seat in shown if name in seat.roles]
        for requirement in asked.list if asked else ():
            if requirement.kind == "certificate":
                cells: dict[str, Content] = {
                    "position": voice.words("layout.comma").join(scene.title(seat.key) for seat in here),
                    "certificate": voice.text(requirement),
                    "asked_by": say(voice, "by-role", role=voice.text(entry.record.title)),
                    "remark": say(voice, "each-holder"),
                }
                yield Line(cells, sum(people(seat, name, SEVERAL) for seat in here))


def _unverified(scene: Scene) -> bool:
    return any(not law.verified for entry in scene.catalog.statutory.values() for law in entry.record.law)


def _law(voice: Voice, law: Law) -> str:
    """A law with its edition and article; a mark says that nobody has compared the official text."""
    said = citation(voice, law)
    return said if law.verified else f"{said}*"
