"""The rules: every code there is, in one table. A code is never used again for something else."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules import charts, constraints, duties, evidence, indicators, inputs, names, separation, settings, waivers

RETIRED: frozenset[str] = frozenset()
"""Codes that once named a rule."""

RULES: tuple[Rule, ...] = (
    *inputs.RULES,
    *names.RULES,
    *charts.RULES,
    *evidence.RULES,
    *duties.RULES,
    *separation.RULES,
    *constraints.RULES,
    *indicators.RULES,
    *settings.RULES,
    *waivers.RULES,
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
