"""A catalog has no store.

## What it finds
A catalog without a file in `stores/`, its own or of the catalog that it extends.

## Why it matters
Without a store there is no chart: no line, no head, no question about a position has an answer, and
a check that judges nothing looks clean.

## Example
    # catalog.yaml
    name: {zh: 小目录, en: Small catalog}
    # stores/small.yaml
    null

## Use instead
    # catalog.yaml
    name: {zh: 小目录, en: Small catalog}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault, at the catalog's name."""
    if not view.catalog.store_ids():
        yield Fault("C002", view.catalog.settings.key_place("name"), entities=("stores",))
