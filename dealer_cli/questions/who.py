"""Who somebody is in the chart: superior, chain, reports, dotted lines."""

from __future__ import annotations

from dataclasses import dataclass

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat


@dataclass(frozen=True)
class Line:
    """One seat's place in the chart; keys of positions, nearest superior first."""

    seat: Seat
    superior: str | None
    external: str | None
    chain: tuple[str, ...]
    reports: tuple[str, ...]
    dotted: tuple[str, ...]
    dotted_reports: tuple[str, ...]
    deputy: str | None
    through: bool
    """Whether the role asked about is held together with the seat's own."""


@dataclass(frozen=True)
class Who:
    """The answer to `who`: the role and a line for each of its seats; none where it has no seat."""

    role: str
    lines: tuple[Line, ...]
    covered_by: str | None
    """The position that does the work of a role without a seat."""


def who(scene: Scene, name: str) -> Who:
    """Where a role or position stands in the store."""
    role, seats = scene.find(name)
    covered = scene.store.record.not_seated.get(role)
    return Who(
        role=role,
        lines=tuple(_line(scene, seat, role) for seat in seats),
        covered_by=covered if isinstance(covered, str) or covered is None else covered.position,
    )


def _line(scene: Scene, seat: Seat, role: str) -> Line:
    chart = scene.chart
    chain = chart.chain(seat.key)
    return Line(
        seat=seat,
        superior=chart.superior(seat.key),
        external=chart.external(chain[-1] if chain else seat.key),
        chain=tuple(chain),
        reports=tuple(chart.reports[seat.key]),
        dotted=tuple(line.position for line in seat.dotted if line.position in chart.seats),
        dotted_reports=tuple(chart.dotted_reports[seat.key]),
        deputy=seat.position.deputy,
        through=role != seat.position.role,
    )
