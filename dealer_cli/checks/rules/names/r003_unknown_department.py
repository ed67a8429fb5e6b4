"""A department is named that the catalog does not have.

## What it finds
The id of a department, in a role, a position, a policy or a source, that `departments.yaml` does
not define.

## Why it matters
The position falls out of its department's chart, and its post number has no letters.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier, department: accounts, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier, department: finance, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R003", view)
