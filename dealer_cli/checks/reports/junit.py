"""Findings as JUnit XML: a failing case a finding, a passing case a clean file.

Readers keep only the first of two cases with one name, and call a run without cases a run that
tested nothing: hence the place in each name, a number where that is not enough, and the files.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from dealer_cli.checks.layers import own_files
from dealer_cli.checks.reports.frame import Frame
from dealer_cli.checks.reports.github import spoken_path
from dealer_cli.checks.rule import Finding
from dealer_cli.writing.safe import xml_text

FILES = "files"
"""The class of the passing cases."""


def junit_report(frame: Frame) -> str:
    """The report as JUnit XML."""
    suites: dict[str, ElementTree.Element] = {}
    totals: Counter[str] = Counter()
    names: Counter[tuple[str, str]] = Counter()
    for finding in frame.report.findings:
        family = f"dealer.{finding.fault.code[0]}"
        suite = suites.setdefault(family, ElementTree.Element("testsuite", name=family))
        suite.append(_case(frame, finding, family, names))
    bad = {finding.fault.place.path for finding in frame.report.findings}
    clean = [path for path in (own_files(frame.report.view.catalog) if frame.report.view else ()) if path not in bad]
    if clean:
        suite = suites[FILES] = ElementTree.Element("testsuite", name=f"dealer.{FILES}")
        for path in sorted(spoken_path(frame, path) for path in clean):
            ElementTree.SubElement(suite, "testcase", name=xml_text(path), classname=f"dealer.{FILES}", file=xml_text(path))
    root = ElementTree.Element("testsuites", name="dealer check")
    for suite in suites.values():
        counts = {
            "tests": len(suite),
            "failures": len(suite.findall("testcase/failure")),
            "skipped": len(suite.findall("testcase/skipped")),
        }
        totals.update(counts)
        suite.attrib.update({name: str(count) for name, count in counts.items()})
        root.append(suite)
    root.attrib.update({name: str(totals[name]) for name in ("tests", "failures", "skipped")})
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(frame: Frame, finding: Finding, family: str, names: Counter[tuple[str, str]]) -> ElementTree.Element:
    place, said = finding.fault.place, frame.said(finding)
    path = spoken_path(frame, place.path)
    name = f"{finding.fault.code} {path}:{place.line}:{place.column}"
    names[family, name] += 1
    if names[family, name] > 1:
        name += f" ({names[family, name]})"
    case = ElementTree.Element("testcase", name=xml_text(name), classname=family, file=xml_text(path), line=str(place.line))
    if finding.accepted:
        ElementTree.SubElement(case, "skipped", message=xml_text(frame.said_accepted(finding)))
    elif frame.fails(finding):
        failure = ElementTree.SubElement(case, "failure", type=finding.severity, message=xml_text(said.headline))
        failure.text = xml_text(_body(frame, finding))
    else:
        ElementTree.SubElement(case, "system-out").text = xml_text(_body(frame, finding))
    return case


def _body(frame: Frame, finding: Finding) -> str:
    said = frame.said(finding)
    lines = [f"{finding.severity} {finding.fault.code} {said.headline}"]
    for other in finding.fault.related:
        place = other.place
        lines.append(f"{frame.words(f'findings.{other.caption}')} {spoken_path(frame, place.path)}:{place.line}:{place.column}")
    return "\n".join([*lines, *([f"{frame.words('labels.help-line')} {said.mend}"] if said.mend else [])])
