"""What changed since a revision, by asking git: everything is analysed, and a part is shown.

Shown are the findings in changed files, and those elsewhere that the revision did not have: a role
that is removed leaves its gap in files that nobody touched.
"""

from __future__ import annotations

import dataclasses
import os
import subprocess
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Report
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Refused
from dealer_cli.writing.files import Unwritable, write_below

GUARD = 120
"""Seconds after which git counts as hanging."""

SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "--no-pager")
"""What a repository's own settings may not make git run."""


class NoDifference(Exception):
    """Git cannot say what changed; `reason` is a name of the message that says why, `detail` what git said."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}")
        self.reason = reason
        self.detail = detail


def only(report: Report, files: Iterable[Path]) -> Report:
    """The part of a report that stands in some files, or points at them."""
    asked = {os.path.realpath(file) for file in files}
    return _kept(report, lambda finding: _in(finding, asked))


def since(report: Report, catalog: Catalog, ref: str, again: Callable[[Catalog], Iterable[Finding]]) -> Report:
    """The part of a report that a change since `ref` is answerable for; raises `NoDifference`.

    Compared is with where the two histories part, as a pull request does. `again` checks the
    catalog as it was, and is called only if there are findings outside of the changed files.
    """
    top = Path(os.path.realpath(_git(catalog.folder, "rev-parse", "--show-toplevel").removesuffix("\n")))
    base = _base(top, ref)
    changed = {os.path.realpath(top / name) for name in _changed(top, base)}
    if all(_in(finding, changed) for finding in report.findings):
        return report
    before = _before(top, base, catalog, again)
    return _kept(report, lambda finding: _in(finding, changed) or finding.fingerprint not in before)


def _kept(report: Report, keep: Callable[[Finding], bool]) -> Report:
    # A rule that failed is nobody's file.
    kept = tuple(finding for finding in report.findings if finding.fault.code == "X001" or keep(finding))
    hidden = sum(not finding.accepted for finding in report.findings) - sum(not finding.accepted for finding in kept)
    return dataclasses.replace(report, findings=kept, hidden=report.hidden + hidden)


def _in(finding: Finding, files: Collection[str]) -> bool:
    fault = finding.fault
    return any(os.path.realpath(place.path) in files for place in (fault.place, *(related.place for related in fault.related)))


def _base(top: Path, ref: str) -> str:
    try:
        commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()
    except NoDifference as error:
        raise NoDifference("no-such-ref", ref) if error.reason == "git-failed" else error from None
    try:
        return _git(top, "merge-base", commit, "HEAD").strip()
    except NoDifference:
        # A shallow clone does not know where histories part.
        return commit


def _changed(top: Path, base: str) -> Iterator[str]:
    """Files that differ from the base in the working tree, and files that git does not know."""
    differing = _git(top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base)
    unknown = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    yield from (name for name in (differing + unknown).split("\0") if name)


def _before(top: Path, base: str, catalog: Catalog, again: Callable[[Catalog], Iterable[Finding]]) -> set[str]:
    """The fingerprints that the catalog had at the base; none if it had no catalog that can be read."""
    folder = Path(os.path.realpath(catalog.folder)).relative_to(top)
    with tempfile.TemporaryDirectory(prefix="dealer-") as temporary:
        _write_tree(top, base, folder, Path(temporary))
        try:
            return {finding.fingerprint for finding in again(Catalog(Path(temporary) / folder))}
        except Refused:
            return set()


def _write_tree(top: Path, base: str, folder: Path, target: Path) -> None:
    """The regular YAML files of a folder as they were; links stay out."""
    listed = _git(top, "ls-tree", "-r", "-z", "--full-tree", base, "--", folder.as_posix()).split("\0")
    found = []
    for line in listed:
        head, _, name = line.partition("\t")
        if head.startswith("100") and name.endswith(".yaml"):
            found.append((head.split(" ")[2], name))
    asked = "".join(f"{blob}\n" for blob, _ in found)
    rest = _run(top, ("cat-file", "--batch"), asked.encode())
    for _, name in found:
        head_line, _, rest = rest.partition(b"\n")
        size = int(head_line.split(b" ")[2])
        try:
            write_below(target, name, rest[:size])
        except Unwritable:
            raise NoDifference("git-failed", name) from None
        rest = rest[size + 1 :]


def _git(folder: Path, *words: str) -> str:
    return os.fsdecode(_run(folder, words))


def _run(folder: Path, words: tuple[str, ...], given: bytes = b"") -> bytes:
    environ = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        ended = subprocess.run(
            ["git", *SAFE, "-C", str(folder), *words], input=given, capture_output=True, timeout=GUARD, check=False, env=environ
        )
    except (OSError, subprocess.TimeoutExpired, ValueError):
        raise NoDifference("no-git") from None
    if ended.returncode:
        raise NoDifference("git-failed", ended.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
    return ended.stdout
