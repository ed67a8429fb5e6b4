"""Heads of departments: the highest position whose superior is outside the department; a tie is two heads."""

from __future__ import annotations

from collections.abc import Callable

from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.model.role import LEVELS, Level


def heads(chart: Chart, department: Callable[[Seat], str], level: Callable[[Seat], Level]) -> dict[str, list[Seat]]:
    """The heads of every department that has a seat: one is right, none and two are findings."""
    found: dict[str, list[Seat]] = {}
    for seat in chart.seats.values():
        own = department(seat)
        candidates = found.setdefault(own, [])
        above = chart.superior(seat.key)
        if above is not None and department(chart.seats[above]) == own:
            continue
        if isinstance(seat.position.reports_to, str) and above is None:
            continue  # a line to nowhere is another finding, and makes no head
        candidates.append(seat)
    for own, candidates in found.items():
        if candidates:
            highest = min(LEVELS.index(level(seat)) for seat in candidates)
            found[own] = [seat for seat in candidates if LEVELS.index(level(seat)) == highest]
    return found
