"""A run that prints many documents: progress, manifest, what changed since the last issue, and comparing instead of writing."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import FAILED, complain, say_faults
from dealer_cli.cli.printing import say_written
from dealer_cli.documents.batch.issue import Issue, Outcome
from dealer_cli.documents.batch.manifest import NAME, Manifest, ManifestFault, read_manifest
from dealer_cli.documents.batch.order import Item, Order
from dealer_cli.documents.batch.press import Press
from dealer_cli.documents.batch.run import executor, wishes
from dealer_cli.documents.batch.shelf import Comparison, Different, Folder
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.files import Unwritable, no_folder
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import wrap

_say = words()

DIFFERENT = 1
"""The exit code when `--check` finds files that are not as they would be printed now."""

MANY = 10
"""Files that differ, from which on they are counted too."""

ManifestOption = Annotated[bool, typer.Option("--manifest", help=_say("help.opt-manifest"))]
ChangedSinceOption = Annotated[
    Path | None, typer.Option("--changed-since", metavar="MANIFEST", help=_say("help.opt-changed-since"), show_default=False)
]
CompareOption = Annotated[bool, typer.Option("--check", help=_say("help.opt-check-documents"))]
JobsOption = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, max=64, help=_say("help.opt-jobs"), show_default=False)]


@dataclass(frozen=True)
class Wanted:
    """What a run is to do beside printing."""

    manifest: bool = False
    """Whether the manifest is written."""
    changed_since: Path | None = None
    """The manifest of the last issue: only what it does not have is printed."""
    check: bool = False
    """Whether files are compared, and nothing is written."""
    jobs: int | None = None
    """How many processes; none: as many as pay."""


def print_order(
    catalog: Catalog, scene: Scene, order: Order, items: Sequence[Item], langs: Sequence[str], out: Path, wanted: Wanted
) -> None:
    """Print documents of a store below a folder, and say what became of them. Ends the run where that was not all well."""
    _refuse_no_folder(out, wanted.check)
    before = _before(wanted.changed_since, order) if wanted.changed_since else None
    shelf = Comparison(out) if wanted.check else Folder(out)
    asked = wishes(items, langs)
    issue = Issue(order, langs, shelf, before)
    with progress(len(asked) * len(order.forms)) as step:
        issue.print(asked, executor(order, len(asked), wanted.jobs), step)
    if before is not None:
        issue.confirm(Press(order, catalog))
    if order.content:
        issue.close(items, scene.chart.seats)
    outcome = issue.outcome
    if isinstance(shelf, Comparison):
        _say_differences(shelf.differences(order.forms), sum(outcome.counts.values()), out)
    else:
        say_written({out / folder: count for folder, count in outcome.counts.items()})
    if before is not None:
        _say_changes(outcome)
        _say_renumbered(outcome, scene)
    if outcome.faults:
        say_faults(outcome.faults)
        raise typer.Exit(FAILED)
    if isinstance(shelf, Comparison) and shelf.differences(order.forms):
        raise typer.Exit(DIFFERENT)


def _refuse_no_folder(out: Path, check: bool) -> None:
    """End the run where the folder, if files are compared, is not there. Raises `Unwritable` where it is a file."""
    if (file := no_folder(out)) is not None:
        raise Unwritable(file, "no folder")
    if check and not out.is_dir():
        _print(_say("answers.documents-no-folder", folder=show(str(out))))
        raise typer.Exit(DIFFERENT)


def _before(path: Path, order: Order) -> Manifest:
    """The manifest of the last issue, which must be one of such documents."""
    path = path / NAME if path.is_dir() else path
    found = read_manifest(path)
    for cause, was, now in (
        ("other-store", found.store, order.store),
        ("other-layout", found.layout, order.occasion.layout),
        ("other-manner", found.sourced_only, order.manner.sourced_only),
    ):
        if was != now:
            raise ManifestFault(path, cause, str(was))  # type: ignore[arg-type]
    return found


def _say_differences(found: Sequence[Different], count: int, out: Path) -> None:
    if not found:
        _print(_say("answers.documents-same", count=count, folder=show(str(out))))
    for one in found:
        _print(_say(f"answers.document-{one.difference}", path=show(str(out / one.file))))
    if len(found) >= MANY:
        kinds = Counter(one.difference for one in found)
        counts = {kind: kinds[kind] for kind in ("differs", "missing", "surplus")}
        _print(_say("answers.documents-different", count=len(found), **counts))


def _say_changes(outcome: Outcome) -> None:
    """What must be signed again, what need not be, and what is signed no longer."""
    for key, names in (("changed", outcome.changed), ("new", outcome.new)):
        for name in names:
            _print(_say(f"answers.issue-{key}", name=show(name)))
    for one in outcome.withdrawn:
        _print(_say("answers.issue-withdrawn", name=show(f"{one.number} {one.title}".strip()), file=show(one.file)))
    _print(_say("answers.issue-unchanged", count=outcome.unchanged))


def _say_renumbered(outcome: Outcome, scene: Scene) -> None:
    """How to keep post numbers that were signed. A number that the store states was changed on purpose."""
    counted = {key: both for key, both in outcome.renumbered.items() if not scene.chart.seats[key].position.number}
    for key, (was, now) in list(counted.items())[:1]:
        told = {"position": show(scene.title(key)), "id": show(key), "was": quote(was), "now": quote(now)}
        more = "answers.issue-renumbered-more" if len(counted) > 1 else "answers.issue-renumbered"
        complain(_say(more, **told, file=show(str(scene.store.document.path)), count=len(counted)))


def _print(text: str) -> None:
    for line in wrap(text):
        print(line)


def say_batch_fault(fault: Exception) -> None:
    """Why a manifest cannot be compared with, or why a run ended early."""
    if not isinstance(fault, ManifestFault):
        complain(_say("answers.process-lost"))
        return
    place = f"{fault.path}:{fault.line}" if fault.line else str(fault.path)
    complain(_say(f"answers.manifest-{fault.cause}", path=show(place), detail=quote(fault.detail)))


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A step to call for files done: a bar on the error stream if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    with typer.progressbar(length=total, file=sys.stderr, width=40) as bar:
        yield lambda count: bar.update(count)
