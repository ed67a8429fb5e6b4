"""A baseline: the findings that were there when checking began. They do not count, and it only shrinks.

It names findings by code and entities, so that it outlives moved lines and renamed files. What no
catalog may keep is never in it: files that cannot be read, duties that law keeps apart, waivers.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Report

MOST_BYTES = 16 * 1024 * 1024
"""The largest baseline that is read."""

FORMAT = 1
"""The number that a baseline begins with."""

NEVER = frozenset("YSXW")
"""Families of findings that are never in a baseline, whatever their weight."""

Key = tuple[str, tuple[str, ...]]
"""A code and the entities of a finding."""


class Unusable(Exception):
    """A baseline cannot be read; `reason` is a name of the message that says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Baseline:
    """How often each finding was there."""

    counts: Counter[Key]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Baseline:
        """The findings that a new baseline takes."""
        return cls(Counter(_key(finding) for finding in findings if _may_be_known(finding)))

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file; raises `Unusable`."""
        try:
            with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError):
            raise Unusable(path, "unreadable") from None
        if len(data) > MOST_BYTES:
            raise Unusable(path, "too-large")
        try:
            return cls(_counts(json.loads(data)))
        except (ValueError, RecursionError, KeyError, TypeError):
            raise Unusable(path, "no-baseline") from None

    def applied(self, report: Report) -> Report:
        """The report with the findings marked that are known: of equal ones the first, as many as there were."""
        left = Counter(self.counts)
        marked = []
        for finding in report.findings:
            key = _key(finding)
            known = not finding.waived and _may_be_known(finding) and left[key] > 0
            left[key] -= known
            marked.append(dataclasses.replace(finding, known=known))
        return dataclasses.replace(report, findings=tuple(marked))

    def gone(self, report: Report) -> Counter[Key]:
        """What is in the baseline and was not found any more, by rules that saw everything."""
        left = self.counts - Baseline.of(report.findings).counts
        return Counter({key: count for key, count in left.items() if key[0] in report.judged})

    def shrunk(self, report: Report) -> Baseline:
        """The baseline without what is gone; nothing is added."""
        return Baseline(self.counts - self.gone(report))

    def text(self) -> str:
        """The file: one finding a line, in order, so that a difference can be read."""
        entries = [
            json.dumps({"code": code, "entities": entities, "count": self.counts[code, entities]}) for code, entities in sorted(self.counts)
        ]
        return f'{{"dealer_baseline": {FORMAT}, "findings": [\n' + ",\n".join(entries) + ("\n" if entries else "") + "]}\n"


def _may_be_known(finding: Finding) -> bool:
    family = finding.fault.code[0]
    return not finding.waived and family not in NEVER and not (family == "P" and finding.severity == "error")


def _key(finding: Finding) -> Key:
    return finding.fault.code, finding.fault.entities


def _counts(data: object) -> Counter[Key]:
    if not isinstance(data, dict) or data.get("dealer_baseline") != FORMAT:
        raise ValueError
    counts: Counter[Key] = Counter()
    for entry in data["findings"]:
        code, entities, count = entry["code"], entry["entities"], entry["count"]
        if not isinstance(code, str) or not isinstance(entities, list) or type(count) is not int or not 0 < count < 1_000_000:
            raise ValueError
        if not all(isinstance(entity, str) for entity in entities):
            raise ValueError
        counts[code, tuple(entities)] += count
    return counts
