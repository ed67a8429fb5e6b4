"""Two entries of one list have the same id.

## What it finds
A duty, a position, a step or a vocabulary entry whose id another entry of the list has already. A
position without an id is called by its role. A role whose file has the name of one in another
folder of `roles/`: only the first is read.

## Why it matters
Whatever refers to the id means one of the two, and nobody can say which.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier, reports_to: general-manager}
      - {role: cashier, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier, reports_to: general-manager}
      - {id: cashier-service, role: cashier, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Place, Related
from dealer_cli.reading.tree import Document, Mapping
from dealer_cli.reading.tree import Sequence as Listed


def find(view: View) -> Iterator[Fault]:
    """Repeated ids in every list of every document read, and of files of roles."""
    for read, twin in view.catalog.folders.twins():
        yield Fault("S010", Place(str(twin)), {"id": twin.stem}, (Related(Place(str(read)), "first-here"),), ("roles", twin.stem))
    for path, _, _ in view.catalog.file_kinds():
        document = view.catalog.document(path)
        if document is not None:
            for key, value in document.data.items():
                if isinstance(value, Listed):
                    yield from _repeats(document, key, value)


def _repeats(document: Document, key: str, entries: Sequence[object]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for i, entry in enumerate(entries):
        if not isinstance(entry, Mapping):
            continue
        named = "id" if "id" in entry else "role"
        name = entry.get(named)
        if (key != "positions" and named == "role") or not isinstance(name, str):
            continue
        if name in first:
            before = document.place(key, first[name], "id" if "id" in _mapping(entries[first[name]]) else "role")
            yield Fault(
                "S010",
                document.place(key, i, named),
                {"id": name},
                (Related(before, "first-here"),),
                (str(document.data.get("id", key)), name),
            )
        else:
            first[name] = i


def _mapping(entry: object) -> Mapping:
    assert isinstance(entry, Mapping)
    return entry
