"""What is due when: every hour, day, week, month, quarter, half-year and year, by whom, at which time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.holding import holds
from dealer_cli.model.record import record
from dealer_cli.model.words import Every, Frequency, Party, Text
from dealer_cli.questions.answer import Named, Post, filled, posts, role_named, store_named

Period = Literal["hour", "day", "week", "month", "quarter", "half-year", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)


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


_Item = tuple[Literal["duty", "rule", "step", "record"], Named, str | None, Text, tuple[Frequency, ...], str]
"""Kind, owner, id, text, frequencies, role."""


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
    for kind, owner, id_, text, frequencies, doer in _items(scene, role):
        for frequency in frequencies:
            period = next((period for period in PERIODS if period == frequency.every), None)
            if period is None:
                left[frequency.every] = left.get(frequency.every, 0) + 1
            elif every in (None, period):
                here = [seat.key for seat in scene.chart.seats_of_role.get(doer, []) if keys is None or seat.key in keys]
                due.append(
                    Due(
                        every=period,
                        when=frequency,
                        kind=kind,
                        owner=owner,
                        id=id_,
                        text=filled(scene, text),
                        role=role_named(scene.catalog, doer),
                        positions=posts(scene, here),
                    )
                )
    order = {doer: i for i, doer in enumerate([role] if role else scene.chart.seats_of_role)}
    due.sort(key=lambda one: (PERIODS.index(one.every), order[one.role.id], *_time(one.when)))
    return Calendar(
        store=store_named(scene),
        role=role_named(scene.catalog, role) if role else None,
        every=every,
        due=tuple(due),
        on_occasion=left.get("event", 0),
        unspecified=left.get("unspecified", 0),
    )


def _items(scene: Scene, role: str | None) -> Iterator[_Item]:
    """Everything that has a frequency and belongs to a seated role, or to the one asked about."""
    catalog, store = scene.catalog, scene.store.record
    asked = [role] if role else [one for one in scene.chart.seats_of_role if catalog.role_path(one)]
    for one in asked:
        found = catalog.role(one).record
        for duty in found.duties:
            if holds(duty, store):
                yield "duty", Named(id=one, title=found.title), duty.id, duty, duty.frequency, one
    for policy_id in store.policies:
        if policy_id not in catalog.policy_ids():
            continue
        policy = catalog.policy(policy_id).record
        owner = Named(id=policy.id, title=policy.title)
        for rule in policy.rules:
            if rule.status == "adopted":
                for one in _roles(rule.party, asked):
                    yield "rule", owner, rule.id, rule, rule.frequency, one
        for step in policy.steps:
            if step.status == "adopted":
                for one in _roles(step.actor, asked):
                    yield "step", owner, step.id, step, step.deadline, one
    for form in catalog.records.values():
        if form.record.keeper in asked:
            named = Named(id=form.record.id, title=form.record.title)
            yield "record", named, None, form.record.title, form.record.frequency, form.record.keeper


def _roles(parties: Iterable[Party], asked: list[str]) -> list[str]:
    return list(dict.fromkeys(party.role for party in parties if party.role in asked and party.role))


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDS = {"first-day": 0, "first-workday": 1, "last-workday": 98, "last-day": 99}


def _time(when: Frequency) -> tuple[int, int, str]:
    """What has neither day nor time first, then by day, then by time, then by how often."""
    marks = [*when.on, *([when.by] if when.by else [])]
    times = [*when.at, *(mark for mark in marks if ":" in mark)]
    return min((_day(mark) for mark in marks), default=-1), when.times or 0, min(times, default="")


def _day(mark: str) -> int:
    number = mark.rpartition("-")[2]
    if number.isdigit():
        return int(number)
    return DAYS.index(mark) if mark in DAYS else _ENDS.get(mark, -1)
