"""A sentence is vague.

## What it finds
A duty that says "related work", "and so on", "as needed" (做好相关工作, 等工作) instead of what is due.

## Why it matters
Holder and superior each read into it what suits them; it can neither be done nor judged.

## Example
    # roles/finance/cashier.yaml
    duties:
      - id: take-payment
        zh: 做好收款等相关工作
        en: Takes payments and does related work as needed
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

from dealer_cli.checks.rules.duties.phrases import faults_of
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.model.wording import Phrases
from dealer_cli.reading.faults import Fault

PHRASES = Phrases.of(
    r"(做好|开展|负责)[^，。；]{0,4}(各项|相关|有关)的?(工作|事宜|事项|事务)(?=$|[，。；])"
    r"|(等|及其他|及其它)的?(各项|相关|有关)?的?(工作|事宜|事项|事务)(?=$|[，。；])|等等|视情况|酌情",
    r"\bas (?:needed|necessary|appropriate)\b|\betc\b|\band so (?:on|forth)\b"
    r"|\b(?:other )?related (?:work|tasks|duties)\b|\bvarious (?:tasks|duties)\b|\bmiscellaneous\b",
)


def find(view: View) -> Iterator[Fault]:
    """One fault a duty, at its sentence."""
    for facts in roles_in_question(view):
        yield from faults_of("D005", facts, facts.duties, PHRASES)
