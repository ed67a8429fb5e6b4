"""C: what catalog.yaml decides for the whole catalog."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.settings import c001_unknown_code, c002_no_stores, c003_extends_itself

RULES: tuple[Rule, ...] = (
    Rule("C001", "unknown-code", "error", "catalog", c001_unknown_code, "min"),
    Rule("C002", "no-stores", "error", "catalog", c002_no_stores, "min"),
    Rule("C003", "extends-itself", "error", "catalog", c003_extends_itself, "min"),
)
