"""The sheets that are signed by hand, as pictures for templates: the handover of a position, the approvals of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.house.look import SHAPE as HOUSE
from dealer_cli.documents.picture.control import document
from dealer_cli.documents.picture.labels import NAMES
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.shapes import DOCUMENT, Shape
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.approvals import Approval, approvals
from dealer_cli.documents.sheets.desk import control, heading, post_facts, say, store_control, store_heading, store_title
from dealer_cli.documents.sheets.handover import OPEN_ITEMS, handed_over

_HANDOVER_WORDS = ("item", "detail", "state", "received")
_HANDOVER_HEADS = {
    "handover_day": "handover-day",
    "outgoing_person": "outgoing-person",
    "incoming_person": "incoming-person",
    "reason": "handover-reason",
    "last_day": "last-day",
    "handed_over": "section.handed-over",
    "open_matter": "col.open-matter",
    "open_deadline": "col.open-deadline",
    "open_contact": "col.open-contact",
}
_REASONS = ("leaving", "transfer", "leave", "other")
_APPROVAL_WORDS = ("matter", "who", "limit", "condition", "escalation", "source")

_UNITS = ("yuan", "percent")
_KEPT = 3
"""Rows that stay with the signatures: a page of signatures alone could be put under any table."""


_SIGNATURES: Shape = [{"who": "who signs", "name": "empty: people are not stored"}]

HANDOVER: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": {
        "title": "what the store calls the position",
        "full_title": "the same with the posts held together with it in brackets",
        "number": "the post number",
        "department": "the department",
        "level": "manager, supervisor, specialist …",
        "superior": "the superior",
        "store": "the store",
    },
    "sections": [
        {
            "title": "duties, forms and records, systems and accounts, in hand; those without entries are left out",
            "list": [{"no": "1, 2, 3 …", "text": "what is handed over", "detail": "when it is due, who keeps it, by which functions"}],
        }
    ],
    "reasons": "why the position is handed over, with boxes to tick",
    "open": ["numbers of empty lines for what is not finished"],
    "open_title": "the heading of these lines",
    "note": "how many copies, and when the handover is finished",
    "signatures": _SIGNATURES,
    "labels": dict.fromkeys((*NAMES, *_HANDOVER_WORDS, *_HANDOVER_HEADS), ""),
}
"""The picture of a handover, one a position."""

APPROVALS: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": {"store": "the store"},
    "groups": [
        {
            "title": "the policy, or the department of who approves",
            "list": [
                {
                    "no": "1, 2, 3 …",
                    "matter": "what is approved",
                    "who": "by whom",
                    "limit": "the amount up to which; empty: a line to fill in, with `labels.yuan` and `labels.percent` to tick",
                    "condition": "what must hold; mostly empty",
                    "escalation": "who decides beyond it, or what follows a refusal",
                    "source": "the items that it rests on",
                    "mark": "the mark of what rests on none",
                    "kept": "yes: one of the last rows, which stay on the page of the signatures",
                }
            ],
        }
    ],
    "note": "what holds for every approval",
    "signatures": _SIGNATURES,
    "labels": dict.fromkeys((*NAMES, *_APPROVAL_WORDS, *_UNITS), ""),
}
"""The picture of the approvals, one a store."""


def pictures(kind: str, voice: Voice, seats: Sequence[Seat]) -> list[Section]:
    """The pictures of a kind for these positions. Raises `Refused`."""
    if kind == "handover":
        return _handovers(voice, seats)
    return [_approvals(voice, seats, approvals(voice, seats))]


def _handovers(voice: Voice, seats: Sequence[Seat]) -> list[Section]:
    roles = sound_roles(voice, (role for seat in seats for role in seat.roles))
    found: list[Section] = []
    for seat in seats:
        title = say(voice, "title.handover")
        own = control(voice, "HO", voice.numbers[seat.key])
        facts = {fact.id: fact.value for fact in post_facts(voice, seat)}
        listed = handed_over(voice, seat, roles)
        found.append(
            {
                "document": document(voice, own.number, f"{voice.numbers[seat.key]} {voice.scene.title(seat.key)} {title}"),
                "house": voice.house,
                "post": {
                    "title": voice.scene.title(seat.key),
                    "full_title": voice.scene.full_title(seat.key),
                    **{name: str(facts[name]) for name in ("number", "department", "level", "superior")},
                    "store": store_title(voice.scene),
                },
                "sections": [
                    {
                        "title": say(voice, f"section.{section}"),
                        "list": [{"no": str(no), "text": item.what, "detail": item.detail} for no, item in enumerate(entries, 1)],
                    }
                    for section, entries in listed.items()
                    if entries
                ],
                "reasons": "\u3000".join(f"□{say(voice, f'handover-reason.{reason}')}" for reason in _REASONS),
                "open": [str(no) for no in range(1, OPEN_ITEMS + 1)],
                "open_title": say(voice, "section.open-items"),
                "note": say(voice, "note.handover"),
                "signatures": _signatures(voice, "outgoing", "incoming", "witness"),
                "labels": {
                    **_labels(voice, "handover", _HANDOVER_WORDS),
                    **{name: say(voice, key) for name, key in _HANDOVER_HEADS.items()},
                },
            }
        )
    return found


def _approvals(voice: Voice, seats: Sequence[Seat], listed: Sequence[Approval]) -> Section:
    groups: list[Section] = []
    kept = len(listed) - _KEPT
    for group, members in groupby(enumerate(listed, 1), lambda numbered: numbered[1].group):
        groups.append({"title": group, "list": [_approval(voice, no, approval, kept=no > kept) for no, approval in members]})
    marked = any(approval.mark for approval in listed)
    return {
        "document": document(voice, store_control(voice, "AUTH", seats).number, store_heading(voice, "approvals", seats), marked=marked),
        "house": voice.house,
        "post": {"store": store_title(voice.scene)},
        "groups": groups,
        "note": say(voice, "note.approvals-paper"),
        "signatures": _signatures(voice, "drawn-up", "reviewed", "approved"),
        "labels": {
            **_labels(voice, "approvals", _APPROVAL_WORDS),
            **{unit: voice.words(f"labels.unit.{unit}") for unit in _UNITS},
            "title": heading(voice, "approvals", seats),
        },
    }


def _approval(voice: Voice, no: int, approval: Approval, *, kept: bool) -> Section:
    limit = approval.limit
    return {
        "no": str(no),
        "matter": approval.matter,
        "who": approval.who,
        "limit": f"{limit.max:,.10g} {voice.words(f'labels.unit.{limit.unit}')}" if limit else "",
        "condition": approval.condition,
        "escalation": approval.escalation,
        "source": approval.source,
        "mark": approval.mark,
        "kept": "yes" if kept else "",
    }


def _signatures(voice: Voice, *who: str) -> list[Value]:
    return [{"who": say(voice, f"signs.{one}"), "name": ""} for one in who]


def _labels(voice: Voice, layout: str, own: Sequence[str]) -> Section:
    return {**voice.labels(layout), **{word: say(voice, f"col.{word}") for word in own}}
