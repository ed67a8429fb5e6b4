"""A function is named that the catalog does not have.

## What it finds
The id of a function, in a duty, a chart, a policy or a separation, that `functions.yaml` does not
define.

## Why it matters
Coverage and separation are judged by function: work under a misspelt one is done by nobody, and
kept apart from nothing.

## Example
    # stores/small.yaml
    accountable: {showroom-sale: sales-director}

## Use instead
    # stores/small.yaml
    accountable: {showroom-sales: sales-director}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R004", view)
