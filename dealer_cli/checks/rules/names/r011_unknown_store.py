"""A store is named that the catalog does not have.

## What it finds
The id of a store, as the default, in an alias, a duty or a source, for which there is no file in
`stores/`.

## Why it matters
A duty that holds only in a store that is not there holds nowhere.

## Example
    # catalog.yaml
    default_store: smal

## Use instead
    # catalog.yaml
    default_store: small
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R011", view)
