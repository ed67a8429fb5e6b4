"""Findings as JSON: every key is always there, null or empty where nothing is known."""

from __future__ import annotations

from dealer_cli import __version__
from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.rule import SEVERITIES, Finding
from dealer_cli.checks.statistics import Tally, by_code, by_department
from dealer_cli.reading.faults import Place
from dealer_cli.writing.exchange import Json, json_text


def json_report(frame: Frame) -> str:
    """The report as one JSON object."""
    report = frame.report
    summary: dict[str, Json] = {severity: report.count(severity) for severity in SEVERITIES}
    summary |= {
        "files": report.files,
        "waived": sum(bool(finding.waived) for finding in report.findings),
        "baseline": sum(finding.known for finding in report.findings),
        "hidden": report.hidden,
        "crashed": list(report.crashed),
    }
    return json_text(
        {
            "format": 1,
            "dealer": __version__,
            "language": frame.words.lang,
            "summary": summary,
            "by_code": [_tally(tally) for tally in by_code(report)],
            "by_department": [_tally(tally) for tally in by_department(report)],
            "findings": [_finding(frame, finding) for finding in report.findings],
        }
    )


def _finding(frame: Frame, finding: Finding) -> Json:
    fault, said = finding.fault, frame.said(finding)
    return {
        "code": fault.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": said.headline,
        "help": said.mend,
        **_place(frame, fault.place),
        "related": [{"caption": frame.words(f"findings.{other.caption}"), **_place(frame, other.place)} for other in fault.related],
        "entities": list(fault.entities),
        "fingerprint": finding.fingerprint,
        "waived": finding.waived or None,
        "baseline": finding.known,
    }


def _place(frame: Frame, place: Place) -> dict[str, Json]:
    return {"path": frame.path(place.path), "line": place.line, "column": place.column, "end_column": place.end_column}


def _tally(tally: Tally) -> Json:
    return {"name": tally.name, "error": tally.error, "warning": tally.warning, "note": tally.note}
