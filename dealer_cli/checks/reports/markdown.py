"""Findings as Markdown: for the summary of a CI step, for a wiki, for a letter to who must mend them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.reports.github import spoken_path
from dealer_cli.checks.rule import Finding
from dealer_cli.checks.statistics import Tally, by_code, by_department
from dealer_cli.writing.exchange import markdown_line, markdown_table


def markdown_report(frame: Frame, most: int | None = None) -> str:
    """The report as Markdown, errors first; of more than `most` findings the rest is counted."""
    found, words = frame.heaviest_first, frame.words
    parts = [f"## dealer check\n\n{markdown_line(frame.summary)}\n"]
    columns = [words(f"labels.{name}") for name in ("severity", "code", "place", "finding")]
    if found:
        parts.append(markdown_table(columns, [_row(frame, finding) for finding in found[:most]]))
    if most is not None and len(found) > most:
        parts.append(markdown_line(words("answers.markdown-more", count=len(found) - most)) + "\n")
    accepted = [finding for finding in frame.report.findings if finding.accepted]
    if accepted:
        parts.append(f"### {words('answers.markdown-accepted')}\n")
        rows = [(finding.fault.code, _place(frame, finding), frame.said_accepted(finding)) for finding in accepted[:most]]
        parts.append(markdown_table([columns[1], columns[2], words("labels.reason")], rows))
    if frame.statistics and found:
        parts += _statistics(frame)
    return "\n".join(parts)


def _row(frame: Frame, finding: Finding) -> Sequence[str]:
    said = frame.said(finding)
    words = "\n".join(part for part in (said.headline, said.mend) if part)
    return frame.words(f"labels.severity.{finding.severity}"), finding.fault.code, _place(frame, finding), words


def _place(frame: Frame, finding: Finding) -> str:
    place = finding.fault.place
    return f"{spoken_path(frame, place.path)}:{place.line}:{place.column}"


def _statistics(frame: Frame) -> Iterator[str]:
    for name, tallies in (("code", by_code(frame.report)), ("department", by_department(frame.report))):
        yield markdown_table(tally_columns(frame, name), tally_rows(frame, tallies))


def tally_columns(frame: Frame, name: str) -> list[str]:
    """The heading of a table of tallies."""
    return [frame.words(f"labels.{name}"), *(frame.words(f"labels.severity.{severity}") for severity in ("error", "warning", "note"))]


def tally_rows(frame: Frame, tallies: Sequence[Tally]) -> list[tuple[str, str, str, str]]:
    """Tallies as rows of a table."""
    none = frame.words("labels.no-department")
    return [(tally.name or none, str(tally.error), str(tally.warning), str(tally.note)) for tally in tallies]
