"""A source names a post that it nowhere defines.

## What it finds
A header names a superior or a subordinate, and no section of the same organisation is headed by
that title or by another title of the same role. A title that sources.titles reads as a group of
people, a department, somebody outside or a superior without a name is no post. A title that
nothing reads at all is found in every line.

## Why it matters
A line leads into the void: nobody knows what that post does, or whether it exists.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [销售顾问, 信息员]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [销售顾问, 信息员]}
    # sources/titles.yaml
    titles:
      - title: 信息员
        no_position: {zh: 旧版残留, en: left over from an old edition}
    # sources/resolutions.yaml
    resolutions:
      - id: information-clerk
        kind: undefined-title
        sections: [D9.2]
        titles: [信息员]
        decision: {zh: 不设信息员, en: There is no information clerk}
        reason: {zh: 旧版残留, en: Left over from an old edition}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group, Named
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related

_NO_POST = ("unit", "department", "external", "generic")


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a title, where it is first named; where else it is named are the related places."""
    # A passage about one post alone defines nobody else: that says nothing about the others.
    alone = len(group.printed) < 2
    found: dict[str, list[Named]] = {}
    headers = {id(line) for post in group.posts.values() for line in post.headers}
    for named in (*group.named, *group.speakers):
        header = id(named.line) in headers and named.index >= 0
        if named.is_none or named.reading.kind in _NO_POST or group.find_printed(named):
            continue
        if named.reading.kind == "unread" or (header and not alone):
            found.setdefault(named.key, []).append(named)
    for places in found.values():
        places.sort(key=lambda named: named.place)
        first = places[0]
        fault = Fault(
            "E004",
            first.place,
            {"title": first.title, "group": group.name, "post": first.line.record.title},
            tuple(Related(other.place, "stated-here") for other in places[1:]),
            (group.name, first.title),
            "unread" if first.reading.kind == "unread" else "",
        )
        yield contradiction(fault, first)


def find(view: View) -> Iterator[Fault]:
    """One fault a title that nothing defines and no resolution settles."""
    yield from unresolved(view, contradictions)
