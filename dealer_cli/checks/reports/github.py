"""Findings as workflow commands of GitHub: annotations beside the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step; the rest stands in its log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.rule import Finding
from dealer_cli.writing.safe import command_property, command_value, show

SHOWN = 10
"""Annotations of one weight that GitHub shows of a step."""

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github_report(frame: Frame) -> str:
    """A command a finding that counts, errors first, and a line that says how many GitHub leaves out."""
    lines = [_command(frame, finding) for finding in frame.heaviest_first]
    return "".join(f"{line}\n" for line in (*lines, *_left_out(frame)))


def spoken_path(frame: Frame, path: str) -> str:
    """A path inside a text."""
    return show(frame.path(path))


def _command(frame: Frame, finding: Finding) -> str:
    place = finding.fault.place
    properties = {
        "file": spoken_path(frame, place.path),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.fault.code} {finding.rule}",
    }
    said = ",".join(f"{name}={command_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {said}::{command_value(_message(frame, finding))}"


def _message(frame: Frame, finding: Finding) -> str:
    lines = [frame.line(finding)]
    for other in finding.fault.related:
        caption = frame.words(f"findings.{other.caption}")
        lines.append(f"{caption}: {spoken_path(frame, other.place.path)}:{other.place.line}:{other.place.column}")
    return "\n".join(lines)


def _left_out(frame: Frame) -> Iterator[str]:
    counts = Counter(finding.severity for finding in frame.heaviest_first)
    left_out = sum(max(0, count - SHOWN) for count in counts.values())
    if left_out:
        yield frame.words("answers.github-left-out", count=left_out)
