"""What a document of a position is printed for: its layout, its term, and who holds what at that time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.roster.people import Person

Layout = Literal["jd", "letter", "safety", "appointment", "complaint-notice"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)


@dataclass(frozen=True)
class Occasion:
    """Why a document is printed now. Nothing of it comes from a clock, and none of its people is stored."""

    layout: Layout = "jd"
    year: str = ""
    """The year of a letter's term."""
    start: str = ""
    """The day from which an appointment, or a term, holds."""
    people: Mapping[str, Sequence[Person]] = field(default_factory=dict)
    """Who holds which position, by the position's key."""


PLAIN = Occasion()
"""A job description, whoever holds the position."""


def readers(occasion: Occasion, seat: Seat) -> Sequence[Person | None]:
    """For whom documents of a position are printed: letters for each of its people, a job description for all."""
    people = occasion.people.get(seat.key, ())
    return people if people and occasion.layout != "jd" else (None,)
