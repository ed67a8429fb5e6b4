"""Who somebody is in the chart: superior, chain, reports, dotted lines, posts held together, deputy."""

from __future__ import annotations

from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, Post, entity_named, post, posts, role_named, store_named


@record
class Standing:
    """One seat's place in the chart."""

    position: Post
    """The position."""
    through: bool
    """Whether the role asked about is held together with the position's own."""
    headcount: int | Literal["unknown"]
    """How many people."""
    contracted: bool
    """Whether an outside firm supplies them."""
    superior: Post | None
    """The position it reports to."""
    external: Named | None
    """Whom the last of the chain reports to, outside the store."""
    chain: tuple[Post, ...]
    """The superiors, nearest first."""
    reports: tuple[Post, ...]
    """Those who report to it."""
    dotted: tuple[Post, ...]
    """Those to whom it has a dotted line."""
    dotted_reports: tuple[Post, ...]
    """Those who have a dotted line to it."""
    deputy: Post | None
    """Who stands in for it."""
    deputy_of: tuple[Post, ...]
    """Those for whom it stands in."""


@record
class Who:
    """Where a role or position stands in a store."""

    store: Named
    """The store."""
    role: Named
    """The role asked about."""
    seats: tuple[Standing, ...]
    """Its place for each of its seats; none where it has no seat."""
    covered_by: Post | None
    """The position that does the work of a role without a seat."""


def who(scene: Scene, name: str) -> Who:
    """Where a role or position stands in the store."""
    role, seats = scene.find(name)
    return Who(
        store=store_named(scene),
        role=role_named(scene.catalog, role),
        seats=tuple(_standing(scene, seat, role) for seat in seats),
        covered_by=covering(scene, role),
    )


def covering(scene: Scene, role: str) -> Post | None:
    """The position that does the work of a role which the store does not seat."""
    covered = scene.store.record.not_seated.get(role)
    key = covered if isinstance(covered, str) or covered is None else covered.position
    return post(scene, key) if key in scene.chart.seats else None


def _standing(scene: Scene, seat: Seat, role: str) -> Standing:
    chart = scene.chart
    chain = chart.chain(seat.key)
    superior = chart.superior(seat.key)
    external = chart.external(chain[-1] if chain else seat.key)
    deputy = seat.position.deputy
    return Standing(
        position=post(scene, seat.key),
        through=role != seat.position.role,
        headcount=seat.position.headcount,
        contracted=seat.position.contracted,
        superior=post(scene, superior) if superior else None,
        external=entity_named(scene.catalog, "externals", external) if external else None,
        chain=posts(scene, chain),
        reports=posts(scene, chart.reports[seat.key]),
        dotted=posts(scene, [line.position for line in seat.dotted if line.position in chart.seats]),
        dotted_reports=posts(scene, chart.dotted_reports[seat.key]),
        deputy=post(scene, deputy) if deputy in chart.seats else None,
        deputy_of=posts(scene, [other.key for other in chart.seats.values() if other.position.deputy == seat.key]),
    )
