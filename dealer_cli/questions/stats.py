"""A store in numbers: levels, spans, depth, headcount by department, and how much of its texts a source states."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.model.holding import holds, rests_on
from dealer_cli.model.record import record
from dealer_cli.model.role import LEVELS, Level, Role
from dealer_cli.model.words import Citations
from dealer_cli.questions.answer import Named, Post, entity_named, posts, store_named
from dealer_cli.questions.tree import People, people

Part = Literal["purpose", "duties", "clauses", "kpis", "authority", "requirements", "relations", "conditions"]


@record
class OfLevel:
    """The positions of one level."""

    level: Level
    """The level."""
    people: People
    """How many."""


@record
class OfDepartment:
    """The positions of one department."""

    department: Named
    """The department."""
    people: People
    """How many."""


@record
class Spans:
    """How many direct reports superiors have."""

    superiors: int
    """The positions with a report."""
    median: float
    """The middle of their spans; 0 where nobody has a report."""
    largest: int
    """The largest span."""
    widest: tuple[Post, ...]
    """The positions that have it."""


@record
class Content:
    """How much of one part of the seated roles is stated by a source."""

    part: Part
    """The part."""
    cited: int
    """Texts that rest on an item."""
    proposed: int
    """Texts that are ours."""


@record
class Stats:
    """A store in numbers."""

    store: Named
    """The store."""
    roles: int
    """The roles that it seats, those held together with another included."""
    total: People
    """Its positions and people."""
    depth: int
    """How many positions stand one above the other in the longest line."""
    levels: tuple[OfLevel, ...]
    """By level, the highest first."""
    departments: tuple[OfDepartment, ...]
    """By department."""
    spans: Spans
    """How many direct reports superiors have."""
    content: tuple[Content, ...]
    """How much of the seated roles' texts is cited, as far as this store goes."""


def stats(scene: Scene) -> Stats:
    """The numbers of a store."""
    chart = scene.chart
    by_level: dict[Level, list[str]] = {level: [] for level in LEVELS}
    by_department: dict[str, list[str]] = {name: [] for name in scene.catalog.departments}
    for key, seat in chart.seats.items():
        by_level[scene.level(seat)].append(key)
        by_department.setdefault(scene.department(seat), []).append(key)
    return Stats(
        store=store_named(scene),
        roles=len(chart.seats_of_role),
        total=people(scene, list(chart.seats)),
        depth=max(chart.depths.values(), default=0),
        levels=tuple(OfLevel(level=level, people=people(scene, keys)) for level, keys in by_level.items() if keys),
        departments=tuple(
            OfDepartment(department=entity_named(scene.catalog, "departments", name), people=people(scene, keys))
            for name, keys in by_department.items()
            if keys
        ),
        spans=_spans(scene),
        content=_content(scene),
    )


def _spans(scene: Scene) -> Spans:
    spans = {key: len(reports) for key, reports in scene.chart.reports.items() if reports}
    sizes = sorted(spans.values())
    middle = len(sizes) // 2
    median = 0.0 if not sizes else float(sizes[middle]) if len(sizes) % 2 else (sizes[middle - 1] + sizes[middle]) / 2
    largest = max(sizes, default=0)
    return Spans(
        superiors=len(spans),
        median=median,
        largest=largest,
        widest=posts(scene, [key for key, size in spans.items() if size == largest]),
    )


def _content(scene: Scene) -> tuple[Content, ...]:
    cited: Counter[Part] = Counter()
    proposed: Counter[Part] = Counter()
    for role in scene.chart.seats_of_role:
        if scene.catalog.role_path(role):
            for part, citations in _texts(scene, scene.catalog.role(role).record):
                (cited if rests_on(citations, scene.store.record) else proposed)[part] += 1
    parts: tuple[Part, ...] = ("purpose", "duties", "clauses", "kpis", "authority", "requirements", "relations", "conditions")
    return tuple(Content(part=part, cited=cited[part], proposed=proposed[part]) for part in parts if cited[part] or proposed[part])


def _texts(scene: Scene, role: Role) -> list[tuple[Part, Citations | None]]:
    """The part and the citations of every text of a role that holds in the store."""
    store = scene.store.record
    found: list[tuple[Part, Citations | None]] = [("purpose", role.purpose.from_)] if role.purpose else []
    found += [("duties", duty.from_) for duty in role.duties if holds(duty, store)]
    found += [("clauses", use.from_) for use in role.clauses if holds(use, store)]
    found += [("kpis", kpi.from_) for kpi in role.kpis.list] if role.kpis else []
    found += [("authority", one.from_) for one in role.authority.list] if role.authority else []
    found += [("requirements", one.from_) for one in role.requirements.list] if role.requirements else []
    found += [("relations", one.from_) for one in role.relations.list] if role.relations else []
    found += [("conditions", one.from_) for one in role.conditions.list] if role.conditions else []
    return found
