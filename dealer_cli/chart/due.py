"""What comes back: everything of a catalog that has a frequency and belongs to a role of a store, in the order of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from dealer_cli.chart.scene import Scene
from dealer_cli.model.holding import holds
from dealer_cli.model.words import Frequency, Party, Text

Period = Literal["hour", "day", "week", "month", "quarter", "half-year", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDS = {"first-day": 0, "first-workday": 1, "last-workday": 98, "last-day": 99}


class Recurring(NamedTuple):
    """Something with frequencies."""

    kind: Literal["duty", "rule", "step", "record"]
    """A duty of a role, a rule or step of a policy in force, or a form that a role keeps."""
    owner: str
    """The id of the role, the policy or the form."""
    owner_title: Text
    id: str | None
    """The duty, rule or step."""
    text: Text
    """What is due, as the catalog says it."""
    frequencies: tuple[Frequency, ...]
    role: str
    """Whose work it is."""


def recurring(scene: Scene, roles: Iterable[str]) -> Iterator[Recurring]:
    """Everything that has a frequency and belongs to one of these roles."""
    catalog, store = scene.catalog, scene.store.record
    asked = list(roles)
    for one in asked:
        found = catalog.role(one).record
        for duty in found.duties:
            if holds(duty, store):
                yield Recurring("duty", one, found.title, duty.id, duty, duty.frequency, one)
    for policy_id in store.policies:
        if policy_id not in catalog.policy_ids():
            continue
        policy = catalog.policy(policy_id).record
        for rule in policy.rules:
            if rule.status == "adopted":
                for one in _roles(rule.party, asked):
                    yield Recurring("rule", policy.id, policy.title, rule.id, rule, rule.frequency, one)
        for step in policy.steps:
            if step.status == "adopted":
                for one in _roles(step.actor, asked):
                    yield Recurring("step", policy.id, policy.title, step.id, step, step.deadline, one)
    for form in catalog.records.values():
        if form.record.keeper in asked:
            yield Recurring("record", form.record.id, form.record.title, None, form.record.title, form.record.frequency, form.record.keeper)


def period_of(frequency: Frequency) -> Period | None:
    """The period of a calendar; none for what is due on occasion, or at intervals that no one states."""
    return next((period for period in PERIODS if period == frequency.every), None)


def in_order(when: Frequency) -> tuple[int, int, str]:
    """A key to sort by: what has neither day nor time first, then by day, then by how often and by time."""
    day, time = day_and_time(when)
    return day, when.times or 0, time


def day_and_time(when: Frequency) -> tuple[int, str]:
    """The first day of its period on which something is due, -1 where none is named, and the first time."""
    marks = [*when.on, *([when.by] if when.by else [])]
    times = [*when.at, *(mark for mark in marks if ":" in mark)]
    return min((_day(mark) for mark in marks), default=-1), min(times, default="")


def _roles(parties: Iterable[Party], asked: list[str]) -> list[str]:
    return list(dict.fromkeys(party.role for party in parties if party.role in asked and party.role))


def _day(mark: str) -> int:
    number = mark.rpartition("-")[2]
    if number.isdigit():
        return int(number)
    return DAYS.index(mark) if mark in DAYS else _ENDS.get(mark, -1)
