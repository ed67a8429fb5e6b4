"""The rules: every code there is, in one table. A code is never used again for something else."""

from __future__ import annotations

from functools import partial

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules import o001_cycle, o002_orphan, o003_two_heads, o004_no_head, s010_repeated_id
from dealer_cli.checks.rules.references import faults_of

RETIRED: frozenset[str] = frozenset()
"""Codes that once named a rule."""

_READING = {
    "Y001": "unreadable",
    "Y002": "too-large",
    "Y003": "not-utf-8",
    "Y004": "illegal-character",
    "Y005": "not-yaml",
    "Y006": "too-deep",
    "Y007": "too-many-nodes",
    "Y008": "text-too-long",
    "Y009": "anchor-or-tag",
    "Y010": "second-document",
    "Y011": "duplicate-key",
    "Y012": "no-keys",
    "Y014": "key-not-text",
    "Y015": "no-libyaml",
    "Y016": "number-too-long",
    "S001": "unknown-key",
    "S002": "missing-key",
    "S003": "wrong-type",
    "S004": "not-a-choice",
    "S005": "wrong-form",
    "S006": "out-of-bounds",
    "S007": "swallowed-comment",
    "S008": "exactly-one-key",
    "S009": "id-not-file-name",
}

_REFERENCES = {
    "R001": "unknown-role",
    "R002": "unknown-position",
    "R003": "unknown-department",
    "R004": "unknown-function",
    "R005": "unknown-indicator",
    "R006": "unknown-record",
    "R007": "unknown-system",
    "R008": "unknown-external",
    "R009": "unknown-item",
    "R010": "unknown-section",
    "R011": "unknown-store",
    "R012": "unknown-policy",
    "R013": "unknown-step",
    "R014": "unknown-clause",
}

RULES: tuple[Rule, ...] = (
    *(Rule(code, name, "error", "0.1", "file") for code, name in _READING.items()),
    Rule("S010", "repeated-id", "error", "0.1", "catalog", s010_repeated_id.find),
    *(Rule(code, name, "error", "0.1", "catalog", partial(faults_of, code)) for code, name in _REFERENCES.items()),
    Rule("O001", "cycle", "error", "0.1", "store", o001_cycle.find),
    Rule("O002", "orphan", "error", "0.1", "store", o002_orphan.find),
    Rule("O003", "two-heads", "error", "0.1", "store", o003_two_heads.find),
    Rule("O004", "no-head", "error", "0.1", "store", o004_no_head.find),
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
