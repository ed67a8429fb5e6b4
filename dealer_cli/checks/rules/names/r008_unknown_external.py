"""Somebody outside is named whom the catalog does not know.

## What it finds
The id of an external, above a root, in a relation, a policy or a printed title, that
`externals.yaml` does not define.

## Why it matters
The top of the chart would report to a word that no document can print in two languages.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: bord}}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R008", view)
