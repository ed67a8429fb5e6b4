"""P: separation of duties, and the positions that law asks for."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.separation import (
    p001_incompatible_in_role,
    p002_incompatible_in_holder,
    p003_incompatible_in_superior,
    p004_forbidden_deputy,
    p005_own_deputy,
    p006_statutory_position_missing,
    p007_statutory_unknown,
)

RULES: tuple[Rule, ...] = (
    Rule("P001", "incompatible-in-role", "error", "catalog", p001_incompatible_in_role, "min"),
    Rule("P002", "incompatible-in-holder", "error", "store", p002_incompatible_in_holder, "min"),
    Rule("P003", "incompatible-in-superior", "error", "store", p003_incompatible_in_superior, "min"),
    Rule("P004", "forbidden-deputy", "error", "store", p004_forbidden_deputy),
    Rule("P005", "own-deputy", "warning", "store", p005_own_deputy),
    Rule("P006", "statutory-position-missing", "error", "store", p006_statutory_position_missing),
    Rule("P007", "statutory-unknown", "note", "store", p007_statutory_unknown, "strict"),
)
