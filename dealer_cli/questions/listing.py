"""What the catalog has of a kind: ids and titles, with filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Chart
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.names import find_named
from dealer_cli.model.record import record
from dealer_cli.model.role import Level
from dealer_cli.questions.answer import Named, department_id, entity_named
from dealer_cli.questions.search import role_files


@record
class Listed(Named):
    """An entry of a list."""

    department: Named | None = None
    """Where a role usually sits; for a function, the department of whoever answers for it."""
    level: Level | None = None
    """The rank of a role."""
    positions: int | None = None
    """The positions of a store."""


@record
class Listing:
    """What the catalog has of a kind."""

    kind: str
    """roles, stores, departments, functions, kpis, systems, records, externals, policies."""
    store: Named | None
    """The store that it is limited to."""
    entries: tuple[Listed, ...]
    """The entries."""


@record
class Filters:
    """What an entry must have to be listed; none: everything."""

    department: str | None = None
    """A department's name."""
    level: Level | None = None
    """A level."""
    function: str | None = None
    """A function's name: roles with a duty in it."""
    store: str | None = None
    """A store's id: what it seats, answers for, or has in force."""

    def given(self) -> frozenset[str]:
        """The names of the filters that are set."""
        return frozenset(name for name in ("department", "level", "function", "store") if getattr(self, name))


FILTERS: dict[str, frozenset[str]] = {
    "roles": frozenset({"department", "level", "function", "store"}),
    "functions": frozenset({"department", "store"}),
    "policies": frozenset({"function", "store"}),
}
"""Which filters a kind knows; the others know none."""


def listing(catalog: Catalog, kind: str, filters: Filters | None = None) -> Listing:
    """The entries of a kind that pass the filters."""
    filters = filters or Filters()
    store = catalog.store(filters.store).record if filters.store else None
    return Listing(
        kind=kind,
        store=Named(id=store.id, title=store.title) if store else None,
        entries=tuple(KINDS[kind](catalog, filters)),
    )


def _roles(catalog: Catalog, filters: Filters) -> list[Listed]:
    ids = catalog.role_ids()
    if filters.store:
        seated = Chart(catalog.store(filters.store).record).seats_of_role
        ids = [role for role in ids if role in seated]
    if filters.function:
        ids = _with_function(catalog, ids, find_named(catalog, "functions", filters.function))
    wanted = department_id(catalog, filters.department)
    order = list(catalog.departments)
    heads = [catalog.role_head(role).record for role in ids]
    heads = [head for head in heads if wanted in (None, head.department) and filters.level in (None, head.level)]
    heads.sort(key=lambda head: (order.index(head.department) if head.department in order else len(order), head.id))
    return [
        Listed(id=head.id, title=head.title, department=entity_named(catalog, "departments", head.department), level=head.level)
        for head in heads
    ]


def _with_function(catalog: Catalog, ids: list[str], function: str) -> list[str]:
    import re

    holding = set(role_files(catalog, re.compile(re.escape(function))))
    return [role for role in ids if role in holding and any(duty.function == function for duty in catalog.role(role).record.duties)]


def _stores(catalog: Catalog, filters: Filters) -> list[Listed]:
    stores = [catalog.store(name).record for name in catalog.store_ids()]
    return [Listed(id=store.id, title=store.title, positions=len(store.positions)) for store in stores]


def _functions(catalog: Catalog, filters: Filters) -> list[Listed]:
    wanted = department_id(catalog, filters.department)
    scene = Scene(catalog, filters.store, "en") if filters.store else None
    found = []
    for name, entry in catalog.functions.items():
        department = _answering(catalog, scene, entry.record.accountable, name)
        if wanted in (None, department) and (scene is None or name in scene.store.record.accountable):
            named = entity_named(catalog, "departments", department) if department else None
            found.append(Listed(id=name, title=entry.record.title, department=named))
    return found


def _answering(catalog: Catalog, scene: Scene | None, role: str | None, function: str) -> str | None:
    """The department of whoever answers for a function: in the store, else usually."""
    if scene is not None:
        seat = scene.chart.seats.get(scene.store.record.accountable.get(function, ""))
        return scene.department(seat) if seat else None
    return catalog.role_head(role).record.department if role and catalog.role_path(role) else None


def _policies(catalog: Catalog, filters: Filters) -> list[Listed]:
    function = find_named(catalog, "functions", filters.function) if filters.function else None
    names = catalog.store(filters.store).record.policies if filters.store else catalog.policy_ids()
    policies = [catalog.policy(name).record for name in names]
    kept = [p for p in policies if function is None or function in (p.function, *(rule.function for rule in p.rules))]
    return [Listed(id=policy.id, title=policy.title) for policy in kept]


def _titled(vocabulary: Callable[[Catalog], dict[str, Entry[Any]]]) -> Callable[[Catalog, Filters], list[Listed]]:
    return lambda catalog, filters: [Listed(id=name, title=entry.record.title) for name, entry in vocabulary(catalog).items()]


KINDS: dict[str, Callable[[Catalog, Filters], list[Listed]]] = {
    "roles": _roles,
    "stores": _stores,
    "departments": _titled(lambda catalog: catalog.departments),
    "functions": _functions,
    "kpis": _titled(lambda catalog: catalog.kpis),
    "systems": _titled(lambda catalog: catalog.systems),
    "records": _titled(lambda catalog: catalog.records),
    "externals": _titled(lambda catalog: catalog.externals),
    "policies": _policies,
}
"""What can be listed."""
