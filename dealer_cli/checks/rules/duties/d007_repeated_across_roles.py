"""Duties of two roles say nearly the same.

## What it finds
Two roles with the same part in the same function, responsible or accountable, whose duties are made
of the same words, word order and usual synonyms aside. Where both cite items, the sources give it to
both, and it is not reported.

## Why it matters
Two posts do the same work, or each leaves it to the other. If they share it, say how.

## Example
    # roles/finance/accountant.yaml
    duties:
      - id: keep-books
        zh: 登记总账并申报纳税
        en: Keeps the ledger and files the tax returns
        function: accounting-tax
        why: common practice
      - id: take-payment
        zh: 向客户收取款项，开具收据
        en: Takes payments from customers and writes receipts
        function: cash-collection
        why: common practice
      - id: own-safety
        zh: 遵守会计岗位的安全规定
        en: Keeps the safety rules of the post of Accountant
        part: supports
        function: safety-and-fire
        why: asked by law

## Use instead
    # roles/finance/accountant.yaml
    duties:
      - id: keep-books
        zh: 登记总账并申报纳税
        en: Keeps the ledger and files the tax returns
        function: accounting-tax
        why: common practice
      - id: own-safety
        zh: 遵守会计岗位的安全规定
        en: Keeps the safety rules of the post of Accountant
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
    """One fault a pair, at the duty of the later role; the other is the related place."""
    shared: dict[tuple[str | None, str], list[Owned]] = {}
    for facts in roles_in_question(view):
        for duty in facts.duties:
            if duty.record.part in ("responsible", "accountable"):
                shared.setdefault((duty.record.function, duty.record.part), []).append((facts, duty))
    for owned in shared.values():
        for (role, one), (other_role, other) in alike(owned):
            if role is not other_role:
                names = (f"{role.role.id}/{one.record.id}", f"{other_role.role.id}/{other.record.id}")
                params = {"duty": names[1], "other": names[0]}
                yield Fault("D007", other.place("id"), params, (Related(one.place("id"), "also-here"),), tuple(sorted(names)))
