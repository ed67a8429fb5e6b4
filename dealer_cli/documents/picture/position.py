"""What a template sees of a position: a small picture of plain texts, lists and mappings.

docs/templates.md tells it field by field. Every field is always there, empty where there is nothing
to say, so that a template asks `if` and never wonders. No field is called as a dictionary's own
methods are; Jinja would find the method.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture import letter, parts
from dealer_cli.documents.picture.control import ENDS, document, numbered
from dealer_cli.documents.picture.occasion import PLAIN, Occasion
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.shapes import POSITION
from dealer_cli.documents.picture.signing import Signing, told
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.tasks import tasks
from dealer_cli.documents.picture.unknown import unknown_role
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.holding import holds
from dealer_cli.model.phrases import headcount
from dealer_cli.model.role import Duty, Role
from dealer_cli.model.sourced import sourced_only
from dealer_cli.reading.faults import Refused

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
    """The position's role and those held with it, as far as they are wanted."""
    roles = [entry.record for entry in sound_roles(voice, seat.roles).values()]
    return [sourced_only(role, voice.scene.store.record) for role in roles] if voice.manner.sourced_only else roles


class Content(NamedTuple):
    """What positions with the same roles have in common."""

    sections: Mapping[str, Value]
    main: Sequence[Section]
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
    groups = [(_here(voice, role), own)]
    no = len(own) + 1
    for other in others:
        group = parts.duties(voice, other, no)
        numbered += _numbered(voice, other, no)
        groups.append((_here(voice, other), group))
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
    keep = voice.shared.keep
    sections = {name: keep(section) for name, section in content.items()}
    safety = letter.safety(voice, [duty for _, duty in numbered])
    return Content(sections, keep(letter.main_duties(groups)), parts.is_marked(content), keep(safety))


def _draw(voice: Voice, seat: Seat, content: Content, occasion: Occasion, signing: Signing) -> Picture:
    return {
        "document": _document(voice, seat, occasion, signing, content.marked),
        "house": voice.house,
        "post": _post(voice, seat, signing),
        "person": told(signing.holder),
        "control": signing.control(),
        "distribution": signing.distribution(),
        "term": letter.term(voice, occasion),
        "opening": letter.opening(voice, occasion, seat, signing),
        **content.sections,
        "main_duties": content.main,
        "statutory": letter.statutory(voice, occasion, seat),
        "safety": content.safety,
        "commitments": letter.commitments(voice, occasion, seat),
        "closing": letter.closing(voice, occasion, f"{numbered(voice, voice.numbers[seat.key])}{ENDS['jd']}"),
        "issuer": signing.head()[0],
        "signatures": signing.signatures(occasion.layout),
        "labels": voice.labels(occasion.layout, occasion.year),
    }


def _numbered(voice: Voice, role: Role, first: int) -> list[tuple[str, Duty]]:
    """The duties of a role with the numbers that they are printed with."""
    return [(str(no), duty) for no, duty in enumerate(_here(voice, role), first)]


def _here(voice: Voice, role: Role) -> list[Duty]:
    """The duties of a role in this store."""
    return [duty for duty in role.duties if holds(duty, voice.scene.store.record)]


def _document(voice: Voice, seat: Seat, occasion: Occasion, signing: Signing, marked: bool) -> dict[str, str]:
    number = voice.numbers[seat.key]
    # A job description is the position's own document; the others say what they are, and whose.
    kind = "" if occasion.layout == "jd" else voice.words(f"layout.title-{occasion.layout}")
    called = (number, voice.scene.title(seat.key), kind, signing.person.name if signing.person else "")
    # Of several holders each signs a paper with a number of its own.
    parts = (f"{number}{ENDS[occasion.layout]}", signing.person.number if signing.person else "")
    # A letter holds from its own day, which it says itself.
    effective = None if occasion.layout == "jd" else ""
    name = " ".join(part for part in called if part)
    return document(voice, numbered(voice, *filter(None, parts)), name, marked=marked, effective=effective)


def _post(voice: Voice, seat: Seat, signing: Signing) -> Section:
    scene, chart, key = voice.scene, voice.scene.chart, seat.key
    deputy = seat.position.deputy
    return {
        "title": scene.title(key),
        "full_title": scene.full_title(key),
        "number": voice.numbers[key],
        "department": voice.department(scene.department(seat)),
        "level": voice.words(f"labels.level.{scene.level(seat)}"),
        "superior": scene.full_superior(key),
        "subordinates": [scene.full_title(report) for report in chart.reports[key]],
        "dotted": [scene.title(line.position) for line in seat.dotted if line.position in chart.seats],
        "headcount": headcount(seat.position, voice.words),
        "holds": [scene.role_title(held.role) for held in seat.held],
        "deputy": scene.title(deputy) if deputy in chart.seats and deputy else "",
        "store": scene.store.record.title.say(scene.lang),
        "people": signing.everybody(),
    }
