"""A post states two superiors at once.

## What it finds
In the sources: the header of a post names two superiors, in one field or in two sections of the
same organisation. One title that means the same role as another is one superior.

## Why it matters
Whoever has two superiors has two orders, and nobody who judges the work.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监, 总经理]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监, 总经理]}
    # sources/resolutions.yaml
    resolutions:
      - id: accountant-two-superiors
        kind: two-superiors
        sections: [D9.4]
        titles: [会计]
        decision: {zh: 会计由财务总监领导, en: The controller leads the accountant}
        reason: {zh: 总经理只看报表, en: The general manager only reads the reports}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a post, at the second superior; the others are related places."""
    for post in group.posts.values():
        distinct = {(named.reading.role or named.key): named for named in reversed(post.above())}
        named = list(reversed(distinct.values()))
        # 无 beside a superior is one field that cannot be read (E007).
        if len(named) < 2 or any(one.is_none for one in post.superiors):
            continue
        fault = Fault(
            "E003",
            named[1].place,
            {"post": post.title, "superiors": tuple(one.title for one in named)},
            tuple(Related(one.place, "stated-here") for one in (named[0], *named[2:])),
            (group.name, post.title),
        )
        yield contradiction(fault, sections=tuple(one.section for one in named), titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a post with two superiors that no resolution settles."""
    yield from unresolved(view, contradictions)
