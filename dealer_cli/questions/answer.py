"""What every answer is made of: things with id and title in both languages, positions, and plain data for programs.

An answer is a frozen record. It holds ids and titles, never words of the screen, so that one
answer prints in either language and its JSON is the same whichever is spoken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from dealer_cli.model.record import record, yaml_key
from dealer_cli.model.words import Text

if TYPE_CHECKING:
    from dealer_cli.chart.scene import Scene
    from dealer_cli.model.catalog import Catalog
    from dealer_cli.writing.exchange import Json

Vocabulary = Literal["departments", "functions", "kpis", "systems", "records", "externals"]


@record
class Named:
    """Something of the catalog."""

    id: str
    """Its stable name."""
    title: Text
    """What it is called."""


@record
class Post(Named):
    """A position of a store; its id is its name in that store."""

    role: str
    """What the position is."""
    holds: tuple[Named, ...] = ()
    """The roles that the same person holds."""


def role_named(catalog: Catalog, role: str) -> Named:
    """A role by its title; one that is nowhere defined by its id."""
    known = catalog.role_path(role) is not None
    return Named(id=role, title=catalog.role_head(role).record.title if known else Text(zh=role, en=role))


def entity_named(catalog: Catalog, vocabulary: Vocabulary, name: str) -> Named:
    """An entry of a vocabulary by its title; one that is nowhere defined by its id."""
    entry = getattr(catalog, vocabulary).get(name)
    return Named(id=name, title=entry.record.title if entry else Text(zh=name, en=name))


def store_named(scene: Scene) -> Named:
    """The store that is asked about."""
    return Named(id=scene.store.record.id, title=scene.store.record.title)


def department_id(catalog: Catalog, name: str | None) -> str | None:
    """The department that a name means; none for none. Raises `NotFound` and `Ambiguous`."""
    from dealer_cli.model.names import find_named

    return find_named(catalog, "departments", name) if name else None


def post(scene: Scene, key: str) -> Post:
    """A position of the store, with what it is called there."""
    seat = scene.chart.seats[key]
    return Post(
        id=key,
        title=seat.position.title or role_named(scene.catalog, seat.position.role).title,
        role=seat.position.role,
        holds=tuple(role_named(scene.catalog, held.role) for held in seat.held),
    )


def posts(scene: Scene, keys: list[str] | tuple[str, ...]) -> tuple[Post, ...]:
    """Positions of the store, in the order given."""
    return tuple(post(scene, key) for key in keys)


def filled(scene: Scene, text: Text) -> Text:
    """A text with the store's values in it, in both languages."""
    from dealer_cli.model.values import fill, values_of

    if "$" not in f"{text.zh}{text.en}":
        return Text(zh=text.zh, en=text.en)
    store = scene.store.record
    return Text(
        zh=fill(text.zh, values_of(store, "zh")) if text.zh else None,
        en=fill(text.en, values_of(store, "en")) if text.en else None,
    )


def plain(value: object) -> Json:
    """An answer as data for JSON: every key is there, with null where nothing is known."""
    import dataclasses

    if dataclasses.is_dataclass(value):
        return {yaml_key(field.name): plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise TypeError(type(value).__name__)
