"""A step is named that the policy does not have.

## What it finds
A `then` or `else` that is no step of the same policy.

## Why it matters
The flow ends in the middle, and whoever follows it does not know what comes next.

## Example
    # policies/price.yaml
    steps:
      - {id: ask, zh: 提出优惠申请, en: Asks for a discount, actor: [{role: sales-consultant}], then: aprove, why: common practice}
      - {id: approve, zh: 批准优惠, en: Approves the discount, actor: [{role: sales-director}], part: approves, why: common practice}

## Use instead
    # policies/price.yaml
    steps:
      - {id: ask, zh: 提出优惠申请, en: Asks for a discount, actor: [{role: sales-consultant}], then: approve, why: common practice}
      - {id: approve, zh: 批准优惠, en: Approves the discount, actor: [{role: sales-director}], part: approves, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R013", view)
