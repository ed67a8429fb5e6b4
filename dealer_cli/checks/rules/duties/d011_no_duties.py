"""A role has no duties.

## What it finds
A role without `duties`; with `--sourced-only`, one of which no item states a duty.

## Why it matters
A title without work: nobody can tell the holder what is expected.

## Example
    # roles/finance/cashier.yaml
    duties: []

## Use instead
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        why: common practice
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its id."""
    for facts in roles_in_question(view):
        if not facts.duties:
            yield Fault(
                "D011", facts.entry.place("id"), {"role": facts.role.id}, entities=(facts.role.id,), variant="sourced" * view.sourced
            )
