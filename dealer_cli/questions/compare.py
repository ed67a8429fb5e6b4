"""Two roles or two stores side by side: what only one of them has, what both have, and what differs in that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.staffing import people
from dealer_cli.chart.tree import Chart
from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.holding import holds
from dealer_cli.model.names import find_named, names_of, normal
from dealer_cli.model.record import record
from dealer_cli.model.role import Role
from dealer_cli.model.store import Store
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Named, Vocabulary, entity_named, role_named, store_named


@record
class Shares:
    """What each of the two has of one kind."""

    kind: Literal["functions", "kpis", "records", "systems", "roles", "departments", "policies"]
    """The kind."""
    first: tuple[Named, ...]
    """What only the first has."""
    second: tuple[Named, ...]
    """What only the second has."""
    both: tuple[Named, ...]
    """What both have."""


@record
class Difference:
    """Something that both have, each in another way."""

    kind: Literal["department", "level", "superior", "headcount", "part", "weight", "accountable"]
    """What differs."""
    about: Named | None
    """The function, indicator or role in which it differs; none: the two themselves."""
    first: tuple[Named, ...]
    """How the first has it; a level, part or number is its own title."""
    second: tuple[Named, ...]
    """How the second has it."""


@record
class Compared:
    """Two roles in a store, or two stores."""

    kind: Literal["roles", "stores"]
    """What they are."""
    store: Named | None
    """The store in which two roles are compared."""
    first: Named
    """The first."""
    second: Named
    """The second."""
    differences: tuple[Difference, ...]
    """What both have differently."""
    shares: tuple[Shares, ...]
    """What each has."""


Pairs = Mapping[str, tuple[Named, ...]]


def compare(catalog: Catalog, first: str, second: str, store: str | None, lang: str) -> Compared:
    """Two stores, where both names are stores'; else two roles. Raises `NotFound` and `Ambiguous`."""
    stores = {name.key for name in names_of(catalog, "stores")}
    if normal(first) in stores and normal(second) in stores:
        return _stores(*(Scene(catalog, find_named(catalog, "stores", name), lang) for name in (first, second)))
    scene = Scene(catalog, store, lang)
    found = [scene.find(name)[0] for name in (first, second)]
    for role in found:
        if catalog.role_path(role) is None:
            raise NotFound(role, ())
    return _roles(scene, *found)


def _roles(scene: Scene, first: str, second: str) -> Compared:
    roles = [scene.catalog.role(name).record for name in (first, second)]
    kinds: list[tuple[Literal["functions", "kpis", "records", "systems"], Callable[[Role], Iterable[str | None]]]] = [
        ("functions", lambda role: (duty.function for duty in role.duties if holds(duty, scene.store.record))),
        ("kpis", lambda role: (kpi.kpi for kpi in role.kpis.list) if role.kpis else ()),
        ("records", lambda role: (name for duty in role.duties if holds(duty, scene.store.record) for name in duty.records)),
        ("systems", lambda role: (name for duty in role.duties if holds(duty, scene.store.record) for name in duty.systems)),
    ]
    shares = [_shares(kind, *(_named(scene.catalog, kind, of(role)) for role in roles)) for kind, of in kinds]
    one, other = (_facts(scene, role) for role in roles)
    differences = [_difference(kind, None, one[kind], other[kind]) for kind in _FACTS]
    parts = [_parts(scene, role) for role in roles]
    differences += [_difference("part", named, *(_plain(part[named.id]) for part in parts)) for named in shares[0].both]
    weights = [{kpi.kpi: [str(kpi.weight)] for kpi in role.kpis.list} if role.kpis else {} for role in roles]
    differences += [_difference("weight", named, *(_plain(weight[named.id]) for weight in weights)) for named in shares[1].both]
    return Compared(
        kind="roles",
        store=store_named(scene),
        first=role_named(scene.catalog, first),
        second=role_named(scene.catalog, second),
        differences=_differing(differences),
        shares=tuple(shares),
    )


_FACTS: tuple[Literal["department", "level", "superior", "headcount"], ...] = ("department", "level", "superior", "headcount")


def _facts(scene: Scene, role: Role) -> Pairs:
    return {
        "department": (entity_named(scene.catalog, "departments", role.department),),
        "level": _plain([role.level]),
        **_seated(scene, role.id),
    }


def _seated(scene: Scene, role: str) -> dict[str, tuple[Named, ...]]:
    """The superiors and the headcount of a role's seats."""
    seats = scene.chart.seats_of_role.get(role, [])
    superiors: dict[str, Named] = {}
    for seat in seats:
        above, outside = scene.chart.superior(seat.key), scene.chart.external(seat.key)
        if above:
            named = role_named(scene.catalog, scene.chart.seats[above].position.role)
            superiors[named.id] = named
        elif outside:
            superiors[outside] = entity_named(scene.catalog, "externals", outside)
    return {
        "superior": tuple(superiors[key] for key in sorted(superiors)),
        "headcount": _plain([_headcount(scene.chart, role)]) if seats else (),
    }


def _headcount(chart: Chart, role: str) -> str:
    """The people of a role; with `+` where there are seats whose number is not known."""
    seats = chart.seats_of_role[role]
    unknown = any(seat.position.headcount == "unknown" for seat in seats)
    return f"{sum(people(seat, role) for seat in seats)}{'+' if unknown else ''}"


def _parts(scene: Scene, role: Role) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for duty in role.duties:
        if duty.function and holds(duty, scene.store.record):
            found.setdefault(duty.function, set()).add(duty.part)
    return {name: sorted(parts) for name, parts in found.items()}


def _stores(one: Scene, other: Scene) -> Compared:
    scenes = (one, other)
    catalog = one.catalog
    roles = _shares("roles", *({role: role_named(catalog, role) for role in scene.chart.seats_of_role} for scene in scenes))
    departments = [_named(catalog, "departments", map(scene.department, scene.chart.seats.values())) for scene in scenes]
    answered = [scene.store.record.accountable for scene in scenes]
    functions = _shares("functions", *(_named(catalog, "functions", functions) for functions in answered))
    policies = _shares("policies", *(_policies(catalog, scene.store.record) for scene in scenes))
    differences: list[Difference] = []
    for role in roles.both:
        first, second = (_seated(scene, role.id) for scene in scenes)
        differences += [_difference("superior", role, first["superior"], second["superior"])]
        differences += [_difference("headcount", role, first["headcount"], second["headcount"])]
    for function in functions.both:
        differences += [_difference("accountable", function, *(_accountable(scene, function.id) for scene in scenes))]
    return Compared(
        kind="stores",
        store=None,
        first=store_named(one),
        second=store_named(other),
        differences=_differing(differences),
        shares=(roles, _shares("departments", *departments), functions, policies),
    )


def _accountable(scene: Scene, function: str) -> tuple[Named, ...]:
    seat = scene.chart.seats.get(scene.store.record.accountable[function])
    return (role_named(scene.catalog, seat.position.role),) if seat else ()


def _policies(catalog: Catalog, store: Store) -> dict[str, Named]:
    known = [name for name in store.policies if name in catalog.policy_ids()]
    return {name: Named(id=name, title=catalog.policy(name).record.title) for name in known}


def _named(catalog: Catalog, vocabulary: Vocabulary, names: Iterable[str | None]) -> dict[str, Named]:
    return {name: entity_named(catalog, vocabulary, name) for name in names if name}


def _shares(
    kind: Literal["functions", "kpis", "records", "systems", "roles", "departments", "policies"],
    first: Mapping[str, Named],
    second: Mapping[str, Named],
) -> Shares:
    return Shares(
        kind=kind,
        first=tuple(named for name, named in first.items() if name not in second),
        second=tuple(named for name, named in second.items() if name not in first),
        both=tuple(named for name, named in first.items() if name in second),
    )


def _difference(
    kind: Literal["department", "level", "superior", "headcount", "part", "weight", "accountable"],
    about: Named | None,
    first: tuple[Named, ...],
    second: tuple[Named, ...],
) -> Difference:
    return Difference(kind=kind, about=about, first=first, second=second)


def _differing(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(one for one in differences if [named.id for named in one.first] != [named.id for named in one.second])


def _plain(words: Iterable[str]) -> tuple[Named, ...]:
    return tuple(Named(id=word, title=Text(zh=word, en=word)) for word in words)
