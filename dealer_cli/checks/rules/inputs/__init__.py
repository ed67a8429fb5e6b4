"""Y: whether a file can be read; S: whether a record is formed as it must be; X: rules that failed themselves."""

from __future__ import annotations

from types import ModuleType

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.inputs import (
    s001_unknown_key,
    s002_missing_key,
    s003_wrong_type,
    s004_not_a_choice,
    s005_wrong_form,
    s006_out_of_bounds,
    s007_swallowed_comment,
    s008_exactly_one_key,
    s009_id_not_file_name,
    s010_repeated_id,
    s011_other_schema,
    s012_file_not_read,
    x001_rule_crashed,
    y001_unreadable,
    y002_too_large,
    y003_not_utf_8,
    y004_illegal_character,
    y005_not_yaml,
    y006_too_deep,
    y007_too_many_nodes,
    y008_text_too_long,
    y009_anchor_or_tag,
    y010_second_document,
    y011_duplicate_key,
    y012_no_keys,
    y014_key_not_text,
    y015_no_libyaml,
    y016_number_too_long,
)


def _while_reading(code: str, name: str, module: ModuleType) -> Rule:
    """A rule whose faults arise where files are read."""
    return Rule(code, name, "error", "file", module, "min")


READING: tuple[Rule, ...] = (
    _while_reading("Y001", "unreadable", y001_unreadable),
    _while_reading("Y002", "too-large", y002_too_large),
    _while_reading("Y003", "not-utf-8", y003_not_utf_8),
    _while_reading("Y004", "illegal-character", y004_illegal_character),
    _while_reading("Y005", "not-yaml", y005_not_yaml),
    _while_reading("Y006", "too-deep", y006_too_deep),
    _while_reading("Y007", "too-many-nodes", y007_too_many_nodes),
    _while_reading("Y008", "text-too-long", y008_text_too_long),
    _while_reading("Y009", "anchor-or-tag", y009_anchor_or_tag),
    _while_reading("Y010", "second-document", y010_second_document),
    _while_reading("Y011", "duplicate-key", y011_duplicate_key),
    _while_reading("Y012", "no-keys", y012_no_keys),
    _while_reading("Y014", "key-not-text", y014_key_not_text),
    _while_reading("Y015", "no-libyaml", y015_no_libyaml),
    _while_reading("Y016", "number-too-long", y016_number_too_long),
)

SCHEMA: tuple[Rule, ...] = (
    _while_reading("S001", "unknown-key", s001_unknown_key),
    _while_reading("S002", "missing-key", s002_missing_key),
    _while_reading("S003", "wrong-type", s003_wrong_type),
    _while_reading("S004", "not-a-choice", s004_not_a_choice),
    _while_reading("S005", "wrong-form", s005_wrong_form),
    _while_reading("S006", "out-of-bounds", s006_out_of_bounds),
    _while_reading("S007", "swallowed-comment", s007_swallowed_comment),
    _while_reading("S008", "exactly-one-key", s008_exactly_one_key),
    _while_reading("S009", "id-not-file-name", s009_id_not_file_name),
    Rule("S010", "repeated-id", "error", "catalog", s010_repeated_id, "min"),
    Rule("S011", "other-schema", "note", "catalog", s011_other_schema),
    Rule("S012", "file-not-read", "warning", "catalog", s012_file_not_read),
)

FAILED: tuple[Rule, ...] = (_while_reading("X001", "rule-crashed", x001_rule_crashed),)

RULES: tuple[Rule, ...] = (*READING, *SCHEMA, *FAILED)
