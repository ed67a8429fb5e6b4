"""The chart of a store does not follow what its source states.

## What it finds
A section is mapped to a store and its header names a superior; in the store's chart no seat of the
post has a line to that superior, neither solid nor dotted, or the post has no seat. Where the
sources contradict each other, the line that the chart does follow needs the resolution of that
contradiction, which settles this finding too.

## Why it matters
A store that claims to be what a source describes must be that, or say where it is not.

## Example
    # sources/lines.yaml
    lines:
      - {section: D9.3, title: 销售顾问, relation: superior, stated: [财务总监]}

## Use instead
    # sources/lines.yaml
    lines:
      - {section: D9.3, title: 销售顾问, relation: superior, stated: [销售总监]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.chart.tree import Seat
from dealer_cli.checks.rules.evidence.contradictions import Contradiction, contradiction, unresolved
from dealer_cli.checks.rules.evidence.statements import Group, Named
from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Related


def contradictions(view: View, group: Group) -> Iterator[Contradiction]:
    """One a stated superior, at the line of the seat; what the source states is the related place."""
    store = view.stores.get(group.store or "")
    if store is None:
        return
    for post in group.posts.values():
        seats = store.chart.seats_of_role.get(post.role, [])
        for named in post.above():
            if not post.role or _followed(store, seats, named):
                continue
            params = {"post": post.title, "superior": named.title, "store": store.id}
            place = store.entry.place("positions", seats[0].index, "reports_to") if seats else store.entry.place("positions")
            fault = Fault(
                "E010",
                place,
                params,
                (Related(named.place, "stated-here"),),
                (store.id, post.title, named.title),
                "" if seats else "unseated",
            )
            yield contradiction(fault, named, titles=(post.title,))


def _followed(store: StoreView, seats: list[Seat], named: Named) -> bool:
    """Whether a seat has a line to the superior; whether it cannot be told counts as that."""
    if named.reading.kind == "external":
        return any(store.chart.external(seat.key) for seat in seats)
    role = named.reading.role
    if not role:
        return True
    for seat in seats:
        lines = [store.chart.superior(seat.key), *(line.position for line in seat.dotted)]
        if any(key in store.chart.seats and role in store.chart.seats[key].roles for key in lines if key):
            return True
    return False


def find(view: View) -> Iterator[Fault]:
    """One fault a stated superior whom the chart does not follow."""
    yield from unresolved(view, contradictions)
