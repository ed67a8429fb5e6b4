"""Names that mean nothing: one rule for every kind of thing that can be referred to.

The models say which texts are names of what; this walks all of them once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.decode import nearest
from dealer_cli.model.policy import Policy
from dealer_cli.model.references import references
from dealer_cli.model.store import Store
from dealer_cli.reading.faults import Fault

CODES = {
    "role": "R001",
    "position": "R002",
    "department": "R003",
    "function": "R004",
    "kpi": "R005",
    "record": "R006",
    "system": "R007",
    "external": "R008",
    "item": "R009",
    "section": "R010",
    "store": "R011",
    "policy": "R012",
    "step": "R013",
    "clause": "R014",
}


def unknown_names(view: View) -> dict[str, list[Fault]]:
    """The faults of every R code, from one walk over everything."""
    found: dict[str, list[Fault]] = {code: [] for code in CODES.values()}
    known: dict[str, Collection[str]] = {
        "role": _known(view.catalog.role_ids()),
        "department": view.departments,
        "function": view.functions,
        "kpi": view.kpis,
        "record": view.records,
        "system": view.systems,
        "external": view.externals,
        "section": view.sections,
        "store": _known(view.catalog.store_ids()),
        "policy": _known(view.catalog.policy_ids()),
        "clause": view.clauses,
    }
    sound: dict[int, bool] = {}
    for entry in view.entries():
        document = entry.document
        local = known | _local(entry)
        if id(document) not in sound:
            sound[id(document)] = all(_exists(view, local, kind, name) for kind, name in document.names)
        if sound[id(document)]:  # as nearly all are: no need to know where each name stands
            continue
        for kind, name, steps in references(entry.record):
            if not _exists(view, local, kind, name):
                near = nearest(name, tuple(local[kind])) if kind != "item" else ()
                place = entry.key_place(*steps) if steps and steps[-1] == name else entry.place(*steps)
                owner = str(getattr(entry.record, "id", "")) or view.name_of(entry.document.path)
                found[CODES[kind]].append(Fault(CODES[kind], place, {"name": name, "nearest": near}, entities=(owner, name)))
    return found


def _known(names: list[str]) -> frozenset[str]:
    return frozenset(names)


def _local(entry: Entry[object]) -> dict[str, Collection[str]]:
    """Names that hold inside one store or policy only."""
    record = entry.record
    positions = frozenset(p.key for p in record.positions) if isinstance(record, Store) else frozenset()
    steps = frozenset(s.id for s in record.steps) if isinstance(record, Policy) else frozenset()
    return {"position": positions, "step": steps}


def _exists(view: View, known: dict[str, Collection[str]], kind: str, name: str) -> bool:
    if kind != "item":
        return name in known[kind]
    section, _, ordinal = name.partition("/")
    # Python refuses to read a number of thousands of digits.
    return len(ordinal) < 10 and int(ordinal) <= view.sections.get(section, 0)


def faults_of(code: str, view: View) -> Iterator[Fault]:
    """The faults of one R code."""
    yield from view.unknown_names(unknown_names)[code]
