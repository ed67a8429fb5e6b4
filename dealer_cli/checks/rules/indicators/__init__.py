"""K: indicators, their weights, targets and formulas."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.indicators import (
    k001_weights_not_100,
    k002_too_many_indicators,
    k003_too_few_indicators,
    k004_repeated_indicator,
    k005_impossible_target,
    k006_target_against_direction,
    k007_no_data_source,
    k008_scored_supplies_figure,
    k009_scorer_supplies_figure,
    k010_not_a_formula,
    k011_unknown_input,
    k012_unused_input,
    k013_division_by_zero,
    k014_no_indicators,
    k015_same_ratio_twice,
    k016_placeholder,
    k017_no_definition,
    k018_percent_times_100,
)

RULES: tuple[Rule, ...] = (
    Rule("K001", "weights-not-100", "error", "catalog", k001_weights_not_100, "min"),
    Rule("K002", "too-many-indicators", "warning", "catalog", k002_too_many_indicators),
    Rule("K003", "too-few-indicators", "warning", "catalog", k003_too_few_indicators),
    Rule("K004", "repeated-indicator", "error", "catalog", k004_repeated_indicator),
    Rule("K005", "impossible-target", "error", "catalog", k005_impossible_target),
    Rule("K006", "target-against-direction", "warning", "catalog", k006_target_against_direction),
    Rule("K007", "no-data-source", "warning", "catalog", k007_no_data_source),
    Rule("K008", "scored-supplies-figure", "error", "catalog", k008_scored_supplies_figure),
    Rule("K009", "scorer-supplies-figure", "note", "store", k009_scorer_supplies_figure, "strict"),
    Rule("K010", "not-a-formula", "error", "catalog", k010_not_a_formula, "min"),
    Rule("K011", "unknown-input", "error", "catalog", k011_unknown_input),
    Rule("K012", "unused-input", "warning", "catalog", k012_unused_input),
    Rule("K013", "division-by-zero", "error", "catalog", k013_division_by_zero),
    Rule("K014", "no-indicators", "warning", "catalog", k014_no_indicators),
    Rule("K015", "same-ratio-twice", "warning", "catalog", k015_same_ratio_twice),
    Rule("K016", "placeholder", "warning", "catalog", k016_placeholder),
    Rule("K017", "no-definition", "note", "catalog", k017_no_definition, "strict"),
    Rule("K018", "percent-times-100", "warning", "catalog", k018_percent_times_100),
)
