"""What a rule must know whole to say that something is not there.

A file that cannot be read is one finding. What it would have defined is not known, and whoever
names it is not wrong for that: without this, one mistyped key in functions.yaml would be followed
by two thousand unknown functions.
"""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.view import View

NEEDS: dict[str, frozenset[str]] = {
    code: frozenset(kinds.split())
    for code, kinds in {
        "R003": "departments",
        "R004": "functions",
        "R005": "kpis",
        "R006": "records",
        "R007": "systems",
        "R008": "externals",
        "R009": "sources",
        "R010": "sources",
        "R014": "clauses",
        "O003": "roles",
        "E": "roles stores sources lines titles resolutions",
        "D008": "stores",
        "D009": "roles policies",
        "D017": "roles stores policies kpis sources left_out",
        "D021": "roles stores policies",
        "D025": "stores",
        "P001": "stores",
    }.items()
}
"""Codes or families, and the kinds of files of which all must be readable."""


def can_judge(rule: Rule, view: View) -> bool:
    """Whether everything could be read that a rule must know whole."""
    return not view.unread or view.unread.isdisjoint(NEEDS.get(rule.code) or NEEDS.get(rule.code[0]) or ())
