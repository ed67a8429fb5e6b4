"""A catalog of several stores does not say which one a question is about.

## What it finds
A catalog with two or more stores and no `default_store`.

## Why it matters
Every question without `--store` is refused, and people type the wrong store's name to get on.

## Example
    # catalog.yaml
    name: {zh: 小目录, en: Small catalog}
    version: "1.0"
    # stores/second.yaml
    id: second
    title: {zh: 二店, en: Second store}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # catalog.yaml
    name: {zh: 小目录, en: Small catalog}
    version: "1.0"
    default_store: small
    # stores/second.yaml
    id: second
    title: {zh: 二店, en: Second store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault, at the catalog's name."""
    settings = view.catalog.settings
    stores = view.catalog.store_ids()
    if settings.record.default_store is None and len(stores) > 1:
        yield Fault("R016", settings.key_place("name"), {"stores": len(stores)}, entities=("default_store",))
