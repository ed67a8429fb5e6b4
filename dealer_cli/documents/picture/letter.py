"""What letters say beside the job description: term, opening, promises, safety, appointments that law asks for."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.parts import Section, duty_section
from dealer_cli.documents.picture.signing import Signing
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.role import Duty

SAFETY = frozenset({"safety-and-fire", "hazardous-waste", "ev-high-voltage"})
"""The functions of the built-in catalog that safety duties serve."""

OTHER = frozenset(
    {
        "repair-firm-head",
        "repair-technical-head",
        "repair-quality-inspector",
        "repair-reception",
        "repair-price-settler",
        "repair-mechanic",
        "repair-electrician",
        "repair-body-worker",
        "repair-painter",
        "insurance-agency-head",
        "complaint-officer",
        "accounting-head",
    }
)
"""The appointments of the built-in catalog that are not about safety: a letter of safety leaves them out, and only them."""

_MANAGING = ("executive", "director", "manager")
_ALONE, _WITH_OTHERS, _HELD = 5, 3, 2
_TARGETS = ("safety-target", *(f"safety-target-{n}" for n in range(2, 6)))
_FOLLOWS = ("safety-follows", "safety-follows-2", "safety-follows-3")


def term(voice: Voice, occasion: Occasion) -> Section:
    """From when to when a letter holds; a line to fill in where nothing is given."""
    start = occasion.start or (f"{occasion.year}-01-01" if occasion.year else "")
    end = f"{occasion.year}-12-31" if occasion.year else ""
    if start and end:
        text = voice.words("layout.term-year", start=_day(voice, start), end=_day(voice, end))
    else:
        text = voice.words("layout.term-from", start=_day(voice, start)) if start else voice.words("layout.term-blank")
    return {"start": start, "end": end, "year": occasion.year, "text": text}


def _day(voice: Voice, day: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    return voice.words("layout.date-text", year=year, month=voice.words(f"labels.month.{month}"), day=number)


def opening(voice: Voice, occasion: Occasion, seat: Seat, signing: Signing) -> str:
    """The first sentence of a letter; a job description has none."""
    if occasion.layout == "jd":
        return ""
    scene, person = voice.scene, signing.holder
    # Whoever leads the store belongs to no department of it.
    leads = occasion.layout == "appointment" and not scene.chart.superior(seat.key)
    called = voice.words("layout.person-numbered", name=person.name, number=person.number) if person.number else person.name
    return voice.words(
        f"layout.opening-{occasion.layout}{'-head' if leads else ''}",
        superior=_superior(voice, seat),
        post=scene.full_title(seat.key),
        department=voice.department(scene.department(seat)),
        person=called or voice.words("layout.person-blank"),
        start=_day(voice, occasion.start) if occasion.start else voice.words("layout.date-blank"),
    )


def _superior(voice: Voice, seat: Seat) -> str:
    """Who speaks for the store; the posts held besides are told where the letter says who they are."""
    return voice.scene.superior(seat.key) or voice.words("layout.superior-blank")


def main_duties(groups: Sequence[tuple[Sequence[Duty], Sequence[Section]]]) -> list[Section]:
    """What an appointment names of each role's duties, which come as they are in the catalog and as they are printed.

    Five of the post, or three of it and two of each post held with it; what the holder answers for goes before the rest.
    """
    found: list[Section] = []
    for place, (duties, printed) in enumerate(groups):
        most = _HELD if place else _ALONE if len(groups) == 1 else _WITH_OTHERS
        ranked = sorted(range(len(duties)), key=lambda number: duties[number].part != "accountable")
        found += [printed[number] for number in sorted(ranked[:most])]
    return found


def closing(voice: Voice, occasion: Occasion, number: str) -> str:
    """The last sentence of a letter."""
    return "" if occasion.layout == "jd" else voice.words(f"layout.closing-{occasion.layout}", number=number)


def commitments(voice: Voice, occasion: Occasion, seat: Seat) -> list[Section]:
    """What both sides of a letter promise."""
    if occasion.layout not in ("letter", "safety"):
        return []
    holder = "manager" if voice.scene.level(seat) in _MANAGING and occasion.layout == "safety" else "holder"
    sides = {
        "superior": voice.words("layout.company", company=voice.house["name"], superior=_superior(voice, seat)),
        holder: voice.words("layout.holder-side", post=voice.scene.title(seat.key)),
    }
    keys = {side: f"layout.promise-{occasion.layout}-{side}" for side in sides}
    return [{"party": party, "list": [voice.words(keys[side]), voice.words(f"{keys[side]}-2")]} for side, party in sides.items()]


def safety(voice: Voice, duties: Sequence[Duty]) -> Section:
    """The safety duties of a position, with targets and what follows."""
    own = [duty for duty in duties if duty.function in SAFETY]
    return {
        "duties": [{"no": str(no), **duty_section(voice, duty)} for no, duty in enumerate(own, 1)],
        "targets": [voice.words(f"layout.{key}") for key in _TARGETS],
        "accountability": [voice.words(f"layout.{key}") for key in _FOLLOWS],
    }


def statutory(voice: Voice, occasion: Occasion, seat: Seat) -> list[Section]:
    """The appointments that law asks for and this position carries in its store; in a letter of safety, those about safety."""
    if voice.manner.sourced_only:
        return []
    left_out = OTHER if occasion.layout == "safety" else frozenset()
    return [carried for name, carried in voice.appointments.get(seat.key, {}).items() if name not in left_out]
