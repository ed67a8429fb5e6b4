"""Post numbers: what a position states, else its department's code and its place in that department."""

from __future__ import annotations

from collections.abc import Callable

from dealer_cli.chart.tree import Chart, Seat


def post_numbers(chart: Chart, department: Callable[[Seat], str], code: Callable[[str], str]) -> dict[str, str]:
    """The number of every position, such as XS-07; a stated number takes its place in the count too.

    A count moves when a position is put in before others, so a house that prints numbers on signed
    paper states them in its store.
    """
    counts: dict[str, int] = {}
    numbers: dict[str, str] = {}
    for key, seat in chart.seats.items():
        own = department(seat)
        counts[own] = counts.get(own, 0) + 1
        numbers[key] = seat.position.number or f"{code(own)}-{counts[own]:02}"
    return numbers
