"""A role has no purpose.

## What it finds
A role without `purpose`; with `--sourced-only`, one that no item states.

## Why it matters
Whoever does not know what a post is for can neither fill nor judge it, and nobody notices when it is no longer needed.

## Example
    # roles/finance/cashier.yaml
    purpose: {why: not yet written}

## Use instead
    # roles/finance/cashier.yaml
    purpose: {zh: 准确收取每一笔款项, en: Takes every payment correctly, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its id."""
    for facts in roles_in_question(view):
        purpose = facts.role.purpose
        if not purpose or not (purpose.zh or purpose.en) or (view.sourced and not purpose.from_):
            yield Fault(
                "D010", facts.entry.place("id"), {"role": facts.role.id}, entities=(facts.role.id,), variant="sourced" * view.sourced
            )
