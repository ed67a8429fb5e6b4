"""What every format needs beside the findings: words, lines of files, and where paths begin."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dealer_cli.checks.reports.text import message
from dealer_cli.checks.rule import SEVERITIES, Finding, Severity
from dealer_cli.checks.run import Report
from dealer_cli.language import Words
from dealer_cli.model.layout import shipped
from dealer_cli.writing.safe import show


@dataclass(frozen=True)
class Said:
    """A finding in words."""

    headline: str
    mend: str


@dataclass(frozen=True)
class Frame:
    """A report on its way to a format; a format is a pure function of it."""

    report: Report
    words: Words
    source: Callable[[str, int], str]
    """A line of a file, by path and number."""
    base: Path
    """The folder that paths are written from: the top of the repository, since CIs expect that."""
    fail_on: Severity | None = "error"
    """The least weight that fails; None: nothing does."""
    statistics: bool = False

    def said(self, finding: Finding) -> Said:
        """A finding in words, safe to show."""
        return Said(*message(finding.fault, self.words))

    def line(self, finding: Finding) -> str:
        """A finding in one line, its mend behind it."""
        said = self.said(finding)
        return self.words("labels.with-help", headline=said.headline, mend=said.mend) if said.mend else said.headline

    def said_accepted(self, finding: Finding) -> str:
        """Why a finding is accepted, safe to show."""
        return show(finding.waived) or self.words("answers.in-baseline")

    def path(self, path: str) -> str:
        """A path from the base, with forward slashes; files of the built-in catalog stand under `builtin/`."""
        absolute = _absolute(Path(path))
        for folder, name in ((self.base, ""), (self._shipped, "builtin/")):
            if absolute.is_relative_to(folder):
                return name + absolute.relative_to(folder).as_posix()
        return absolute.name

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the check fail."""
        if finding.accepted or self.fail_on is None:
            return False
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on)

    @property
    def heaviest_first(self) -> list[Finding]:
        """The findings that count, errors first, each weight in the order of places."""
        found = [finding for finding in self.report.findings if not finding.accepted]
        return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))

    @property
    def summary(self) -> str:
        """How many findings of each weight in how many files, and what is accepted or kept back."""
        report = self.report
        counts = [_counted(self.words, f"labels.count.{severity}", report.count(severity)) for severity in SEVERITIES]
        files = _counted(self.words, "labels.count.file", report.files)
        counted = [count for count in counts if count]
        sentence = self.words("answers.check-found", found=self.words.join(counted), files=files) if counted else ""
        sentence = sentence or self.words("answers.check-nothing", files=files)
        asides = {
            "waived": sum(bool(finding.waived) for finding in report.findings),
            "known": sum(finding.known and not finding.waived for finding in report.findings),
            "hidden": report.hidden,
        }
        told = [self.words(f"answers.check-{name}", count=count) for name, count in asides.items() if count]
        return self.words("answers.check-and", sentence=sentence, aside=self.words.join(told)) if told else sentence

    @cached_property
    def _shipped(self) -> Path:
        return shipped("catalog")


def _absolute(path: Path) -> Path:
    """The path from the root without `..`; links stay, since they are what people see."""
    return Path(os.path.normpath(path.absolute()))


def _counted(words: Words, key: str, count: int) -> str:
    if not count and "file" not in key:
        return ""
    return words(key if count == 1 else f"{key}s", count=count)


def base_of(folder: Path) -> Path:
    """The top of the repository that a folder is in; where there is none, the folder that we are in, if it is below that."""
    start = _absolute(folder)
    here = Path.cwd()
    return next((above for above in (start, *start.parents) if (above / ".git").exists()), here if start.is_relative_to(here) else start)
