"""C, from C010 on: what the owner of a catalog has declared for its stores."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.constraints import c010_never_together, c011_must_have, c012_at_most, c013_must_report_to

RULES: tuple[Rule, ...] = (
    Rule("C010", "never-together", "error", "store", c010_never_together, "min"),
    Rule("C011", "must-have", "error", "store", c011_must_have, "min"),
    Rule("C012", "at-most", "error", "store", c012_at_most, "min"),
    Rule("C013", "must-report-to", "error", "store", c013_must_report_to, "min"),
)
