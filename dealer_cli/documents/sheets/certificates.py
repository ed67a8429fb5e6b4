"""`certificates`: who must hold which certificate or appointment, by law and by what roles ask, with its expiry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.statutory import citation
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control, control_facts, say, signed, store_heading, store_title
from dealer_cli.documents.sheets.table import Content, Highlight, Input, Sheet, filled
from dealer_cli.model.words import Law

SOON = 60
"""Days before its end at which a certificate is marked."""


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One list; law first, then what the roles of these positions ask for."""
    scene = voice.scene
    columns = (
        column(voice, "no", 12, kind="count"),
        column(voice, "position", 28),
        column(voice, "certificate", 30),
        column(voice, "asked_by", 52),
        column(voice, "remark", 15),
        column(voice, "holder", 14),
        column(voice, "certificate_number", 20),
        column(
            voice,
            "valid_until",
            13,
            kind="date",
            highlights=(
                Highlight("AND(ISNUMBER({valid_until}),{valid_until}<TODAY())", "bad"),
                Highlight(f"AND(ISNUMBER({{valid_until}}),{{valid_until}}<TODAY()+{SOON})", "warn"),
            ),
        ),
    )
    found = [*_by_law(voice, seats), *_by_roles(voice, seats)]
    rows = tuple(filled({"no": no, **cells, **_to_fill()}, columns) for no, cells in enumerate(found, 1))
    own = control(voice, "CERT")
    return [
        Sheet(
            id="certificates",
            tab=say(voice, "title.certificates"),
            title=store_heading(voice, "certificates"),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=rows,
            facts=control_facts(own, voice),
            notes=(say(voice, "note.certificates", days=SOON), *([say(voice, "unverified")] if _unverified(scene) else [])),
            signatures=signed(voice, "drawn-up", "reviewed"),
            frozen=2,
        )
    ]


def _to_fill() -> dict[str, Content]:
    return {"holder": Input(), "certificate_number": Input(), "valid_until": Input("date")}


def _by_law(voice: Voice, seats: Sequence[Seat]) -> Iterator[dict[str, Content]]:
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
        yield {
            "position": say(voice, "or").join(titles) or say(voice, "nobody"),
            "certificate": voice.text(position.certificate) or say(voice, "appointment"),
            "asked_by": f"{voice.text(position.title)}{voice.words('layout.colon')}{laws}",
            "remark": "" if asked else say(voice, "applies-unknown"),
        }


def _by_roles(voice: Voice, seats: Sequence[Seat]) -> Iterator[dict[str, Content]]:
    scene = voice.scene
    shown = by_department(scene, seats)
    roles = sound_roles(voice, (role for seat in shown for role in seat.roles))
    for name, entry in roles.items():
        asked = entry.record.requirements
        here = [seat for seat in shown if name in seat.roles]
        for requirement in asked.list if asked else ():
            if requirement.kind == "certificate":
                yield {
                    "position": voice.words("layout.comma").join(scene.title(seat.key) for seat in here),
                    "certificate": voice.text(requirement),
                    "asked_by": say(voice, "by-role", role=voice.text(entry.record.title)),
                    "remark": say(voice, "each-holder"),
                }


def _unverified(scene: Scene) -> bool:
    return any(not law.verified for entry in scene.catalog.statutory.values() for law in entry.record.law)


def _law(voice: Voice, law: Law) -> str:
    """A law with its edition and article; a mark says that nobody has compared the official text."""
    said = citation(voice, law)
    return said if law.verified else f"{said}*"
