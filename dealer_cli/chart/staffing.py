"""How many people sit where."""

from __future__ import annotations

from dealer_cli.chart.tree import Seat
from dealer_cli.model.store import Position


def headcount(position: Position, several: int = 1) -> int:
    """The people of a position; `several` where a source says only that there are such."""
    return position.headcount if isinstance(position.headcount, int) else several


def people(seat: Seat, role: str, several: int = 1) -> int:
    """How many of a position's people have a role, as their own or beside it."""
    total = headcount(seat.position, several)
    if seat.position.role == role:
        return total
    return max((held.seats or total for held in seat.held if held.role == role), default=0)
