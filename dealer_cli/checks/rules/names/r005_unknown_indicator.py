"""An indicator is named that the catalog does not have.

## What it finds
The id of an indicator, in a role or a policy, that `kpis.yaml` does not define.

## Why it matters
A score sheet would print an id instead of a figure, with no formula and no target.

## Example
    # roles/sales/test-driver.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rates, weight: 100}

## Use instead
    # roles/sales/test-driver.yaml
    kpis:
      why: common practice
      list:
        - {kpi: closing-rate, weight: 100}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R005", view)
