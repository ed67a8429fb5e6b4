"""The report for eyes: the findings that count, one sentence, and the statistics if they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.reports.markdown import tally_columns, tally_rows
from dealer_cli.checks.reports.text import text_report
from dealer_cli.checks.statistics import Tally, by_code, by_department
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import pad, width, wrap


def text_page(frame: Frame) -> str:
    """The report as text."""
    report = frame.report
    lines = list(text_report((finding for finding in report.findings if not finding.accepted), frame.words, frame.source))
    lines += wrap(frame.summary)
    if report.waiting:
        lines += wrap(frame.words("answers.check-waiting", codes=", ".join(report.waiting)))
    if frame.statistics and any(not finding.accepted for finding in report.findings):
        lines += ["", *_table(frame, "code", by_code(report)), "", *_table(frame, "department", by_department(report))]
    return "".join(f"{line}\n" for line in lines)


def _table(frame: Frame, name: str, tallies: tuple[Tally, ...]) -> Iterator[str]:
    """Names to the left, numbers to the right of their columns."""
    rows = [tally_columns(frame, name), *([show(cell) for cell in row] for row in tally_rows(frame, tallies))]
    sizes = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        numbers = (" " * (size - width(cell)) + cell for cell, size in zip(row[1:], sizes[1:], strict=True))
        yield "  " + "  ".join([pad(row[0], sizes[0]), *numbers])
