"""What happens to a store if a position goes, and if another takes over its work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.segregation import Breach, Scope, Separations, responsible_for
from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.names import Ambiguous
from dealer_cli.model.record import record
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Named, Post, entity_named, post, posts, role_named, store_named
from dealer_cli.questions.search import role_files
from dealer_cli.questions.shares import DOES, covered
from dealer_cli.questions.uses import Use, uses


@record
class Orphan:
    """A position that loses its superior."""

    position: Post
    """The position."""
    to: Post | None
    """Whom it would report to: the position that takes over, else the superior of the one that goes."""


@record
class Meeting:
    """Incompatible duties that meet if the other position takes over."""

    separation: str
    """The separation's id."""
    where: Literal["holder", "superior"]
    """In one person, or in a superior and a report."""
    position: Post
    """The one person, or the superior."""
    report: Post | None
    """The report."""
    function: Named
    """The one function."""
    other: Named
    """The other."""
    severity: Literal["error", "warning"]
    """How `check` would report it."""
    reason: Text
    """What could happen."""


@record
class Impact:
    """What loses a position, or its meaning."""

    store: Named
    """The store."""
    role: Named
    """The role asked about."""
    removed: tuple[Post, ...]
    """The positions that go; none where the role has no seat."""
    takes_over: Post | None
    """The position that takes over."""
    orphans: tuple[Orphan, ...]
    """Who loses a superior."""
    dotted: tuple[Post, ...]
    """Whose dotted line leads nowhere."""
    deputized: tuple[Post, ...]
    """Who loses a deputy."""
    uncovered: tuple[Named, ...]
    """Roles without a seat that lose the position which does their work."""
    accountable: tuple[Named, ...]
    """Functions that nobody answers for any more."""
    undone: tuple[Named, ...]
    """Functions that nobody does any more."""
    by_law: tuple[Named, ...]
    """Positions by law that nobody can carry any more."""
    unmeasured: tuple[Named, ...]
    """Indicators by which nobody is measured any more."""
    policies: tuple[Use, ...]
    """Rules and steps of policies in force that need a role without a seat now."""
    records: tuple[Use, ...]
    """Forms that lose their keeper."""
    indicators: tuple[Use, ...]
    """Indicators that lose whoever supplies the figure."""
    roles: tuple[Use, ...]
    """Relations and careers of seated roles that name a role without a seat now."""
    meetings: tuple[Meeting, ...]
    """Incompatible duties that meet if the other position takes over."""


class Itself(Exception):
    """The position that is to take over is one of those that go."""


def impact(scene: Scene, name: str, to: str | None = None) -> Impact:
    """What a store loses with a role or position. Raises `NotFound`, `Ambiguous`, `Itself`."""
    chart, store = scene.chart, scene.store.record
    role, seats = scene.find(name)
    gone = [seat.key for seat in seats]
    heir = _heir(scene, to, gone) if to else None
    vacant = [one for one in dict.fromkeys(one for seat in seats for one in seat.roles) if _vacant(scene, one, gone)]
    used = [use for one in vacant for use in uses(scene, "role", one)]
    staying = [seat for seat in chart.seats.values() if seat.key not in gone]
    covering = {one: by if isinstance(by, str) else by.position for one, by in store.not_seated.items()}
    return Impact(
        store=store_named(scene),
        role=role_named(scene.catalog, role),
        removed=posts(scene, gone),
        takes_over=post(scene, heir) if heir else None,
        orphans=tuple(
            Orphan(position=post(scene, seat.key), to=_next(scene, seat.key, gone, heir))
            for seat in staying
            if chart.superior(seat.key) in gone
        ),
        dotted=posts(scene, [seat.key for seat in staying if any(line.position in gone for line in seat.dotted)]),
        deputized=posts(scene, [seat.key for seat in staying if seat.position.deputy in gone]),
        uncovered=tuple(role_named(scene.catalog, one) for one, by in covering.items() if by in gone),
        accountable=tuple(entity_named(scene.catalog, "functions", one) for one, by in store.accountable.items() if by in gone),
        undone=tuple(_undone(scene, vacant, gone)),
        by_law=tuple(_by_law(scene, gone)),
        unmeasured=tuple(_unmeasured(scene, vacant)),
        policies=tuple(use for use in used if use.kind == "policy" and _in_force(scene, use, vacant)),
        records=tuple(use for use in used if use.kind == "record"),
        indicators=tuple(use for use in used if use.kind == "kpi"),
        roles=tuple(use for use in used if use.kind == "role" and use.owner.id in chart.seats_of_role and use.owner.id not in vacant),
        meetings=tuple(_meetings(scene, gone, heir)) if heir else (),
    )


def _heir(scene: Scene, name: str, gone: list[str]) -> str:
    role, seats = scene.find(name)
    if not seats:
        raise NotFound(name, ())
    if len(seats) > 1:
        raise Ambiguous(name, tuple(seat.key for seat in seats), "roles")
    if seats[0].key in gone:
        raise Itself(role)
    return seats[0].key


def _vacant(scene: Scene, role: str, gone: list[str]) -> bool:
    """Whether a role has no seat left."""
    return all(seat.key in gone for seat in scene.chart.seats_of_role[role]) and scene.catalog.role_path(role) is not None


def _next(scene: Scene, key: str, gone: list[str], heir: str | None) -> Post | None:
    """Whom a position reports to then; the heir itself moves up to the superior of the one that goes."""
    above = next((one for one in scene.chart.chain(key) if one not in gone), None)
    found = heir if heir and heir != key and heir not in _below(scene, key) else above
    return post(scene, found) if found else None


def _below(scene: Scene, key: str) -> set[str]:
    return {name for _, name in scene.chart.below(key)}


def _in_force(scene: Scene, use: Use, vacant: list[str]) -> bool:
    """Whether a policy of the store needs the role there: in nothing that is not adopted, and in no step that another may do."""
    if use.owner.id not in scene.store.record.policies:
        return False
    policy = scene.catalog.policy(use.owner.id).record
    if use.part == "rules":
        return not any(rule.id == use.id and rule.status == "not-adopted" for rule in policy.rules)
    for step in policy.steps if use.part == "steps" else ():
        if step.id == use.id:
            others = [party.role for party in step.actor if party.role in scene.chart.seats_of_role and party.role not in vacant]
            return step.status == "adopted" and not others
    return True


def _undone(scene: Scene, vacant: list[str], gone: list[str]) -> Iterator[Named]:
    asked = {duty.function for role in vacant for duty in scene.catalog.role(role).record.duties if duty.function and duty.part in DOES}
    for function in covered(scene, [name for name in scene.catalog.functions if name in asked]):
        doing = [share.position.id for share in function.shares if share.part in DOES]
        if doing and all(key in gone for key in doing):
            yield function.function


def _by_law(scene: Scene, gone: list[str]) -> Iterator[Named]:
    for entry in scene.catalog.statutory.values():
        seats = carriers(entry.record, scene.chart)
        if seats and all(seat.key in gone for seat in seats) and asked_for(entry.record.when, scene.store.record) is not False:
            yield Named(id=entry.record.id, title=entry.record.title)


def _unmeasured(scene: Scene, vacant: list[str]) -> Iterator[Named]:
    asked = dict.fromkeys(name for role in vacant for name in _kpis(scene, role))
    if not asked:
        return
    pattern = re.compile("|".join(re.escape(name) for name in asked))
    staying = [role for role in role_files(scene.catalog, pattern) if role in scene.chart.seats_of_role and role not in vacant]
    kept = {name for role in staying for name in _kpis(scene, role)}
    yield from (entity_named(scene.catalog, "kpis", name) for name in asked if name not in kept)


def _kpis(scene: Scene, role: str) -> list[str]:
    kpis = scene.catalog.role(role).record.kpis
    return [kpi.kpi for kpi in kpis.list] if kpis else []


def _meetings(scene: Scene, gone: list[str], heir: str) -> Iterator[Meeting]:
    """What the heir's old and new work bring together that was apart before."""
    separated = Separations(entry.record for entry in scene.catalog.separations.values())
    new, own = _functions(scene, *gone), _functions(scene, heir)
    both = new | own
    known = {breach.separation.id for breach in separated.within(own, "holder")}
    for breach in separated.between(own, new, "holder"):
        if breach.separation.id not in known:
            yield _meeting(scene, breach, "holder", heir, None)
    after = [(heir, key) for key in scene.chart.reports[heir] if key not in gone]
    after += [(heir, key) for one in gone for key in scene.chart.reports[one] if key != heir and key not in gone]
    above = next((key for key in scene.chart.chain(heir) if key not in gone), None)
    after += [(above, heir)] if above else []
    for superior, report in after:
        upper = both if superior == heir else _functions(scene, superior)
        lower = both if report == heir else _functions(scene, report)
        before = _functions(scene, scene.chart.superior(report) or report)
        known = {breach.separation.id for breach in separated.between(before, _functions(scene, report), "superior")}
        for breach in separated.between(upper, lower, "superior"):
            if breach.separation.id not in known:
                yield _meeting(scene, breach, "superior", superior, report)


def _functions(scene: Scene, *keys: str) -> frozenset[str]:
    """What positions are responsible for."""
    roles = dict.fromkeys(role for key in keys for role in scene.chart.seats[key].roles if scene.catalog.role_path(role))
    return frozenset().union(*(responsible_for(scene.catalog.role(role).record.duties, scene.store.record) for role in roles))


def _meeting(scene: Scene, breach: Breach, where: Scope, position: str, report: str | None) -> Meeting:
    separation = breach.separation
    return Meeting(
        separation=separation.id,
        where="superior" if where == "superior" else "holder",
        position=post(scene, position),
        report=post(scene, report) if report else None,
        function=entity_named(scene.catalog, "functions", breach.function),
        other=entity_named(scene.catalog, "functions", breach.other),
        severity=separation.severity,
        reason=separation.reason,
    )
