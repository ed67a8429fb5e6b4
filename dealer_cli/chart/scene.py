"""A store as answers and documents need it: its chart, its titles, its values, in one language."""

from __future__ import annotations

from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.model.catalog import Catalog, Entry, NotFound
from dealer_cli.model.names import find_role, normal
from dealer_cli.model.role import Level
from dealer_cli.model.store import Store
from dealer_cli.model.values import values_of
from dealer_cli.model.words import Party


class Scene:
    """One store of a catalog, seen in one language."""

    def __init__(self, catalog: Catalog, store: str | None, lang: str) -> None:
        self.catalog = catalog
        self.lang = lang
        self.store: Entry[Store] = catalog.store(store or default_store(catalog))
        self.chart = Chart(self.store.record)
        self.values = values_of(self.store.record, lang)

    def role_title(self, role: str) -> str:
        """The title of a role."""
        return self.catalog.role_head(role).record.title.say(self.lang)

    def title(self, key: str) -> str:
        """What the store calls a position."""
        position = self.chart.seats[key].position
        return position.title.say(self.lang) if position.title else self.role_title(position.role)

    def full_title(self, key: str) -> str:
        """The position's title with the posts held together in brackets."""
        held = [self.role_title(held.role) for held in self.chart.seats[key].held]
        if not held:
            return self.title(key)
        return f"{self.title(key)}（兼{'、'.join(held)}）" if self.lang == "zh" else f"{self.title(key)} (also {', '.join(held)})"

    def department(self, seat: Seat) -> str:
        """The department in which a position sits."""
        return seat.position.department or self.catalog.role_head(seat.position.role).record.department

    def level(self, seat: Seat) -> Level:
        """The level of a position's own role."""
        return self.catalog.role_head(seat.position.role).record.level

    def external(self, external: str) -> str:
        """The name of somebody outside the store."""
        entry = self.catalog.externals.get(external)
        return entry.record.title.say(self.lang) if entry else external

    def party(self, party: Party) -> str:
        """The name of whoever a relation, a rule or a step means."""
        if party.role:
            return self.role_title(party.role) if self.catalog.role_path(party.role) else party.role
        if party.department:
            entry = self.catalog.departments.get(party.department)
            return entry.record.title.say(self.lang) if entry else party.department
        if party.external:
            return self.external(party.external)
        return party.unit.say(self.lang) if party.unit else ""

    def find(self, name: str) -> tuple[str, list[Seat]]:
        """The role that a name means and its seats here; by the position's own name, that one seat."""
        asked = normal(name)
        seat = self.chart.seats.get(asked)
        if seat is not None:
            return seat.position.role, [seat]
        named = [s for s in self.chart.seats.values() if s.position.title and asked in _normals(s)]
        if named:
            return named[0].position.role, named
        role = find_role(self.catalog, name, self.store.record.id)
        return role, self.chart.seats_of_role.get(role, [])


def default_store(catalog: Catalog) -> str:
    """The store that a question is about when none is named: the catalog's default, else its only one."""
    stores = catalog.store_ids()
    chosen = catalog.settings.record.default_store
    if chosen:
        return chosen
    if len(stores) == 1:
        return stores[0]
    raise NotFound("", tuple(stores[:3]))


def _normals(seat: Seat) -> set[str]:
    title = seat.position.title
    return {normal(text) for text in (title.zh, title.en) if text} if title else set()
