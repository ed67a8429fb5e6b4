"""What became of every item of the sources: which elements restate it, or why it is left out.

An item counts as taken over where a role, a policy, an indicator or a store cites it. Functions,
records and systems cite items too, but only to show where a word comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.references import references
from dealer_cli.model.source import LeftOut, Section, Source
from dealer_cli.reading.tree import Step


@dataclass(frozen=True, order=True)
class Element:
    """A part of the catalog that cites an item."""

    kind: str
    """role, policy, kpi or store."""
    owner: str
    """Its id."""
    part: str
    """Where in it: duties, rules, requirements."""
    name: str
    """The id of the part, or its number in its list."""

    def __str__(self) -> str:
        return "/".join(word for word in (self.owner, self.part, self.name) if word)


@dataclass(frozen=True)
class SectionCoverage:
    """The items of one section in scope, by what became of them; ordinals."""

    section: Section
    cited: tuple[int, ...]
    left_out: tuple[int, ...]
    missing: tuple[int, ...]


class Coverage:
    """Every citation of a catalog."""

    def __init__(self, sources: Iterable[Source], citing: Mapping[str, list[Element]], left_out: Iterable[LeftOut]) -> None:
        self.sources = tuple(sources)
        self.citing = citing
        """Item to the elements that cite it, in order."""
        self.left_out = {item: group for group in left_out for item in group.items}
        """Item to the group that says why it is left out."""

    @classmethod
    def of(cls, catalog: Catalog) -> Coverage:
        """The coverage of a catalog; reads all of it. Raises `Refused` for whatever cannot be read."""
        entries: list[tuple[str, Entry[Any]]] = [("role", catalog.role(name)) for name in catalog.role_ids()]
        entries += [("policy", catalog.policy(name)) for name in catalog.policy_ids()]
        entries += [("kpi", entry) for entry in catalog.kpis.values()]
        entries += [("store", catalog.store(name)) for name in catalog.store_ids()]
        return cls(
            (catalog.source(name).record for name in catalog.source_ids()),
            citations(entries),
            (entry.record for entry in catalog.left_out()),
        )

    def sections(self) -> Iterator[SectionCoverage]:
        """The sections in scope that have items, in their order."""
        for source in self.sources:
            for section in source.sections:
                if section.scope == "in" and section.items:
                    yield self.section(section)

    def section(self, section: Section) -> SectionCoverage:
        """What became of the items of one section."""
        cited: list[int] = []
        left: list[int] = []
        missing: list[int] = []
        for ordinal in range(1, section.items + 1):
            item = f"{section.id}/{ordinal}"
            (cited if item in self.citing else left if item in self.left_out else missing).append(ordinal)
        return SectionCoverage(section, tuple(cited), tuple(left), tuple(missing))


def citations(entries: Iterable[tuple[str, Entry[Any]]]) -> dict[str, list[Element]]:
    """Item to the elements that cite it; each entry with the kind of thing it is."""
    found: dict[str, list[Element]] = {}
    for kind, entry in entries:
        for reference, item, steps in references(entry.record):
            if reference == "item":
                element = Element(kind, str(entry.record.id), *_part(entry.record, steps))
                elements = found.setdefault(item, [])
                if element not in elements:
                    elements.append(element)
    return found


def _part(record: Any, steps: tuple[Step, ...]) -> tuple[str, str]:
    """The part of a record that steps lead through, and the name of the entry in it."""
    if not steps or steps[0] == "from":
        return "", ""
    part = str(steps[0])
    node: Any = record
    for step in steps:
        if isinstance(step, int):
            node = node[step]
            name = getattr(node, "id", None) or getattr(node, "kpi", None) or getattr(node, "clause", None)
            return part, str(name or step + 1)
        node = getattr(node, step, None) or getattr(node, f"{step}_", None)
    return part, ""
