"""Names in what a document prints that mean nothing; they refuse the document."""

from __future__ import annotations

from collections.abc import Callable, Collection

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.decode import nearest
from dealer_cli.model.references import references
from dealer_cli.model.role import Role
from dealer_cli.reading.faults import Fault, Param

_PRINTED: dict[str, tuple[str, Callable[[Catalog], Collection[str]]]] = {
    "role": ("R001", lambda catalog: catalog.role_ids()),
    "department": ("R003", lambda catalog: catalog.departments),
    "function": ("R004", lambda catalog: catalog.functions),
    "kpi": ("R005", lambda catalog: catalog.kpis),
    "record": ("R006", lambda catalog: catalog.records),
    "system": ("R007", lambda catalog: catalog.systems),
    "external": ("R008", lambda catalog: catalog.externals),
    "clause": ("R014", lambda catalog: catalog.clauses),
}
"""Kind of thing to the code of its finding, and where its names are. Citations are not printed."""


class Known:
    """The names that a catalog has, each kind read when it is first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names: dict[str, frozenset[str]] = {}

    def unknown(self, entry: Entry[Role]) -> list[Fault]:
        """The names in a role that a document would print and nothing has."""
        faults = []
        for kind, name, steps in references(entry.record):
            if kind in _PRINTED and name not in self._of(kind):
                params: dict[str, Param] = {"name": name, "nearest": nearest(name, tuple(sorted(self._of(kind))))}
                faults.append(Fault(_PRINTED[kind][0], entry.place(*steps), params, entities=(entry.record.id, name)))
        return faults

    def _of(self, kind: str) -> frozenset[str]:
        if kind not in self._names:
            self._names[kind] = frozenset(_PRINTED[kind][1](self._catalog))
        return self._names[kind]


def unknown_role(scene: Scene, role: str) -> Fault:
    """A role that the store seats and no file describes, at the first position that names it."""
    params: dict[str, Param] = {"name": role, "nearest": nearest(role, tuple(scene.catalog.role_ids()))}
    seat = next((seat for seat in scene.chart.seats.values() if role in seat.roles), None)
    if seat is None:
        return Fault("R001", scene.store.place(), params, entities=(scene.store.record.id, role))
    where = "role" if seat.position.role == role else "also_holds"
    return Fault("R001", scene.store.place("positions", seat.index, where), params, entities=(scene.store.record.id, role))
