"""The built-in catalog extends itself.

## What it finds
`extends: builtin` in the catalog that is the built-in one.

## Why it matters
There is nothing below it: the key has no effect, and a copy of the folder would suddenly have two of everything.

## Example
    # catalog.yaml
    extends: builtin

## Use instead
    # catalog.yaml
    name: {zh: 小目录, en: Small catalog}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault, at the key."""
    settings = view.catalog.settings
    if settings.record.extends is not None and len(view.catalog.layers) == 1:
        yield Fault("C003", settings.key_place("extends"), entities=("extends",))
