"""R: names that mean something defined elsewhere."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.names import (
    r001_unknown_role,
    r002_unknown_position,
    r003_unknown_department,
    r004_unknown_function,
    r005_unknown_indicator,
    r006_unknown_record,
    r007_unknown_system,
    r008_unknown_external,
    r009_unknown_item,
    r010_unknown_section,
    r011_unknown_store,
    r012_unknown_policy,
    r013_unknown_step,
    r014_unknown_clause,
    r015_same_name,
    r016_no_default_store,
)

RULES: tuple[Rule, ...] = (
    Rule("R001", "unknown-role", "error", "catalog", r001_unknown_role, "min"),
    Rule("R002", "unknown-position", "error", "catalog", r002_unknown_position, "min"),
    Rule("R003", "unknown-department", "error", "catalog", r003_unknown_department, "min"),
    Rule("R004", "unknown-function", "error", "catalog", r004_unknown_function, "min"),
    Rule("R005", "unknown-indicator", "error", "catalog", r005_unknown_indicator, "min"),
    Rule("R006", "unknown-record", "error", "catalog", r006_unknown_record, "min"),
    Rule("R007", "unknown-system", "error", "catalog", r007_unknown_system, "min"),
    Rule("R008", "unknown-external", "error", "catalog", r008_unknown_external, "min"),
    Rule("R009", "unknown-item", "error", "catalog", r009_unknown_item, "min"),
    Rule("R010", "unknown-section", "error", "catalog", r010_unknown_section, "min"),
    Rule("R011", "unknown-store", "error", "catalog", r011_unknown_store, "min"),
    Rule("R012", "unknown-policy", "error", "catalog", r012_unknown_policy, "min"),
    Rule("R013", "unknown-step", "error", "catalog", r013_unknown_step, "min"),
    Rule("R014", "unknown-clause", "error", "catalog", r014_unknown_clause, "min"),
    Rule("R015", "same-name", "warning", "catalog", r015_same_name),
    Rule("R016", "no-default-store", "warning", "catalog", r016_no_default_store),
)
