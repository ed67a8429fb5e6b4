"""`dealer list [KIND]`: ids and titles of what the catalog has."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog, Entry, NotFound
from dealer_cli.model.decode import nearest
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import table, wrap

_say = words()
app = new_app()

Row = tuple[str, ...]


def _roles(catalog: Catalog) -> list[Row]:
    order = list(catalog.departments)
    heads = [catalog.role_head(role).record for role in catalog.role_ids()]
    heads.sort(key=lambda head: (order.index(head.department) if head.department in order else len(order), head.id))
    return [(h.id, _department(catalog, h.department), _say("labels.level." + h.level), h.title.say(_say.lang)) for h in heads]


def _stores(catalog: Catalog) -> list[Row]:
    rows: list[Row] = []
    for name in catalog.store_ids():
        store = catalog.store(name).record
        rows.append((store.id, _say("labels.positions", n=len(store.positions)), store.title.say(_say.lang)))
    return rows


def _policies(catalog: Catalog) -> list[Row]:
    return [(name, catalog.policy(name).record.title.say(_say.lang)) for name in catalog.policy_ids()]


def _titled(vocabulary: dict[str, Entry[Any]]) -> list[Row]:
    return [(name, entry.record.title.say(_say.lang)) for name, entry in vocabulary.items()]


def _department(catalog: Catalog, department: str) -> str:
    entry = catalog.departments.get(department)
    return entry.record.title.say(_say.lang) if entry else department


KINDS: dict[str, Callable[[Catalog], list[Row]]] = {
    "roles": _roles,
    "stores": _stores,
    "departments": lambda catalog: _titled(catalog.departments),
    "functions": lambda catalog: _titled(catalog.functions),
    "kpis": lambda catalog: _titled(catalog.kpis),
    "systems": lambda catalog: _titled(catalog.systems),
    "records": lambda catalog: _titled(catalog.records),
    "externals": lambda catalog: _titled(catalog.externals),
    "policies": _policies,
}


@app.command("list", cls=Command, help=_say("help.list-long"))
def command(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help=_say("help.arg-kind"), show_default=False)] = "roles",
    catalog: CatalogOption = None,
) -> None:
    """Print ids and titles of one kind."""
    opened = open_catalog(catalog)
    with failures(opened):
        if kind not in KINDS:
            raise NotFound(kind, nearest(kind, tuple(KINDS), 3))
        rows = KINDS[kind](opened)
    if not rows:
        print("\n".join(wrap(_say("answers.list-empty"))))
    for line in table([tuple(show(cell) for cell in row) for row in rows]):
        print(line)
