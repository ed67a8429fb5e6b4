"""A duty catches all that is left.

## What it finds
A duty that is "other tasks assigned by the superior" in one wording or another. The catalog has one
clause for it, which a role carries under `clauses`.

## Why it matters
It names no responsibility and cannot be judged; in a role of its own words it hides in the count of duties.

## Example
    # roles/finance/cashier.yaml
    duties:
      - id: other
        zh: 完成领导交办的其他工作
        en: Carries out other tasks assigned by the superior
        why: common practice
      - id: own-safety
        zh: 遵守收银员岗位的安全规定
        en: Keeps the safety rules of the post of Cashier
        part: supports
        function: safety-and-fire
        why: asked by law

## Use instead
    # roles/finance/cashier.yaml
    clauses:
      - clause: other-tasks
        why: common practice
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.phrases import faults_of
from dealer_cli.checks.rules.duties.seating import roles_in_question
from dealer_cli.checks.view import View
from dealer_cli.model.wording import Phrases
from dealer_cli.reading.faults import Fault

PHRASES = Phrases.of(
    r"(领导|上级|公司|部门|经理|主管)[^，。；]{0,6}(交办|安排|布置|指派|交给)的?(其他|其它|临时|一切|各项|各种|有关|相关)[^，。；]{0,6}(工作|任务|事项|事宜)"
    r"|(完成|做好|承担)?(其他|其它)(临时性?)?(交办|安排|布置)?的?(工作|任务|事项)$",
    r"\bother (?:\w+ )?(?:tasks|duties|work|jobs)(?: as)? (?:assigned|given|required|directed|requested)"
    r"|\bother (?:tasks|duties)$|\bduties as assigned\b|\bwhatever else\b",
)


def find(view: View) -> Iterator[Fault]:
    """One fault a duty, at its sentence."""
    for facts in roles_in_question(view):
        yield from faults_of("D004", facts, facts.duties, PHRASES)
