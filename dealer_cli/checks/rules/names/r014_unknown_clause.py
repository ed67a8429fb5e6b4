"""A clause is named that the catalog does not have.

## What it finds
The id of a shared clause, in a role, that `clauses.yaml` does not define.

## Why it matters
The sentence is missing from the job description that the role should carry it in.

## Example
    # roles/finance/cashier.yaml
    clauses:
      - {clause: other-task, why: common practice}

## Use instead
    # roles/finance/cashier.yaml
    clauses:
      - {clause: other-tasks, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R014", view)
