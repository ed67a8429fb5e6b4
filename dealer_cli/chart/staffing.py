"""How many people sit where."""

from __future__ import annotations

from dealer_cli.chart.tree import Seat
from dealer_cli.model.store import Position


def headcount(position: Position) -> int:
    """The people of a position; one where a source says only that there are several."""
    return position.headcount if isinstance(position.headcount, int) else 1


def people(seat: Seat, role: str) -> int:
    """How many of a position's people have a role, as their own or beside it."""
    total = headcount(seat.position)
    if seat.position.role == role:
        return total
    return max((held.seats or total for held in seat.held if held.role == role), default=0)
