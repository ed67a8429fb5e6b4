"""A catalog that extends another: which stores are judged, and which findings are its own.

Its own are findings in its files, those that point at one of them, and those that it has caused in
the catalog below. What it has caused is known by comparing: whatever the catalog below has by
itself is not its concern, nor what that catalog's own waivers name. What stands in the sources of the
catalog below never is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.waivers import names
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.settings import Waiver
from dealer_cli.model.store import Store
from dealer_cli.reading.faults import Refused

Again = Callable[[Catalog, tuple[str, ...]], Iterable[Finding]]
"""A check of another catalog, over some stores."""


def extends(catalog: Catalog) -> bool:
    """Whether there is a catalog below."""
    return len(catalog.layers) > 1


def own_files(catalog: Catalog) -> list[str]:
    """The files of the catalog itself."""
    return [str(path) for path, layer, _ in catalog.file_kinds() if layer == catalog.folder]


def judged_stores(catalog: Catalog) -> tuple[str, ...] | None:
    """The catalog's own stores and its default store; None, which means all, where it extends nothing."""
    if not extends(catalog):
        return None
    own = [path.stem for path, layer, kind in catalog.file_kinds() if kind is Store and layer == catalog.folder]
    default = catalog.settings.record.default_store
    return tuple(dict.fromkeys([*own, default] if default else own))


def own_findings(catalog: Catalog, findings: Iterable[Finding], judged: tuple[str, ...] | None, again: Again) -> Iterator[Finding]:
    """The findings that are the catalog's own; the catalog below is checked only if some may not be."""
    below = catalog.layers[-1]
    lower: Catalog | None = None
    before: set[str] | None = None
    accepted: list[Entry[Waiver]] | None = None
    for finding in findings:
        if not _below_only(finding, catalog):
            yield finding
            continue
        if _in(finding.fault.place.path, os.path.join(below, "sources")):
            continue
        lower = lower or Catalog(below)
        accepted = _waivers(lower) if accepted is None else accepted
        if not any(names(waiver.record, finding) for waiver in accepted):
            if before is None:
                known = set(lower.store_ids())
                before = {found.fingerprint for found in again(lower, tuple(store for store in judged or () if store in known))}
            if finding.fingerprint not in before:
                yield finding


def _waivers(catalog: Catalog) -> list[Entry[Waiver]]:
    try:
        return catalog.waivers()
    except Refused:  # a finding of its own
        return []


def _below_only(finding: Finding, catalog: Catalog) -> bool:
    fault = finding.fault
    own, below = str(catalog.folder), str(catalog.layers[-1])
    paths = [fault.place.path, *(related.place.path for related in fault.related)]
    return all(_in(path, below) and not (_in(own, below) and _in(path, own)) for path in paths)


def _in(path: str, folder: str | os.PathLike[str]) -> bool:
    return path.startswith(os.path.join(folder, ""))
