"""A role is named that the catalog does not have.

## What it finds
The id of a role, in a chart, an indicator, a vocabulary, a policy or a source, for which there is
no file in `roles/`.

## Why it matters
A position without a role has no duties, no level and no document: the seat is there, the work is
not.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-directer, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R001", view)
