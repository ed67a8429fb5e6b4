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
from dealer_cli.reading.faults import Fault, Refused

COMPLAINTS = "complaint-handling"
"""The function of the built-in catalog that complaints belong to."""

OFFICER = "complaint-officer"
"""The statutory position whose holders a store must name in public."""


def notice(voice: Voice, occasion: Occasion) -> Mapping[str, Value]:
    """The picture of a store's complaint notice. Lines to fill in stand where the store's values say nothing.

    Positions are called by their own titles: what else their holders do is nothing for customers.
    Raises `Refused` where nobody answers for complaints: a notice on a wall that names nobody sends customers to nobody.
    """
    scene = voice.scene
    function, officer = scene.catalog.functions.get(COMPLAINTS), scene.catalog.statutory.get(OFFICER)
    answering = _answering(voice)
    labels = _labels(voice, occasion)
    laws = officer.record.law if officer else function.record.law if function else ()
    return {
        "document": document(voice, f"{numbered(voice, voice.numbers[answering.key])}{ENDS[occasion.layout]}", labels["title"]),
        # What a house writes above its papers (internal, controlled) is not for customers on a wall.
        "house": {**voice.house, "header": ""},
        "post": {
            "title": scene.title(answering.key),
            "number": voice.numbers[answering.key],
            "department": voice.department(scene.department(answering)),
            "store": scene.store.record.title.say(scene.lang),
        },
        "notice": {
            "definition": voice.text(function.record.definition) if function else "",
            # The duty of the law speaks to the store; a notice speaks to those who read it.
            "duty": scene.values.get("complaint-promise") or (voice.words("layout.notice-promise") if officer else ""),
            "law": [provision(voice, law) for law in laws],
            **{field: scene.values.get(f"complaint-{field}", "") for field in ("phone", "place", "hours", "authority")},
        },
        "handlers": _handlers(voice, occasion, answering),
        "labels": labels,
    }


def _answering(voice: Voice) -> Seat:
    """The position that answers for complaints. Raises `Refused` where the store names none."""
    store = voice.scene.store
    seat = voice.scene.chart.seats.get(store.record.accountable.get(COMPLAINTS, ""))
    if seat is None:
        params = {"function": COMPLAINTS, "store": store.record.id}
        raise Refused([Fault("D001", store.key_place("accountable"), params, entities=(store.record.id, COMPLAINTS))])
    return seat


def _labels(voice: Voice, occasion: Occasion) -> Mapping[str, str]:
    """The words of the notice: the company's own seal is under it, and the day on which it was put up."""
    own = {"stamp": voice.words("layout.notice-seal"), "issued": voice.words("layout.notice-posted")}
    return {**voice.labels(occasion.layout), **own}


def _handlers(voice: Voice, occasion: Occasion, answering: Seat) -> list[Section]:
    """Everyone who handles complaints, by the roster; a position that it does not name has a line to fill in."""
    function = voice.scene.catalog.functions.get(COMPLAINTS)
    doing = [seat for role in (function.record.responsible if function else ()) for seat in voice.scene.chart.seats_of_role.get(role, ())]
    found: list[Section] = []
    for seat in dict.fromkeys([answering, *doing]):
        people = occasion.people.get(seat.key) or (Person(""),)
        found += [{"post": voice.scene.title(seat.key), **told(one)} for one in people]
    return found
