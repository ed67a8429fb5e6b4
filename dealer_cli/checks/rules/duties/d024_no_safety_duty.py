"""A role has no safety duty.

## What it finds
A role without a duty that serves the function `safety-and-fire`, whatever its part.

## Why it matters
The Work Safety Law (article 22) asks for a safety responsibility of every post, from the head of the
firm to every employee. After an accident the description is the first thing that is asked for.

## Example
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        why: common practice

## Use instead
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        why: common practice
      - id: own-safety
        zh: 遵守收银员岗位的安全规定
        en: Keeps the safety rules of the post of Cashier
        part: supports
        function: safety-and-fire
        why: asked by law
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault

SAFETY = "safety-and-fire"
"""The function of the built-in catalog that safety duties serve."""


def find(view: View) -> Iterator[Fault]:
    """One fault a role, at its id; none where the catalog does not know the function."""
    if SAFETY not in view.functions:
        return
    for facts in roles_in_question(view):
        # What function a stated duty serves is our reading, but the duty is the source's.
        if not any(duty.function == SAFETY and (duty.from_ or not view.sourced) for duty in facts.role.duties):
            yield Fault(
                "D024", facts.entry.place("id"), {"role": facts.role.id}, entities=(facts.role.id,), variant="sourced" * view.sourced
            )
