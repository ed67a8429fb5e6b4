"""A post names a superior whose list lacks it.

## What it finds
In the sources: the header of a post names a superior, and the header of that superior lists
subordinates without it. A field that was left blank is not such a list (see E011).

## Why it matters
One of the two lists is wrong or old: the post has a superior who does not know of it.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [试驾专员]}
      - {section: D9.3, title: 销售顾问, relation: superior, stated: [销售总监]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.2, title: 销售总监, relation: subordinates, stated: [试驾专员]}
      - {section: D9.3, title: 销售顾问, relation: superior, stated: [销售总监]}
    # sources/resolutions.yaml
    resolutions:
      - id: consultant-not-listed
        kind: names-not-listed
        sections: [D9.2, D9.3]
        titles: [销售顾问]
        decision: {zh: 销售顾问由销售总监领导, en: The sales director leads the consultants}
        reason: {zh: 总监的下级栏漏列, en: The director's list left them out}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a superior who does not list the post, at the post's line; the list is the related place."""
    for post in group.posts.values():
        for named in post.above():
            for above in group.find(named):
                if above is post or not above.subordinates or any(post.is_named_by(claim) for claim in above.subordinates):
                    continue
                lists = [line for line in above.headers if line.record.relation == "subordinates" and line.record.stated]
                fault = Fault(
                    "E002",
                    named.place,
                    {"post": post.title, "superior": named.title},
                    tuple(Related(line.place("stated"), "stated-here") for line in lists),
                    (group.name, post.title, named.title),
                )
                yield contradiction(fault, sections=(named.section, *(line.record.section for line in lists)), titles=(post.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a superior without the post that no resolution settles."""
    yield from unresolved(view, contradictions)
