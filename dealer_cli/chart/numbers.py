"""Post numbers: what a position states, else its department's code and its place in that department."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from dealer_cli.chart.tree import Chart, Seat


def post_numbers(chart: Chart, department: Callable[[Seat], str], code: Callable[[str], str]) -> dict[str, str]:
    """The number of every position, such as XS-07; a stated number takes its place in the count too.

    A count moves when a position is put in before others, so a house that prints numbers on signed
    paper states them in its store. A number that is stated is given to nobody else.
    """
    taken = {seat.position.number for seat in chart.seats.values() if seat.position.number}
    counts: dict[str, int] = {}
    numbers: dict[str, str] = {}
    for key, seat in chart.seats.items():
        own = department(seat)
        counts[own] = counts.get(own, 0) + 1
        numbers[key] = seat.position.number or next(one for place in count(counts[own]) if (one := f"{code(own)}-{place:02}") not in taken)
        taken.add(numbers[key])
    return numbers
