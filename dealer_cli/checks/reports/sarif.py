"""Findings as SARIF 2.1.0, within what GitHub code scanning accepts.

GitHub refuses a whole file for one line or column below 1, reads only `locations[0]` and only the
fingerprint `primaryLocationLineHash`, and shows a result in a pull request only if all its lines
are in the difference: hence places of one line, and the rest as related locations.
"""

from __future__ import annotations

from dealer_cli import __version__
from dealer_cli.checks.explained import explanation
from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.rule import SEVERITIES, Finding, Rule
from dealer_cli.checks.table import RULES
from dealer_cli.language import Words
from dealer_cli.reading.faults import Place
from dealer_cli.writing.exchange import Json, json_text
from dealer_cli.writing.safe import show, uri_path

MOST_RESULTS = 25_000
"""Results of one run that GitHub takes; it shows 5,000."""

LONGEST_TEXT = 1_000
"""Characters of a rule's texts; GitHub takes 1,024."""

MOST_RELATED = 100
"""Related places of one result: a ring of a thousand positions need not name them all."""


def sarif_report(frame: Frame) -> str:
    """The report as a SARIF log of one run."""
    index = {rule.code: i for i, rule in enumerate(RULES)}
    kept = _kept(frame.report.findings)
    run: dict[str, Json] = {
        "tool": {
            "driver": {
                "name": "dealer",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, frame.words) for rule in RULES],
            }
        },
        "language": "zh-CN" if frame.words.lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(frame, len(frame.report.findings) - len(kept))],
        "results": [_result(frame, finding, index) for finding in kept],
    }
    return json_text({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _kept(findings: tuple[Finding, ...]) -> list[Finding]:
    """As many as GitHub takes, the lightest left out first."""
    if len(findings) <= MOST_RESULTS:
        return list(findings)
    order = sorted(range(len(findings)), key=lambda i: (findings[i].accepted, SEVERITIES.index(findings[i].severity), i))
    return [findings[i] for i in sorted(order[:MOST_RESULTS])]


def _rule(rule: Rule, words: Words) -> Json:
    told = explanation(rule, words)
    mend = "\n\n".join(part for part in (told.matters, told.instead, told.instead_example) if part)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _short(told.summary or rule.name)},
        "fullDescription": {"text": _short(told.finds or told.summary or rule.name)},
        "help": {"text": _short(mend or told.summary or rule.name)},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.code[0], rule.profile]},
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _invocation(frame: Frame, left_out: int) -> Json:
    told: list[Json] = []
    for rule in frame.report.crashed:
        text = frame.words("findings.X001", rule=rule, error="")
        told.append({"level": "error", "message": {"text": text}, "associatedRule": {"id": rule}})
    if left_out:
        told.append({"level": "warning", "message": {"text": frame.words("answers.sarif-left-out", count=left_out, most=MOST_RESULTS)}})
    invocation: dict[str, Json] = {"executionSuccessful": not frame.report.crashed}
    return invocation | ({"toolExecutionNotifications": told} if told else {})


def _result(frame: Frame, finding: Finding, index: dict[str, int]) -> Json:
    fault = finding.fault
    result: dict[str, Json] = {
        "ruleId": fault.code,
        "ruleIndex": index[fault.code],
        "level": finding.severity,
        "message": {"text": frame.line(finding)},
        "locations": [{"physicalLocation": _location(frame, fault.place)}],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
        "properties": {"entities": [show(entity) for entity in fault.entities]},
    }
    if fault.related:
        result["relatedLocations"] = [
            {
                "id": i,
                "physicalLocation": _location(frame, other.place),
                "message": {"text": frame.words(f"findings.{other.caption}")},
            }
            for i, other in enumerate(fault.related[:MOST_RELATED], 1)
        ]
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": frame.said_accepted(finding)}]
    return result


def _location(frame: Frame, place: Place) -> Json:
    column = max(1, place.column)
    region: Json = {"startLine": max(1, place.line), "startColumn": column, "endColumn": max(column + 1, place.end_column)}
    return {"artifactLocation": {"uri": uri_path(frame.path(place.path))}, "region": region}
