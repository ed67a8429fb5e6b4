"""A post reports to itself.

## What it finds
In the sources: a post names itself as superior or as subordinate; or its heading says that it holds
another post too, and that other post names it as superior.

## Why it matters
Nobody leads, and nobody checks, whoever reports to themselves.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: superior, stated: [销售总监]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: superior, stated: [总经理]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.readings import Readings
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related

_NUMBER = re.compile(r"^[0-9]+[、.．]\s*")


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a post, where it names itself, or at the heading that joins two posts."""
    for post in group.posts.values():
        for named in (*post.superiors, *post.subordinates):
            if post.is_named_by(named):
                fault = Fault("E006", named.place, {"post": post.title}, (Related(post.place, "printed-here"),), (group.name, post.title))
                yield contradiction(fault, named, titles=(post.title,))
    readings = view.once(Readings)
    for section in group.sections:
        heading = _NUMBER.sub("", section.record.heading)
        joined = readings.read(heading, section.record.id, group.store).roles
        if section.record.role not in joined:
            continue
        for post in group.posts.values():
            above = [named for named in post.above() if named.reading.role == section.record.role]
            if post.role in joined and post.role != section.record.role and above:
                fault = Fault(
                    "E006",
                    section.place("heading"),
                    {"post": heading, "held": post.title},
                    (Related(above[0].place, "stated-here"),),
                    (group.name, heading, post.title),
                    "held",
                )
                yield contradiction(fault, above[0], sections=(section.record.id,), titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a post over itself that no resolution settles."""
    yield from unresolved(view, contradictions)
