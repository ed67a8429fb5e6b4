"""A sentence of a source puts a post under somebody whom no header names.

## What it finds
In the sources: a post leads or supervises somebody who reports elsewhere and not below it; two
posts lead the same one; a post assists or reports to somebody above its own superior; two posts
assist each other; one obeys two. Sentences are softer than the fields of a header, and often mean
work rather than line.

## Why it matters
This is how a second, unwritten superior looks. It is worth a look, no more.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监]}
      - {section: D9.2, title: 销售总监, relation: leads, stated: [会计]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.4, title: 会计, relation: superior, stated: [财务总监]}
      - {section: D9.1, title: 总经理, relation: leads, stated: [会计]}
      - {section: D9.5, title: 财务总监, relation: superior, stated: [总经理]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group, Named, Post
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a sentence, at the title that it names; what speaks against it is the related place."""
    leaders: dict[int, list[tuple[Post, Named]]] = {}
    for post in group.posts.values():
        obeyed: list[Named] = []
        for named in post.sentences:
            relation = named.line.record.relation
            if relation == "reports-to-inferred" and named.reading.role:
                obeyed.append(named)
                yield from _reported(group, post, named)
            for other in group.find(named):
                if relation == "leads" and other is not post:
                    yield from _led(group, post, named, other)
                    leaders.setdefault(id(other), []).append((post, named))
                elif relation == "assists" and other is not post:
                    yield from _assisted(group, post, named, other)
        yield from _two(group, post, obeyed)
    for other in group.posts.values():
        found = leaders.get(id(other), [])
        if not other.above() and len(found) > 1:
            yield from _led_twice(group, other, found)


def _led(group: Group, post: Post, named: Named, other: Post) -> Iterator[Contradiction]:
    above = other.above()
    if above and post not in group.superiors_of(other):
        yield _found("leads", group, post, named, above[0], above[0].title, other)


def _led_twice(group: Group, other: Post, found: list[tuple[Post, Named]]) -> Iterator[Contradiction]:
    (first, one), (second, two) = found[0], found[1]
    if first not in group.superiors_of(second) and second not in group.superiors_of(first) and first is not second:
        yield _found("led-twice", group, second, two, one, first.title, other)


def _assisted(group: Group, post: Post, named: Named, other: Post) -> Iterator[Contradiction]:
    above = post.above()
    if above and other in group.superiors_of(post) and not any(other.is_named_by(superior) for superior in above):
        yield _found("assists", group, post, named, above[0], above[0].title, post)
    back = next((n for n in other.sentences if n.line.record.relation == "assists" and post.is_named_by(n)), None)
    if back and post.key < other.key:
        yield _found("mutual", group, post, named, back, other.title, other)


def _reported(group: Group, post: Post, named: Named) -> Iterator[Contradiction]:
    above = post.above()
    if above and not any(superior.key == named.key or superior.reading.role == named.reading.role for superior in above):
        yield _found("reports", group, post, named, above[0], above[0].title, post)


def _two(group: Group, post: Post, obeyed: list[Named]) -> Iterator[Contradiction]:
    first = obeyed[0] if obeyed and not post.above() else None
    second = next((named for named in obeyed if first and named.reading.role != first.reading.role), None)
    if first and second:
        yield _found("obeys-two", group, post, second, first, first.title, post)


def _found(variant: str, group: Group, post: Post, named: Named, against: Named, other: str, disputed: Post) -> Contradiction:
    params = {"post": post.title, "title": named.title, "other": other}
    entities = (group.name, variant, post.title, named.title)
    fault = Fault("E012", named.place, params, (Related(against.place, "stated-here"),), entities, variant)
    return contradiction(fault, named, against, titles=(disputed.title,))


def find(view: View) -> Iterator[Fault]:
    """One fault a sentence that no resolution settles."""
    yield from unresolved(view, contradictions)
