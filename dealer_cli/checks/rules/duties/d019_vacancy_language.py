"""A role is worded as a vacancy.

## What it finds
In any sentence of a role: what an advertisement promises or asks for (待遇面议, 五险一金, 有意者,
we offer, apply now).

## Why it matters
A job description is signed and kept; what it promises can be claimed. Postings are made from it.

## Example
    # roles/finance/cashier.yaml
    purpose: {zh: 诚聘收银员，待遇面议, en: We are looking for a cashier, why: common practice}

## Use instead
    # roles/finance/cashier.yaml
    purpose: {zh: 准确收取每一笔款项, en: Takes every payment correctly, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.phrases import faults_of
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.model.wording import Phrases
from dealer_cli.reading.faults import Fault

PHRASES = Phrases.of(
    r"诚聘|急聘|诚招|高薪|面议|待遇(优厚|从优|丰厚)|包吃|包住|包食宿|享受.{0,4}五险一金|提供.{0,4}五险一金|有意者|应聘者"
    r"|欢迎(您|你|各位)|投递?简历|底薪|月薪|年薪|双休|加入我们|我们(提供|希望|需要)",
    r"\bwe (?:offer|are looking|are seeking|are hiring|want)\b|\bapply (?:now|today|online)\b|\bjoin (?:us|our)\b"
    r"|\bcompetitive (?:salary|pay|wages)\b|\bsend (?:us )?your (?:cv|resume)\b|\bideal candidate\b"
    r"|\bcandidates? (?:must|should|will)\b|\bsuccessful candidate\b|\bsalary (?:negotiable|package)\b"
    r"|\bsign-on bonus\b|\bnow hiring\b",
)


def find(view: View) -> Iterator[Fault]:
    """One fault a sentence, at the sentence."""
    for facts in roles_in_question(view):
        yield from faults_of("D019", facts, facts.statements, PHRASES)
