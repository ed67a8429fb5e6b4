"""A role asks for age, sex, marital state, household or looks.

## What it finds
In any sentence of a role, a condition on sex, age, marriage, children, household registration,
native place, looks or height, belief, or carrying hepatitis B.

## Why it matters
The Employment Promotion Law (articles 3 and 25 to 30) and the Law on the Protection of Women's Rights
and Interests (article 43) forbid it in recruitment; the description is the evidence.

## Example
    # roles/finance/cashier.yaml
    requirements:
      why: common practice
      list:
        - {kind: quality, zh: 限女性，35岁以下，五官端正, en: "Female, under 35 years of age, good-looking"}

## Use instead
    # roles/finance/cashier.yaml
    requirements:
      why: common practice
      list:
        - {kind: quality, zh: 耐心细致, en: Patient and careful}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.phrases import faults_of
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.model.wording import DISCRIMINATING
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a sentence, at the sentence."""
    for facts in roles_in_question(view):
        yield from faults_of("D020", facts, facts.statements, DISCRIMINATING)
