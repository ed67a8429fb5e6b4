"""Two duties of a role say nearly the same.

## What it finds
Two duties of one role with the same function and part whose sentences are made of the same words,
word order and usual synonyms aside. Where both cite items, the sources say it twice, and it is not
reported; nor are duties on two different forms (《…》).

## Why it matters
What stands twice is weighed twice, and is changed in one of the two places.

## Example
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 收取客户款项并开具收据
        en: Takes customers' payments and writes receipts
        function: cash-collection
        why: common practice
      - id: collect-payment
        zh: 及时收取客户的款项，开具收据
        en: Takes payments of customers and writes the receipts
        function: cash-collection
        why: common practice
      - id: own-safety
        zh: 遵守收银员岗位的安全规定
        en: Keeps the safety rules of the post of Cashier
        part: supports
        function: safety-and-fire
        why: asked by law

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

from dealer_cli.checks.rules.duties.likeness import Owned, alike
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def find(view: View) -> Iterator[Fault]:
    """One fault a pair, at the later duty; the other is the related place."""
    for facts in roles_in_question(view):
        shared: dict[tuple[str | None, str], list[Owned]] = {}
        for duty in facts.duties:
            shared.setdefault((duty.record.function, duty.record.part), []).append((facts, duty))
        for (_, one), (_, other) in (pair for owned in shared.values() for pair in alike(owned)):
            params = {"role": facts.role.id, "duty": other.record.id, "other": one.record.id}
            entities = (facts.role.id, *sorted((one.record.id, other.record.id)))
            yield Fault("D006", other.place("id"), params, (Related(one.place("id"), "also-here"),), entities)
