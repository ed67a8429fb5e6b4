"""A store as answers and documents need it: its chart, its titles, its values, in one language."""

from __future__ import annotations

from collections.abc import Callable

from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.model.catalog import Catalog, Entry, NotFound
from dealer_cli.model.names import OWN, find_named, find_role, named, normal
from dealer_cli.model.role import Level
from dealer_cli.model.store import Store
from dealer_cli.model.values import values_of
from dealer_cli.model.words import Party


class Scene:
    """One store of a catalog, seen in one language."""

    def __init__(self, catalog: Catalog, store: str | None, lang: str) -> None:
        self.catalog = catalog
        self.lang = lang
        self.store: Entry[Store] = catalog.store(find_named(catalog, "stores", store) if store else default_store(catalog))
        self.chart = Chart(self.store.record)
        self.values = values_of(self.store.record, lang)
        self._titles: dict[str, str] = {}
        self._full_titles: dict[str, str] = {}

    def role_title(self, role: str) -> str:
        """The title of a role."""
        return self.catalog.role_head(role).record.title.say(self.lang)

    def called(self, role: str) -> str:
        """What the store calls a role: the title of its positions where they have one and the same, else that of the catalog."""
        titles = {self.title(seat.key) for seat in self.chart.seats_of_role.get(role, ()) if seat.position.role == role}
        return titles.pop() if len(titles) == 1 else self.role_title(role)

    def title(self, key: str) -> str:
        """What the store calls a position."""
        if key not in self._titles:
            position = self.chart.seats[key].position
            self._titles[key] = position.title.say(self.lang) if position.title else self.role_title(position.role)
        return self._titles[key]

    def full_title(self, key: str) -> str:
        """The position's title with the posts held together in brackets."""
        if key not in self._full_titles:
            self._full_titles[key] = self._full_title(key)
        return self._full_titles[key]

    def _full_title(self, key: str) -> str:
        held = [self.role_title(held.role) for held in self.chart.seats[key].held]
        if not held:
            return self.title(key)
        return f"{self.title(key)}（兼{'、'.join(held)}）" if self.lang == "zh" else f"{self.title(key)} (also {', '.join(held)})"

    def superior(self, key: str) -> str:
        """The title of whoever a position reports to, in the store or outside it; empty where that is nobody."""
        return self._superior(key, self.title)

    def full_superior(self, key: str) -> str:
        """The same with the posts that the superior holds together in brackets."""
        return self._superior(key, self.full_title)

    def _superior(self, key: str, titled: Callable[[str], str]) -> str:
        above, outside = self.chart.superior(key), self.chart.external(key)
        return titled(above) if above else self.external(outside) if outside else ""

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
        seat = self.chart.seats.get(normal(name))
        if seat is not None:
            return seat.position.role, [seat]
        named_here = {text: seat for seat in reversed(self.chart.seats.values()) for text in _own_titles(seat)}
        own = [named(seat.key, text, OWN) for text, seat in named_here.items()]
        found = find_role(self.catalog, name, self.store.record.id, own)
        seat = self.chart.seats.get(found)
        if seat is None or seat.key == seat.position.role:
            return found, self.chart.seats_of_role.get(found, [])
        role, title = seat.position.role, seat.position.title
        return role, [other for other in self.chart.seats_of_role[role] if other.position.title == title]


def default_store(catalog: Catalog) -> str:
    """The store that a question is about when none is named: the catalog's default, else its only one."""
    stores = catalog.store_ids()
    chosen = catalog.settings.record.default_store
    if chosen:
        return chosen
    if len(stores) == 1:
        return stores[0]
    raise NotFound("", tuple(stores[:3]))


def _own_titles(seat: Seat) -> list[str]:
    title = seat.position.title
    return [text for text in (title.zh, title.en) if text] if title else []
