"""An item is cited that its section does not have.

## What it finds
A citation such as `D7.1/3` whose section is unknown, or has fewer items.

## Why it matters
A citation is the proof that a duty was not invented; one that leads nowhere proves nothing.

## Example
    # sources/D7.yaml
    id: D7
    title: {zh: 岗位说明, en: Job descriptions}
    sections:
      - {id: D7.1, heading: 销售顾问, kind: role, organisation: small, scope: in, items: 2}
    # roles/sales/sales-consultant.yaml
    purpose: {zh: 接待客户并成交, en: Receives customers and closes sales, from: [D7.1/3]}

## Use instead
    # sources/D7.yaml
    id: D7
    title: {zh: 岗位说明, en: Job descriptions}
    sections:
      - {id: D7.1, heading: 销售顾问, kind: role, organisation: small, scope: in, items: 2}
    # roles/sales/sales-consultant.yaml
    purpose: {zh: 接待客户并成交, en: Receives customers and closes sales, from: [D7.1/2]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R009", view)
