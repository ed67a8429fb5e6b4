"""A catalog, or one store of it, as static files for programs: JSON a file an entity, CSV tables, and an index.

The index comes last, so that whoever finds it finds all that it names. The same catalog gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.names import find_named
from dealer_cli.model.record import record
from dealer_cli.model.words import Text, cited
from dealer_cli.questions.answer import plain
from dealer_cli.questions.tree import tree
from dealer_cli.writing.exchange import csv_text, json_text

FORMAT = 1
"""The number of this layout; it grows when a program that reads the old one would stumble."""

VOCABULARIES = ("departments", "functions", "kpis", "systems", "records", "externals", "clauses", "separations", "statutory")

DUTY_COLUMNS = ("role", "id", "zh", "en", "part", "function", "every", "records", "systems", "stores", "cites")
POSITION_COLUMNS = (
    *("store", "id", "role", "zh", "en", "department", "level"),
    *("reports_to", "external", "headcount", "contracted", "also_holds"),
)

Cell = str | int | float | None


@record
class Count:
    """How many entities of a kind there are."""

    kind: str
    """The folder that they are in."""
    files: int
    """How many."""


@record
class Index:
    """What an export holds: `index.json`."""

    format: int
    """The number of this layout."""
    name: Text
    """The catalog."""
    version: str
    """Its version."""
    store: str | None
    """The only store that is exported; none: all."""
    counts: tuple[Count, ...]
    """How many entities of each kind."""
    files: tuple[str, ...]
    """Every file but this one."""


def exported(catalog: Catalog, store: str | None = None) -> Iterator[tuple[str, bytes]]:
    """File names with their bytes, the index last. Raises `NotFound`, `Ambiguous`, and `Refused` for any broken file."""
    stores = [find_named(catalog, "stores", store)] if store else catalog.store_ids()
    scenes = [Scene(catalog, one, "en") for one in stores]
    roles = _of_store(scenes[0]) if store else catalog.role_ids()
    policies = [one for one in catalog.policy_ids() if not store or one in scenes[0].store.record.policies]
    kinds: list[tuple[str, Iterable[tuple[str, object]]]] = [
        ("roles", ((one, catalog.role(one).record) for one in roles)),
        ("stores", ((one, catalog.store(one).record) for one in stores)),
        ("charts", ((scene.store.record.id, tree(scene)) for scene in scenes)),
        ("policies", ((one, catalog.policy(one).record) for one in policies)),
        *((kind, ((one, entry.record) for one, entry in getattr(catalog, kind).items())) for kind in VOCABULARIES),
    ]
    counts, files = [], []
    for kind, entities in kinds:
        count = 0
        for name, entity in entities:
            count += 1
            files.append(f"{kind}/{name}.json")
            yield files[-1], json_text(plain(entity)).encode()
        counts.append(Count(kind=kind, files=count))
    for table, columns, rows in _tables(catalog, scenes, roles):
        files.append(f"{table}.csv")
        # Excel reads a CSV as UTF-8 only if it begins with a byte order mark.
        yield files[-1], csv_text(columns, list(rows)).encode("utf-8-sig")
    settings = catalog.settings.record
    index = Index(
        format=FORMAT,
        name=settings.name,
        version=settings.version,
        store=stores[0] if store else None,
        counts=tuple(counts),
        files=tuple(files),
    )
    yield "index.json", json_text(plain(index)).encode()


def _of_store(scene: Scene) -> list[str]:
    """The roles that a store seats or covers."""
    named = {*scene.chart.seats_of_role, *scene.store.record.not_seated}
    return [role for role in scene.catalog.role_ids() if role in named]


_Table = tuple[str, tuple[str, ...], Iterator[tuple[Cell, ...]]]
"""Name, columns, rows."""


def _tables(catalog: Catalog, scenes: list[Scene], roles: list[str]) -> Iterator[_Table]:
    yield "roles", ("id", "zh", "en", "department", "level", "purpose_zh", "purpose_en"), _roles(catalog, roles)
    yield "duties", DUTY_COLUMNS, _duties(catalog, roles)
    yield "kpis", ("role", "kpi", "weight", "unit", "min", "max", "cites"), _kpis(catalog, roles)
    yield "positions", POSITION_COLUMNS, (row for scene in scenes for row in _positions(scene))
    yield "accountable", ("store", "function", "position"), (row for scene in scenes for row in _accountable(scene))


def _roles(catalog: Catalog, roles: list[str]) -> Iterator[tuple[Cell, ...]]:
    for name in roles:
        role = catalog.role(name).record
        purpose = role.purpose or Text()
        yield role.id, role.title.zh, role.title.en, role.department, role.level, purpose.zh, purpose.en


def _duties(catalog: Catalog, roles: list[str]) -> Iterator[tuple[Cell, ...]]:
    for name in roles:
        for duty in catalog.role(name).record.duties:
            every = " ".join(dict.fromkeys(frequency.every for frequency in duty.frequency))
            lists = (" ".join(words) for words in (duty.records, duty.systems, duty.stores, cited(duty.from_)))
            yield name, duty.id, duty.zh, duty.en, duty.part, duty.function, every, *lists


def _kpis(catalog: Catalog, roles: list[str]) -> Iterator[tuple[Cell, ...]]:
    for name in roles:
        kpis = catalog.role(name).record.kpis
        for kpi in kpis.list if kpis else ():
            indicator = catalog.kpis.get(kpi.kpi)
            target = kpi.target or (indicator.record.target if indicator else None)
            bounds = (target.min, target.max) if target else (None, None)
            yield name, kpi.kpi, kpi.weight, indicator.record.unit if indicator else None, *bounds, " ".join(cited(kpi.from_))


def _positions(scene: Scene) -> Iterator[tuple[Cell, ...]]:
    for key, seat in scene.chart.seats.items():
        position = seat.position
        title = position.title or scene.catalog.role_head(position.role).record.title
        yield (
            scene.store.record.id,
            key,
            position.role,
            title.zh,
            title.en,
            scene.department(seat),
            scene.level(seat),
            scene.chart.superior(key),
            scene.chart.external(key),
            position.headcount,
            "true" if position.contracted else "false",
            " ".join(held.role for held in seat.held),
        )


def _accountable(scene: Scene) -> Iterator[tuple[Cell, ...]]:
    for function, position in scene.store.record.accountable.items():
        yield scene.store.record.id, function, position
