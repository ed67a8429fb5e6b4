"""The superior of a post cannot be read.

## What it finds
In the sources: the field says none and names somebody at once.

## Why it matters
Two edits were kept: either the post is at the top, or it has a superior.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: superior, stated: [无, 董事会]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: superior, stated: [无, 董事会]}
    # sources/resolutions.yaml
    resolutions:
      - id: none-and-board
        kind: unreadable
        sections: [D9.1]
        titles: [总经理]
        decision: {zh: 总经理向董事会汇报, en: The general manager reports to the board}
        reason: {zh: 两次修改同时留下, en: Two edits were kept at once}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a post, at the word for none; the superior is the related place."""
    for post in group.posts.values():
        none = next((named for named in post.superiors if named.is_none), None)
        above = post.above()
        if none and above:
            fault = Fault(
                "E007",
                none.place,
                {"post": post.title, "none": none.title, "superiors": tuple(named.title for named in above)},
                tuple(Related(named.place, "stated-here") for named in above),
                (group.name, post.title),
            )
            yield contradiction(fault, none, *above, titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a field that no resolution settles."""
    yield from unresolved(view, contradictions)
