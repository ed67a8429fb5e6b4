"""What a template sees of a position: a small picture of plain texts, lists and mappings.

docs/templates.md tells it field by field. Every field is always there, empty where there is nothing
to say, so that a template asks `if` and never wonders. No field is called as a dictionary's own
methods are; Jinja would find the method.
"""

from __future__ import annotations

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture import parts
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.unknown import unknown_role
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.phrases import headcount
from dealer_cli.model.role import Role
from dealer_cli.model.sourced import sourced_only
from dealer_cli.reading.faults import Fault, Refused

Picture = Section

WORDS = frozenset(
    {
        "document",
        "post",
        "purpose",
        "duties",
        "held",
        "indicators",
        "authority",
        "requirements",
        "relations",
        "career",
        "conditions",
        "signatures",
        "labels",
    }
)
"""The first words of every field."""


def picture(voice: Voice, seat: Seat) -> Picture:
    """The picture of a position. Raises `Refused` for errors in the files that it is drawn from."""
    try:
        return _draw(voice, seat, _roles(voice, seat))
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


def _draw(voice: Voice, seat: Seat, roles: list[Role]) -> Picture:
    role, *others = roles
    own = parts.duties(voice, role)
    held: list[Section] = []
    no = len(own) + 1
    for other in others:
        group = parts.duties(voice, other, no)
        no += len(group)
        title = voice.words("layout.held-role", title=voice.scene.role_title(other.id))
        held.append({"title": title, "duties": group, "requirements": parts.requirements(voice, other.requirements)})
    content: dict[str, Value] = {
        "purpose": parts.statement(voice, role.purpose),
        "duties": own,
        "held": held,
        "indicators": parts.indicators(voice, role.kpis),
        "authority": parts.statements(voice, role.authority),
        "requirements": parts.requirements(voice, role.requirements),
        "relations": parts.relations(voice, role.relations),
        "career": parts.career(voice, role),
        "conditions": parts.statements(voice, role.conditions),
    }
    return {
        "document": _document(voice, seat, note=_marked(content)),
        "post": _post(voice, seat),
        **content,
        "signatures": [voice.words(f"layout.{who}") for who in ("holder", "signed-superior", "hr")],
        "labels": voice.labels,
    }


def _document(voice: Voice, seat: Seat, note: bool) -> Section:
    control = voice.scene.catalog.settings.record.documents
    number = voice.numbers[seat.key]
    return {
        "number": f"{control.prefix}-{number}" if control else number,
        "prefix": control.prefix if control else "",
        "version": control.version if control else "",
        "effective": control.effective if control else "",
        "lang": "zh-CN" if voice.words.lang == "zh" else "en",
        "note": voice.words("labels.mark-note") if note else "",
        "sourced_only": "yes" if voice.manner.sourced_only else "",
    }


def _post(voice: Voice, seat: Seat) -> Section:
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
    }


def _marked(value: Value) -> bool:
    """Whether anything in a picture carries a mark."""
    if isinstance(value, str):
        return False
    if isinstance(value, dict):
        return bool(value.get("mark")) or any(_marked(part) for part in value.values())
    return any(_marked(part) for part in value)
