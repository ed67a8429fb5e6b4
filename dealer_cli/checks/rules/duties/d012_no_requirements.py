"""A role has no requirements.

## What it finds
A role without `requirements`; with `--sourced-only`, one of which no item states a requirement.

## Why it matters
Without them a posting has nothing to ask for, and a selection has nothing to stand on.

## Example
    # roles/sales/greeter.yaml
    id: greeter
    title: {zh: 迎宾员, en: Greeter}
    department: sales
    level: staff
    purpose: {zh: 迎接来店客户, en: Greets visitors, why: common practice}

## Use instead
    # roles/sales/greeter.yaml
    id: greeter
    title: {zh: 迎宾员, en: Greeter}
    department: sales
    level: staff
    purpose: {zh: 迎接来店客户, en: Greets visitors, why: common practice}
    requirements:
      why: common practice
      list:
        - kind: certificate
          zh: 会收银系统操作
          en: Works the point-of-sale system
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its id."""
    for facts in roles_in_question(view):
        listed = facts.role.requirements.list if facts.role.requirements else ()
        if not any(one.from_ or not view.sourced for one in listed):
            yield Fault(
                "D012", facts.entry.place("id"), {"role": facts.role.id}, entities=(facts.role.id,), variant="sourced" * view.sourced
            )
