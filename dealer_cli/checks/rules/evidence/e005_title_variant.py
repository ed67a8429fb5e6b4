"""One post is printed under two titles.

## What it finds
A line names a title that no section of the same organisation is headed by, and that means the same
role as the title of a section there.

## Why it matters
Is it one post or two? Who reads the source alone cannot know; the catalog's reading is a decision.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: subordinates, stated: [销售副总]}
    # sources/titles.yaml
    titles:
      - {title: 销售副总, role: sales-director}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: subordinates, stated: [销售副总]}
    # sources/titles.yaml
    titles:
      - {title: 销售副总, role: sales-director}
    # sources/resolutions.yaml
    resolutions:
      - id: sales-director-two-titles
        kind: title-variant
        sections: [D9.1, D9.2]
        titles: [销售副总, 销售总监]
        decision: {zh: 两者是同一岗位, en: Both titles are one post}
        reason: {zh: 职责相同, en: The duties are the same}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group, Named
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a title, where it is first named; the heading of the post is the related place."""
    printed = group.printed
    found: dict[tuple[str, str], list[Named]] = {}
    for named in (*group.speakers, *group.named):
        if named.key not in printed and named.reading.role and group.find_printed(named):
            found.setdefault((named.key, named.reading.role), []).append(named)
    for places in found.values():
        places.sort(key=lambda named: named.place)
        first = places[0]
        post = group.find_printed(first)[0]
        fault = Fault(
            "E005",
            first.place,
            {"title": first.title, "own": post.title, "role": post.role},
            (Related(post.place, "printed-here"), *(Related(other.place, "stated-here") for other in places[1:])),
            (group.name, first.title, post.title),
        )
        yield contradiction(fault, first, titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a second title that no resolution settles."""
    yield from unresolved(view, contradictions)
