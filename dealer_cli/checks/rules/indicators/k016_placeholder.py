"""A placeholder was never filled in.

## What it finds
A text in a role, or in kpis.yaml, that still holds a placeholder: xxx, ___, 待定, 待补充, 岗位指标1,
or one of the usual English marks in capitals.

## Why it matters
It was meant to be replaced before anybody signs. Templates of job descriptions are full of them.

## Example
    # kpis.yaml
    why: common practice
    kpis:
      - id: test-drive-rate
        title: {zh: 岗位指标1, en: Test drives per visit}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.5}

## Use instead
    # kpis.yaml
    why: common practice
    kpis:
      - id: test-drive-rate
        title: {zh: 试驾率, en: Test drives per visit}
        definition: {zh: 来店客户中试驾的比例, en: Share of visitors who take a test drive}
        unit: percent
        direction: higher
        frequency: month
        formula: test_drives / visits
        inputs:
          - {id: test_drives, zh: 试驾次数, en: test drives}
          - {id: visits, zh: 来店批次, en: visits}
        data_source: {zh: 来店登记, en: visit register}
        target: {min: 0.5}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault
from dealer_cli.reading.tree import Mapping, Sequence, Step, Tree

PLACEHOLDER = re.compile(r"x{3,}|X{3,}|_{3,}|\bTODO\b|\bTBD\b|待定|待补充|待填|岗位指标\s*[0-9０-９一二三四五六七八九十]")

MARKS = ("xxx", "XXX", "___", "TODO", "TBD", "待定", "待补充", "待填", "岗位指标")
"""What every placeholder holds."""


def find(view: View) -> Iterator[Fault]:
    """One fault a text, at the text."""
    documents = {id(entry.document): entry.document for entry in (*view.kpis.values(), *view.roles.values())}
    for document in documents.values():
        # Nearly every file has none: one search of its whole text is all that it costs.
        if any(mark in document.text for mark in MARKS):
            for steps, names, text in _texts(document.data, (), ()):
                match = PLACEHOLDER.search(text)
                if match:
                    owned = names if "id" in document.data else names[1:] or ("kpi",)
                    yield Fault("K016", document.place(*steps), {"text": match.group()}, entities=owned)


def _texts(node: Tree, steps: tuple[Step, ...], names: tuple[str, ...]) -> Iterator[tuple[tuple[Step, ...], tuple[str, ...], str]]:
    """Every text with the way to it, by place and by names that outlive a change of order."""
    if isinstance(node, str):
        yield steps, names, node
    elif isinstance(node, Mapping):
        named = next((str(node[key]) for key in ("id", "kpi", "clause") if key in node), None)
        inside = (*names, named) if named else names
        for key, value in node.items():
            yield from _texts(value, (*steps, key), (*inside, key))
    elif isinstance(node, Sequence):
        for i, value in enumerate(node):
            yield from _texts(value, (*steps, i), names)
