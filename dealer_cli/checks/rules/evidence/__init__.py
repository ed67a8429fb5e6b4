"""E: what the sources state, held against itself and against the chart."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.evidence import (
    e001_claimed_not_confirmed,
    e002_names_not_listed,
    e003_two_superiors,
    e004_undefined_title,
    e005_title_variant,
    e006_self_reference,
    e007_unreadable_superior,
    e008_listed_twice,
    e009_stale_resolution,
    e010_line_not_followed,
    e011_blank_field,
    e012_sentence_against_header,
)

RULES: tuple[Rule, ...] = (
    Rule("E001", "claimed-not-confirmed", "error", "catalog", e001_claimed_not_confirmed),
    Rule("E002", "names-not-listed", "error", "catalog", e002_names_not_listed),
    Rule("E003", "two-superiors", "error", "catalog", e003_two_superiors),
    Rule("E004", "undefined-title", "warning", "catalog", e004_undefined_title),
    Rule("E005", "title-variant", "warning", "catalog", e005_title_variant),
    Rule("E006", "self-reference", "error", "catalog", e006_self_reference),
    Rule("E007", "unreadable-superior", "error", "catalog", e007_unreadable_superior),
    Rule("E008", "listed-twice", "warning", "catalog", e008_listed_twice),
    Rule("E009", "stale-resolution", "warning", "catalog", e009_stale_resolution),
    Rule("E010", "line-not-followed", "error", "catalog", e010_line_not_followed),
    Rule("E011", "blank-field", "note", "catalog", e011_blank_field, "strict"),
    Rule("E012", "sentence-against-header", "note", "catalog", e012_sentence_against_header, "strict"),
)
