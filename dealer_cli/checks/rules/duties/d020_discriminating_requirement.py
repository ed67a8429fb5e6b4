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

from dealer_cli.checks.rules.duties.phrases import Phrases, faults_of
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault

PHRASES = Phrases.of(
    r"男女不限|限男|限女|男(性|士|生)?(优先|为佳|为宜)|女(性|士|生)?(优先|为佳|为宜)|男性($|[，；])|女性($|[，；])|性别"
    r"|岁(以下|以上|以内|左右|之间|（含）|$|[，、；])|年龄|年轻|未婚|已婚|已育|未育|婚育|婚姻|户籍|户口|本地人|籍贯"
    r"|五官|相貌|容貌|颜值|形象(好|佳|良好|气质)|气质佳|身高|体重|民族|宗教|乙肝|属相|星座",
    r"\bmale\b|\bfemale\b|\bmen (?:only|preferred)\b|\bwomen (?:only|preferred)\b|\bgender\b|\bsex\b"
    r"|\byears? (?:old|of age)\b|\baged? (?:\d|under|over|between|limit)|\bunder (?:\d\d years|the age)"
    r"|\byoung\b|\bmarried\b|\bunmarried\b|\bmarital\b|\bchildless\b|\bhukou\b|\bhousehold regist|\blocal residents? only\b"
    r"|\bnative place\b|\bgood[- ]looking\b|\battractive appearance\b|\bpleasant appearance\b|\bheight of \d"
    r"|\breligio|\bethnic|\bhepatitis\b",
)


def find(view: View) -> Iterator[Fault]:
    """One fault a sentence, at the sentence."""
    for facts in roles_in_question(view):
        yield from faults_of("D020", facts, facts.statements, PHRASES)
