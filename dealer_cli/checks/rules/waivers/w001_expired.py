"""A waiver has expired.

## What it finds
A waiver whose last day, `until`, is past. What it accepted is a finding again.

## Why it matters
An exception that nobody looks at again becomes the rule.

## Example
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2025-12-31}

## Use instead
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.waivers import Ledger
from dealer_cli.reading.faults import Fault, Param


def find(ledger: Ledger) -> Iterator[Fault]:
    """One fault a waiver, at its last day."""
    for use in ledger.uses():
        if use.expired:
            count = len(use.findings)
            params: dict[str, Param] = {"code": use.waiver.code, "until": use.waiver.until, "count": count}
            yield Fault("W001", use.entry.place("until"), params, entities=use.entities, variant="again" if count else "")
