"""A position is named that the store does not have.

## What it finds
The name of a superior, a deputy, an accountable or a covering position that is no position of the
same store.

## Why it matters
A line to nowhere makes a second root: the people below it report to nobody.

## Example
    # stores/small.yaml
    accountable: {showroom-sales: sale-director}

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
    return faults_of("R002", view)
