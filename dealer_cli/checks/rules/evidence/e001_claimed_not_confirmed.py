"""A post claims a subordinate who names somebody else.

## What it finds
In the sources: the header of one post lists a subordinate, and the header of that subordinate names
only other superiors. Titles are compared as printed, then by the roles that they mean.

## Why it matters
Two people believe that they lead the same person. The catalog must choose, and say why.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: subordinates, stated: [销售总监, 财务总监, 会计]}
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.1, title: 总经理, relation: subordinates, stated: [销售总监, 财务总监, 会计]}
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监]}
    # sources/resolutions.yaml
    resolutions:
      - id: accountant-claimed-twice
        kind: claimed-not-confirmed
        sections: [D9.1, D9.4]
        titles: [会计]
        decision: {zh: 会计由财务总监领导, en: The controller leads the accountant}
        reason: {zh: 岗位本身写明财务总监, en: The post itself names the controller}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a claim, at the claim; what the subordinate states is the related place."""
    for post in group.posts.values():
        for claim in post.subordinates:
            for other in group.find(claim) if not claim.is_none else ():
                named = other.above()
                if other is post or not named or any(post.is_named_by(superior) for superior in named):
                    continue
                superiors = tuple(superior.title for superior in named)
                fault = Fault(
                    "E001",
                    claim.place,
                    {"post": post.title, "title": claim.title, "superiors": superiors},
                    tuple(Related(superior.place, "stated-here") for superior in named),
                    (group.name, post.title, claim.title),
                )
                yield contradiction(fault, claim, sections=tuple(one.section for one in named), titles=(other.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a claim that no resolution settles."""
    yield from unresolved(view, contradictions)
