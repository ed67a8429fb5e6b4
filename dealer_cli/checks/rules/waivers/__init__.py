"""W: the waivers themselves; none of these findings can be waived."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.waivers import w001_expired, w002_unused, w003_empty_reason, w004_names_nothing

RULES: tuple[Rule, ...] = (
    Rule("W001", "expired-waiver", "warning", "waiver", w001_expired),
    Rule("W002", "unused-waiver", "warning", "waiver", w002_unused),
    Rule("W003", "empty-reason", "warning", "waiver", w003_empty_reason),
    Rule("W004", "waiver-names-nothing", "error", "waiver", w004_names_nothing, "min"),
)
