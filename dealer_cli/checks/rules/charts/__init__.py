"""O: the chart of a store."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.charts import o001_cycle, o002_orphan, o003_two_heads, o004_no_head

RULES: tuple[Rule, ...] = (
    Rule("O001", "cycle", "error", "store", o001_cycle, "min"),
    Rule("O002", "orphan", "error", "store", o002_orphan, "min"),
    Rule("O003", "two-heads", "error", "store", o003_two_heads),
    Rule("O004", "no-head", "error", "store", o004_no_head),
)
