"""A post lists the same subordinate twice.

## What it finds
In the sources: the header of a post names one title twice, in one list or in two.

## Why it matters
Two lists run into one field are two editions; which one holds is a decision.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [销售顾问, 试驾专员]}
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [销售顾问]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [销售顾问, 试驾专员]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group, Named
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a title, where it is named again; where it was named first is the related place."""
    for post in group.posts.values():
        first: dict[str, Named] = {}
        for named in post.subordinates:
            before = first.setdefault(named.key, named)
            if before is not named and not named.is_none:
                fault = Fault(
                    "E008",
                    named.place,
                    {"post": post.title, "title": named.title},
                    (Related(before.place, "stated-here"),),
                    (group.name, post.title, named.title),
                )
                yield contradiction(fault, before, named, titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a title named twice that no resolution settles."""
    yield from unresolved(view, contradictions)
