"""What a template sees of a position: a small picture of plain texts, lists and mappings.

docs/templates.md tells it field by field. Every field is always there, empty where there is nothing
to say, so that a template asks `if` and never wonders. No field is called as a dictionary's own
methods are; Jinja would find the method.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture import letter, parts
from dealer_cli.documents.picture.control import document
from dealer_cli.documents.picture.occasion import PLAIN, Occasion
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.shapes import POSITION
from dealer_cli.documents.picture.signing import Signing, told
from dealer_cli.documents.picture.tasks import tasks
from dealer_cli.documents.picture.unknown import unknown_role
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.holding import holds
from dealer_cli.model.phrases import headcount
from dealer_cli.model.role import Duty, Role
from dealer_cli.model.sourced import sourced_only
from dealer_cli.reading.faults import Fault, Refused

Picture = Section

WORDS = frozenset(POSITION)
"""The first words of every field."""


def picture(voice: Voice, seat: Seat, occasion: Occasion = PLAIN, person: Person | None = None) -> Picture:
    """The picture of a position, for one of its people or for all. Raises `Refused` for errors in the files that it is drawn from."""
    try:
        return _draw(voice, seat, _content(voice, seat), occasion, Signing(voice, seat, occasion, person))
    except NotFound as missing:
        raise Refused([unknown_role(voice.scene, missing.name)]) from None


def _roles(voice: Voice, seat: Seat) -> list[Role]:
    """The position's role and those held with it, whole; every fault in them is found."""
    faults: list[Fault] = []
    roles = []
    for name in seat.roles:
        try:
            entry = voice.scene.catalog.role(name)
        except Refused as refused:
            faults += refused.faults
        else:
            faults += voice.known.unknown(entry)
            roles.append(sourced_only(entry.record, voice.scene.store.record) if voice.manner.sourced_only else entry.record)
    if faults:
        raise Refused(faults)
    return roles


class Content(NamedTuple):
    """What positions with the same roles have in common."""

    sections: Mapping[str, Value]
    marked: bool
    safety: Section


def _content(voice: Voice, seat: Seat) -> Content:
    """What the roles of a position say; drawn once for all their positions, people and letters."""
    known = voice.contents.get(seat.roles)
    if known is None:
        known = voice.contents[seat.roles] = _draw_content(voice, _roles(voice, seat))
    return known


def _draw_content(voice: Voice, roles: list[Role]) -> Content:
    role, *others = roles
    own = parts.duties(voice, role)
    numbered = _numbered(voice, role, 1)
    held: list[Section] = []
    no = len(own) + 1
    for other in others:
        group = parts.duties(voice, other, no)
        numbered += _numbered(voice, other, no)
        no += len(group)
        title = voice.words("layout.held-role", title=voice.scene.role_title(other.id))
        held.append({"title": title, "duties": group, "requirements": parts.requirements(voice, other.requirements)})
    content: dict[str, Value] = {
        "purpose": parts.statement(voice, role.purpose),
        "duties": own,
        "held": held,
        "tasks": tasks(voice, numbered),
        "indicators": parts.indicators(voice, role.kpis),
        "authority": parts.statements(voice, role.authority),
        "requirements": parts.requirements(voice, role.requirements),
        "relations": parts.relations(voice, role.relations),
        "career": parts.career(voice, role),
        "conditions": parts.statements(voice, role.conditions),
    }
    return Content(content, _marked(content), letter.safety(voice, [duty for _, duty in numbered]))


def _draw(voice: Voice, seat: Seat, content: Content, occasion: Occasion, signing: Signing) -> Picture:
    return {
        "document": _document(voice, seat, occasion, signing, note=content.marked),
        "house": voice.house,
        "post": _post(voice, seat, signing),
        "person": told(signing.holder),
        "control": signing.control(),
        "distribution": signing.distribution(),
        "term": letter.term(voice, occasion),
        "opening": letter.opening(voice, occasion, seat, signing),
        **content.sections,
        "statutory": letter.statutory(voice, seat),
        "safety": content.safety,
        "commitments": letter.commitments(voice, occasion, seat, signing),
        "closing": letter.closing(voice, occasion, _own_number(voice, seat)),
        "issuer": signing.head()[0],
        "signatures": signing.signatures(occasion.layout),
        "labels": voice.labels(occasion.layout),
    }


def _numbered(voice: Voice, role: Role, first: int) -> list[tuple[str, Duty]]:
    """The duties of a role with the numbers that they are printed with."""
    here = (duty for duty in role.duties if holds(duty, voice.scene.store.record))
    return [(str(no), duty) for no, duty in enumerate(here, first)]


def _document(voice: Voice, seat: Seat, occasion: Occasion, signing: Signing, note: bool) -> dict[str, str]:
    number = voice.numbers[seat.key]
    # A job description is the position's own document; the others say what they are, and whose.
    kind = "" if occasion.layout == "jd" else voice.words(f"layout.title-{occasion.layout}")
    called = (number, voice.scene.title(seat.key), kind, signing.person.name if signing.person else "")
    return document(voice, occasion.layout, number, " ".join(part for part in called if part), note)


def _own_number(voice: Voice, seat: Seat) -> str:
    """The number of the position's job description, which letters refer to."""
    return document(voice, "jd", voice.numbers[seat.key], "", note=False)["number"]


def _post(voice: Voice, seat: Seat, signing: Signing) -> Section:
    scene, chart, key = voice.scene, voice.scene.chart, seat.key
    above, outside = chart.superior(key), chart.external(key)
    deputy = seat.position.deputy
    return {
        "title": scene.title(key),
        "full_title": scene.full_title(key),
        "number": voice.numbers[key],
        "department": voice.department(scene.department(seat)),
        "level": voice.words(f"labels.level.{scene.level(seat)}"),
        "superior": scene.full_title(above) if above else scene.external(outside) if outside else "",
        "subordinates": [scene.full_title(report) for report in chart.reports[key]],
        "dotted": [scene.title(line.position) for line in seat.dotted if line.position in chart.seats],
        "headcount": headcount(seat.position, voice.words),
        "holds": [scene.role_title(held.role) for held in seat.held],
        "deputy": scene.title(deputy) if deputy in chart.seats and deputy else "",
        "store": scene.store.record.title.say(scene.lang),
        "people": signing.everybody(),
    }


def _marked(value: Value) -> bool:
    """Whether anything in a picture carries a mark."""
    if isinstance(value, str):
        return False
    if isinstance(value, dict):
        return bool(value.get("mark")) or any(_marked(part) for part in value.values())
    return any(_marked(part) for part in value)
