"""A waiver accepts nothing.

## What it finds
A waiver whose rule ran and found nothing of what it names, or whose findings another waiver names
more exactly. A run over some stores or rules only says nothing of the others' waivers.

## Why it matters
The matter is settled, or the name was changed: either way the waiver would silently accept the next such finding.

## Example
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}

## Use instead
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.waivers.w004_names_nothing import names_nothing
from dealer_cli.checks.waivers import Ledger
from dealer_cli.reading.faults import Fault


def find(ledger: Ledger) -> Iterator[Fault]:
    """One fault a waiver that still holds."""
    for use in ledger.uses():
        if not use.findings and not use.expired and use.waiver.code in ledger.judged and names_nothing(ledger, use) is None:
            yield Fault("W002", use.entry.place("entity"), {"code": use.waiver.code}, entities=use.entities)
