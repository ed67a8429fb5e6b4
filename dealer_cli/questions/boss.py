"""The lowest common superior of two positions: who can settle a matter between them."""

from __future__ import annotations

from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Chart
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, Post, entity_named, post, posts, role_named, store_named


@record
class Way:
    """The line from one position up to the common superior; to the top where there is none."""

    position: Post
    """Where it begins."""
    up: tuple[Post, ...]
    """The superiors, nearest first; the common superior is the last."""


@record
class Pair:
    """Two seats and what is above both."""

    common: Post | None
    """The lowest position that is above both, or is one of them and above the other."""
    relation: Literal["below", "same", "first-above", "second-above", "apart"]
    """Both are below the common superior, or one of them is it, or nobody in the store is above both."""
    external: Named | None
    """Whom both tops report to, outside the store, where nobody in it is above both."""
    first: Way
    """The line of the first."""
    second: Way
    """The line of the second."""


@record
class Boss:
    """The common superior of two roles or positions."""

    store: Named
    """The store."""
    first: Named
    """The first role asked about."""
    second: Named
    """The second."""
    pairs: tuple[Pair, ...]
    """An answer for each seat of the first with each of the second; none where one of them has no seat."""
    unseated: tuple[Named, ...]
    """Which of the two has no seat."""


def boss(scene: Scene, first: str, second: str) -> Boss:
    """Who is above both."""
    one, seats_one = scene.find(first)
    other, seats_other = scene.find(second)
    return Boss(
        store=store_named(scene),
        first=role_named(scene.catalog, one),
        second=role_named(scene.catalog, other),
        pairs=tuple(_pair(scene, a.key, b.key) for a in seats_one for b in seats_other),
        unseated=tuple(role_named(scene.catalog, role) for role, seats in ((one, seats_one), (other, seats_other)) if not seats),
    )


def common_superior(chart: Chart, first: str, second: str) -> str | None:
    """The lowest position that is at or above both."""
    above = {first, *chart.chain(first)}
    return next((key for key in (second, *chart.chain(second)) if key in above), None)


def _pair(scene: Scene, first: str, second: str) -> Pair:
    common = common_superior(scene.chart, first, second)
    tops = {scene.chart.external((key, *scene.chart.chain(key))[-1]) for key in (first, second)}
    external = next(iter(tops)) if common is None and len(tops) == 1 else None
    return Pair(
        common=post(scene, common) if common else None,
        relation=_relation(common, first, second),
        external=entity_named(scene.catalog, "externals", external) if external else None,
        first=_way(scene, first, common),
        second=_way(scene, second, common),
    )


def _relation(common: str | None, first: str, second: str) -> Literal["below", "same", "first-above", "second-above", "apart"]:
    if common is None:
        return "apart"
    if first == second:
        return "same"
    if common == first:
        return "first-above"
    return "second-above" if common == second else "below"


def _way(scene: Scene, key: str, common: str | None) -> Way:
    chain = [] if key == common else scene.chart.chain(key)
    up = chain[: chain.index(common) + 1] if common in chain else chain
    return Way(position=post(scene, key), up=posts(scene, up))
