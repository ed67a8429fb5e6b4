"""Items of a source are neither taken over nor left out.

## What it finds
A section in scope with items that no role, policy, indicator or store cites, and that
sources/left-out.yaml does not list.

## Why it matters
What the source asks for is lost, and nobody decided that it should be.

## Example
    # sources/D9.yaml
    sections:
      - {id: D9.9, heading: 收银员, kind: role, organisation: small, scope: in, items: 1}
    # sources/lines.yaml
    lines: []

## Use instead
    # sources/D9.yaml
    sections:
      - {id: D9.9, heading: 收银员, kind: role, organisation: small, scope: in, items: 1}
    # sources/lines.yaml
    lines: []
    # sources/left-out.yaml
    left_out:
      - items: [D9.9/1]
        reason: {zh: 与本店无关, en: Does not concern this store}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.coverage import Coverage, SectionCoverage, citations
from dealer_cli.reading.faults import Fault, Param


def find(view: View) -> Iterator[Fault]:
    """One fault a section, at its number of items."""
    if not view.sources:
        return
    entries: list[tuple[str, Entry[Any]]] = [("role", role) for role in view.roles.values()]
    entries += [("policy", policy) for policy in view.policies.values()]
    entries += [("kpi", kpi) for kpi in view.kpis.values()]
    missing = _missing(view, entries)
    if missing:
        # The positions of many stores are many, and few cite: only stores that name such a section are walked.
        beginnings = [f"{covered.section.id}/" for covered in missing]
        stores = [store.entry for store in view.stores.values() if any(begin in store.entry.document.text for begin in beginnings)]
        missing = _missing(view, [*entries, *(("store", store) for store in stores)]) if stores else missing
    places = {
        section.id: source.place("sections", i, "items")
        for source in view.sources.values()
        for i, section in enumerate(source.record.sections)
    }
    for covered in missing:
        params: dict[str, Param] = {"section": covered.section.id, "items": tuple(str(ordinal) for ordinal in covered.missing)}
        yield Fault("D017", places[covered.section.id], params, entities=(covered.section.id,))


def _missing(view: View, entries: list[tuple[str, Entry[Any]]]) -> list[SectionCoverage]:
    """The sections with items that the entries do not cite and that are not left out."""
    sources = (source.record for source in view.sources.values())
    coverage = Coverage(sources, citations(entries), (entry.record for entry in view.left_out))
    return [covered for covered in coverage.sections() if covered.missing]
