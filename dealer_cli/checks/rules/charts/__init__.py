"""O: the chart of a store."""

from __future__ import annotations

from dealer_cli.checks.rule import Rule
from dealer_cli.checks.rules.charts import (
    o001_cycle,
    o002_orphan,
    o003_two_heads,
    o004_no_head,
    o005_outside_department,
    o006_wide_span,
    o007_deep_chart,
    o008_one_report,
    o009_superior_not_higher,
    o010_idle_dotted_line,
    o011_duplicate_subtree,
    o012_second_root,
    o013_seated_after_all,
    o014_moved_department,
    o015_number_twice,
)

RULES: tuple[Rule, ...] = (
    Rule("O001", "cycle", "error", "store", o001_cycle, "min"),
    Rule("O002", "orphan", "error", "store", o002_orphan, "min"),
    Rule("O003", "two-heads", "error", "store", o003_two_heads),
    Rule("O004", "no-head", "error", "store", o004_no_head),
    Rule("O005", "outside-department", "warning", "store", o005_outside_department),
    Rule("O006", "wide-span", "warning", "store", o006_wide_span),
    Rule("O007", "deep-chart", "warning", "store", o007_deep_chart),
    Rule("O008", "one-report", "note", "store", o008_one_report, "strict"),
    Rule("O009", "superior-not-higher", "warning", "store", o009_superior_not_higher),
    Rule("O010", "idle-dotted-line", "warning", "store", o010_idle_dotted_line),
    Rule("O011", "duplicate-subtree", "warning", "store", o011_duplicate_subtree),
    Rule("O012", "second-root", "warning", "store", o012_second_root),
    Rule("O013", "seated-after-all", "error", "store", o013_seated_after_all),
    Rule("O014", "moved-department", "note", "store", o014_moved_department),
    Rule("O015", "number-twice", "error", "store", o015_number_twice),
)
