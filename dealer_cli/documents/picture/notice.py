"""What a template sees of a store's notice on complaints: who handles them, where, and what law asks."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.control import ENDS, document, numbered
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.signing import told
from dealer_cli.documents.picture.statutory import provision
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.roster.people import Person

COMPLAINTS = "complaint-handling"
"""The function of the built-in catalog that complaints belong to."""

OFFICER = "complaint-officer"
"""The statutory position whose holders a store must name in public."""


def notice(voice: Voice, occasion: Occasion) -> Mapping[str, Value]:
    """The picture of a store's complaint notice. Lines to fill in stand where the store's values say nothing.

    Positions are called by their own titles: what else their holders do is nothing for customers.
    """
    scene = voice.scene
    function, officer = scene.catalog.functions.get(COMPLAINTS), scene.catalog.statutory.get(OFFICER)
    answering = scene.chart.seats.get(scene.store.record.accountable.get(COMPLAINTS, ""))
    laws = officer.record.law if officer else function.record.law if function else ()
    return {
        "document": document(voice, f"{_number(voice, answering)}{ENDS[occasion.layout]}", voice.labels(occasion.layout)["title"]),
        # What a house writes above its papers (internal, controlled) is not for customers on a wall.
        "house": {**voice.house, "header": ""},
        "post": {
            "title": scene.title(answering.key) if answering else "",
            "number": voice.numbers[answering.key] if answering else "",
            "department": voice.department(scene.department(answering)) if answering else "",
            "store": scene.store.record.title.say(scene.lang),
        },
        "notice": {
            "definition": voice.text(function.record.definition) if function else "",
            "duty": voice.text(officer.record.duty) if officer else "",
            "law": [provision(voice, law) for law in laws],
            **{field: scene.values.get(f"complaint-{field}", "") for field in ("phone", "place", "hours", "authority")},
        },
        "handlers": _handlers(voice, occasion, answering),
        "labels": voice.labels(occasion.layout),
    }


def _number(voice: Voice, answering: Seat | None) -> str:
    return numbered(voice, voice.numbers[answering.key] if answering else voice.scene.store.record.id.upper())


def _handlers(voice: Voice, occasion: Occasion, answering: Seat | None) -> list[Section]:
    """Everyone who handles complaints, by the roster; a position that it does not name has a line to fill in."""
    function = voice.scene.catalog.functions.get(COMPLAINTS)
    doing = [seat for role in (function.record.responsible if function else ()) for seat in voice.scene.chart.seats_of_role.get(role, ())]
    found: list[Section] = []
    for seat in dict.fromkeys([*([answering] if answering else []), *doing]):
        people = occasion.people.get(seat.key) or (Person(""),)
        found += [{"post": voice.scene.title(seat.key), **told(one)} for one in people]
    return found
