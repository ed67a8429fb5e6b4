"""A field of a header was printed and left blank.

## What it finds
In the sources: a superior or subordinates field without a word in it. None is not blank.

## Why it matters
Blank may mean none, or that nobody filled it in: the reader cannot tell.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.3, title: 销售顾问, relation: subordinates, stated: []}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.3, title: 销售顾问, relation: subordinates, stated: [无]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a blank field, at the relation."""
    for post in group.posts.values():
        for line in post.headers:
            if not line.record.stated:
                place = line.place("relation")
                entities = (group.name, post.title, line.record.relation)
                fault = Fault("E011", place, {"post": post.title}, (), entities, line.record.relation)
                yield contradiction(fault, sections=(line.record.section,), titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a blank field that no resolution settles."""
    yield from unresolved(view, contradictions)
