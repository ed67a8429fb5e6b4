"""What is due when: every hour, day, week, month, quarter, half-year and year, by whom, at which time."""

from __future__ import annotations

from typing import Literal

from dealer_cli.chart.due import PERIODS, Period, in_order, period_of, recurring
from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.record import record
from dealer_cli.model.words import Every, Frequency, Text
from dealer_cli.questions.answer import Named, Post, filled, posts, role_named, store_named


@record
class Due:
    """Something that comes back."""

    every: Period
    """The period."""
    when: Frequency
    """The period with its times and days."""
    kind: Literal["duty", "rule", "step", "record"]
    """A duty of a role, a rule or step of a policy in force, or a form that a role keeps."""
    owner: Named
    """The role, the policy or the form."""
    id: str | None
    """The duty, rule or step."""
    text: Text
    """What is due, with the store's values."""
    role: Named
    """Whose work it is."""
    positions: tuple[Post, ...]
    """The role's positions."""


@record
class Calendar:
    """What comes back in a store."""

    store: Named
    """The store."""
    role: Named | None
    """The role asked about; none: everybody."""
    every: Period | None
    """The only period asked about."""
    due: tuple[Due, ...]
    """What is due, by period, position, day and time."""
    on_occasion: int
    """How many more are due whenever something occurs."""
    unspecified: int
    """How many more are due at intervals that no one states."""


def calendar(scene: Scene, name: str | None = None, every: Period | None = None) -> Calendar:
    """What is due in a store, or of one role in it. Raises `NotFound` and `Ambiguous`."""
    role, keys = None, None
    if name:
        role, seats = scene.find(name)
        if scene.catalog.role_path(role) is None:
            raise NotFound(role, ())
        keys = {seat.key for seat in seats}
    due: list[Due] = []
    left: dict[Every, int] = {}
    asked = [role] if role else [one for one in scene.chart.seats_of_role if scene.catalog.role_path(one)]
    for item in recurring(scene, asked):
        for frequency in item.frequencies:
            period = period_of(frequency)
            if period is None:
                left[frequency.every] = left.get(frequency.every, 0) + 1
            elif every in (None, period):
                here = [seat.key for seat in scene.chart.seats_of_role.get(item.role, []) if keys is None or seat.key in keys]
                due.append(
                    Due(
                        every=period,
                        when=frequency,
                        kind=item.kind,
                        owner=Named(id=item.owner, title=item.owner_title),
                        id=item.id,
                        text=filled(scene, item.text),
                        role=role_named(scene.catalog, item.role),
                        positions=posts(scene, here),
                    )
                )
    order = {doer: i for i, doer in enumerate([role] if role else scene.chart.seats_of_role)}
    due.sort(key=lambda one: (PERIODS.index(one.every), order[one.role.id], *in_order(one.when)))
    return Calendar(
        store=store_named(scene),
        role=role_named(scene.catalog, role) if role else None,
        every=every,
        due=tuple(due),
        on_occasion=left.get("event", 0),
        unspecified=left.get("unspecified", 0),
    )
