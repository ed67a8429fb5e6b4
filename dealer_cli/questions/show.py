"""Finds one thing of the catalog by its name and gathers what is to be known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dealer_cli.chart.heads import heads
from dealer_cli.chart.scene import Scene
from dealer_cli.model.holding import holds
from dealer_cli.model.names import Kind
from dealer_cli.model.references import references
from dealer_cli.model.vocabulary import Indicator
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Post, Vocabulary, entity_named, post, posts, role_named, store_named
from dealer_cli.questions.shares import covered
from dealer_cli.questions.shown import (
    Carrier,
    DepartmentCount,
    Mention,
    Shown,
    ShownDepartment,
    ShownExternal,
    ShownFunction,
    ShownIndicator,
    ShownPolicy,
    ShownRecord,
    ShownRole,
    ShownStore,
    ShownSystem,
)
from dealer_cli.questions.tree import people, tree
from dealer_cli.questions.uses import uses


def shown(scene: Scene, kind: Kind, found: str, mentions: bool = True) -> Shown:
    """What `locate` found, whole.

    `mentions`: with the titles of all that a role or policy refers to, which a program wants and
    which take most of the reading.
    """
    answer = SHOW[kind](scene, found)
    if not mentions:
        return answer
    import dataclasses

    if isinstance(answer, ShownRole):
        return dataclasses.replace(answer, mentions=_mentions(scene, answer.role))
    if isinstance(answer, ShownPolicy):
        return dataclasses.replace(answer, mentions=_mentions(scene, answer.policy))
    return answer


def _role(scene: Scene, name: str) -> ShownRole:
    role = scene.catalog.role(name).record
    seats = posts(scene, [seat.key for seat in scene.chart.seats_of_role.get(name, [])])
    return ShownRole(
        store=store_named(scene),
        values=_values(scene),
        role=role,
        duties_here=tuple(duty.id for duty in role.duties if holds(duty, scene.store.record)),
        seats=seats,
        mentions=(),
    )


def _policy(scene: Scene, name: str) -> ShownPolicy:
    policy = scene.catalog.policy(name).record
    return ShownPolicy(
        store=store_named(scene),
        values=_values(scene),
        in_force=name in scene.store.record.policies,
        policy=policy,
        mentions=(),
    )


def _indicator(scene: Scene, name: str) -> ShownIndicator:
    indicator = scene.catalog.kpis[name].record
    found = uses(scene, "kpi", name)
    carriers = [carrier for use in found if use.kind == "role" for carrier in _carriers(scene, use.owner.id, indicator)]
    return ShownIndicator(
        store=store_named(scene),
        indicator=indicator,
        carriers=tuple(sorted(carriers, key=lambda carrier: -carrier.weight)),
        uses=tuple(use for use in found if use.kind != "role"),
        mentions=_mentions(scene, indicator),
    )


def _carriers(scene: Scene, role: str, indicator: Indicator) -> Iterable[Carrier]:
    listed = scene.catalog.role(role).record.kpis
    for kpi in listed.list if listed else ():
        if kpi.kpi == indicator.id:
            yield Carrier(
                role=role_named(scene.catalog, role),
                weight=kpi.weight,
                target=kpi.target or indicator.target,
                own_target=kpi.target is not None,
                seats=posts(scene, [seat.key for seat in scene.chart.seats_of_role.get(role, [])]),
            )


def _record(scene: Scene, name: str) -> ShownRecord:
    found = scene.catalog.records[name].record
    return ShownRecord(record=found, uses=uses(scene, "record", name), mentions=_mentions(scene, found))


def _system(scene: Scene, name: str) -> ShownSystem:
    system = scene.catalog.systems[name].record
    return ShownSystem(
        store=store_named(scene),
        product=_values(scene).get(system.value or ""),
        system=system,
        uses=uses(scene, "system", name),
        mentions=_mentions(scene, system),
    )


def _function(scene: Scene, name: str) -> ShownFunction:
    function = scene.catalog.functions[name].record
    return ShownFunction(
        store=store_named(scene), function=function, covered=covered(scene, [name])[0], mentions=_mentions(scene, function)
    )


def _department(scene: Scene, name: str) -> ShownDepartment:
    part = tree(scene, department=name)
    return ShownDepartment(
        store=store_named(scene),
        department=scene.catalog.departments[name].record,
        heads=_heads(scene).get(name, ()),
        positions=part.branches,
        people=part.total,
    )


def _store(scene: Scene, name: str) -> ShownStore:
    if name != scene.store.record.id:
        scene = Scene(scene.catalog, name, scene.lang)
    tops = _heads(scene)
    departments: dict[str, list[str]] = {}
    for seat in scene.chart.seats.values():
        departments.setdefault(scene.department(seat), []).append(seat.key)
    ordered = [d for d in scene.catalog.departments if d in departments] + [d for d in departments if d not in scene.catalog.departments]
    return ShownStore(
        store=scene.store.record,
        people=people(scene, list(scene.chart.seats)),
        departments=tuple(
            DepartmentCount(
                department=entity_named(scene.catalog, "departments", name),
                heads=tops.get(name, ()),
                people=people(scene, departments[name]),
            )
            for name in ordered
        ),
        mentions=_mentions(scene, scene.store.record),
    )


def _external(scene: Scene, name: str) -> ShownExternal:
    return ShownExternal(
        store=store_named(scene),
        external=scene.catalog.externals[name].record,
        reports=posts(scene, [key for key in scene.chart.seats if scene.chart.external(key) == name]),
        uses=uses(scene, "external", name),
    )


SHOW: dict[Kind, Callable[[Scene, str], Shown]] = {
    "roles": _role,
    "policies": _policy,
    "kpis": _indicator,
    "records": _record,
    "systems": _system,
    "functions": _function,
    "departments": _department,
    "stores": _store,
    "externals": _external,
}
"""How each kind is shown."""


VOCABULARY_OF: dict[str, Vocabulary] = {
    "department": "departments",
    "function": "functions",
    "kpi": "kpis",
    "system": "systems",
    "record": "records",
    "external": "externals",
}
"""The vocabulary of a kind of reference."""


def _values(scene: Scene) -> dict[str, Text]:
    values = scene.store.record.values
    return {key: Text(zh=value, en=value) if isinstance(value, str) else value for key, value in values.items()}


def _heads(scene: Scene) -> dict[str, tuple[Post, ...]]:
    found = heads(scene.chart, scene.department, scene.level)
    return {name: tuple(post(scene, seat.key) for seat in seats) for name, seats in found.items()}


def _mentions(scene: Scene, entity: object) -> tuple[Mention, ...]:
    named: dict[tuple[str, str], Text] = {}
    for kind, name, _ in references(entity):
        if (kind, name) not in named and (title := _title(scene, kind, name)) is not None:
            named[kind, name] = title
    return tuple(Mention(kind=kind, id=name, title=title) for (kind, name), title in named.items())


def _title(scene: Scene, kind: str, name: str) -> Text | None:
    catalog = scene.catalog
    if kind == "role":
        return catalog.role_head(name).record.title if catalog.role_path(name) else None
    if kind == "policy":
        return catalog.policy(name).record.title if name in catalog.policy_ids() else None
    vocabulary = VOCABULARY_OF.get(kind)
    return entity_named(catalog, vocabulary, name).title if vocabulary and name in getattr(catalog, vocabulary) else None
