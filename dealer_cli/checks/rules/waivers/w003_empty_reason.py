"""A waiver's reason says nothing.

## What it finds
A reason that is a placeholder: tbd, ok, n/a, 待定, 无, the rule's own code, a sign.

## Why it matters
Whoever meets the waiver in a year must know why it was right, or cannot end it.

## Example
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: tbd, approver: general-manager, until: 2026-12-31}

## Use instead
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dealer_cli.checks.waivers import Ledger
from dealer_cli.reading.faults import Fault

_NOTHING = re.compile(
    "todo|tbd|tba|fixme|x+|na|none|no|null|ok|okay|yes|fine|test|temp|temporary|ignored?|waived?|waiver|wontfix|accepted|known|later"
    "|待定|待补|待补充|无|没有|暂无|同意|可以|已知|忽略|豁免|临时|测试|略|同上|以后"
)
"""Words that are no reason."""


def find(ledger: Ledger) -> Iterator[Fault]:
    """One fault a waiver, at its reason."""
    for use in ledger.uses():
        letters = "".join(c for c in unicodedata.normalize("NFKC", use.waiver.reason).casefold() if c.isalnum())
        if not letters or _NOTHING.fullmatch(letters) or letters == use.waiver.code.casefold():
            yield Fault("W003", use.entry.place("reason"), {"reason": use.waiver.reason}, entities=use.entities)
