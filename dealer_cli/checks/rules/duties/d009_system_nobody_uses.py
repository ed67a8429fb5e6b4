"""Nobody works in a system.

## What it finds
A system that no duty, no rule and no step of a policy names.

## Why it matters
A system that nobody works in holds nothing that one may rely on, and still has accounts and costs.

## Example
    # systems.yaml
    systems:
      - id: crm
        title: {zh: 客户管理系统, en: CRM system}
        value: crm
      - id: dms
        title: {zh: 经销商管理系统, en: Dealer management system}

## Use instead
    # systems.yaml
    systems:
      - id: crm
        title: {zh: 客户管理系统, en: CRM system}
        value: crm
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import names_in_work
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a system, at its id."""
    for name, entry in view.systems.items():
        if ("system", name) not in view.once(names_in_work):
            yield Fault("D009", entry.place("id"), {"system": name}, entities=(name,))
