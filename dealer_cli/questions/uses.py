"""Where something is used: every duty, rule, step, indicator and record that names it, found by scanning first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Entry
from dealer_cli.model.record import record
from dealer_cli.model.references import references
from dealer_cli.model.words import Text
from dealer_cli.questions.answer import Named, filled
from dealer_cli.questions.search import policy_files, role_files, vocabulary_files, within
from dealer_cli.reading.tree import Mapping, Sequence, Step, Tree

RECORDED = {"functions": "function", "kpis": "kpi", "records": "record", "systems": "system"}
"""The vocabularies whose entries name other things, and what an entry of each is."""


@record
class Use:
    """One place that names something."""

    kind: str
    """What the owner is: role, policy, function, kpi, record, system."""
    owner: Named
    """Whose part it is."""
    part: str
    """The part of the owner: duties, kpis, relations, rules, steps, keeper …"""
    id: str | None
    """The duty, rule or step, where it has a name."""
    key: str
    """The key that names it: records, systems, input, output, actor, with …"""
    text: Text | None
    """What the duty, rule or step says, with the store's values."""
    path: str
    """The file, by its name in the catalog."""
    line: int
    """The line."""


def uses(scene: Scene, kind: str, name: str) -> tuple[Use, ...]:
    """Every use of something in roles, policies and vocabularies."""
    catalog = scene.catalog
    pattern = re.compile(re.escape(name))
    found: list[Use] = []
    for role in role_files(catalog, pattern):
        found += _in_record("role", scene, catalog.role(role), kind, name)
    for policy in policy_files(catalog, pattern):
        found += _in_record("policy", scene, catalog.policy(policy), kind, name)
    for vocabulary in vocabulary_files(catalog, pattern):
        if vocabulary in RECORDED:
            for entry in getattr(catalog, vocabulary).values():
                found += _in_record(RECORDED[vocabulary], scene, entry, kind, name)
    return tuple(found)


def _in_record(owner_kind: str, scene: Scene, entry: Entry[Any], kind: str, name: str) -> Iterator[Use]:
    for found, asked, steps in references(entry.record):
        if (found, asked) == (kind, name):
            element = _element(entry, steps)
            place = entry.place(*steps)
            yield Use(
                kind=owner_kind,
                owner=Named(id=entry.record.id, title=entry.record.title),
                part=str(steps[0]),
                id=_text_of(element, "id"),
                key=str(next(step for step in reversed(steps) if isinstance(step, str))),
                text=filled(scene, Text(zh=_text_of(element, "zh"), en=_text_of(element, "en"))) if element else None,
                path=within(scene.catalog, place.path),
                line=place.line,
            )


def _element(entry: Entry[Any], steps: tuple[Step, ...]) -> Mapping | None:
    """The entry of a list (a duty, a rule, a step) that the steps lead through, the first of them."""
    node: Tree = entry.document.data
    for step in (*entry.steps, *steps):
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node[step]
            if isinstance(node, Mapping) and not (entry.steps and node.get("id") == entry.record.id):
                return node
    return None


def _text_of(element: Mapping | None, key: str) -> str | None:
    found = element.get(key) if element else None
    return found if isinstance(found, str) else None
