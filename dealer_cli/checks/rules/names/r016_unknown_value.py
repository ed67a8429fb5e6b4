"""A text names a value that its store does not have.

## What it finds
A `$value` in a text of a role that a store seats, of a clause that such a role carries, or of a
policy that holds there, where the store's `values` has no such key. A duty counts where it holds.

## Why it matters
The document prints the sign instead of the brand or the system: "works in $crm".

## Example
    # roles/sales/sales-consultant.yaml
    purpose: {zh: 在$crmm中管理客户, en: Manages customers in $crmm, why: common practice}

## Use instead
    # roles/sales/sales-consultant.yaml
    purpose: {zh: 在$crm中管理客户, en: Manages customers in $crm, why: common practice}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.decode import nearest
from dealer_cli.model.holding import holds
from dealer_cli.model.role import ClauseUse, Duty, Role
from dealer_cli.model.store import Store
from dealer_cli.model.values import names_in
from dealer_cli.reading.faults import Fault, Related
from dealer_cli.reading.tree import Mapping, Sequence, Step, Tree


@dataclass(frozen=True)
class _Mention:
    """A value that a text names."""

    name: str
    owner: str
    entry: Entry[object]
    steps: tuple[Step, ...]
    part: Duty | ClauseUse | None = None
    """What holds in some stores only."""


@dataclass(frozen=True)
class _Mentions:
    """The values that texts name, by what a store takes them from; most roles and policies name none."""

    roles: dict[str, tuple[_Mention, ...]]
    policies: dict[str, tuple[_Mention, ...]]


def find(view: View) -> Iterator[Fault]:
    """One fault a text, where no store has the value; else one a store and value, where the store keeps its values."""
    known = {name for store in view.stores.values() for name in store.entry.record.values}
    nowhere: set[tuple[str, str, tuple[Step, ...]]] = set()
    for store in view.stores.values():
        if view.judged is not None and store.id not in view.judged:
            continue
        missing: set[str] = set()
        for mention in _in_store(view.once(_mentions), store):
            if mention.name in store.entry.record.values:
                continue
            place = mention.entry.place(*mention.steps)
            if mention.name in known:
                if mention.name not in missing:
                    missing.add(mention.name)
                    params = {"name": mention.name, "store": store.id, "owner": mention.owner}
                    at = store.entry.key_place("values") if store.entry.record.values else store.entry.place("id")
                    yield Fault("R016", at, params, (Related(place, "value-named-here"),), (store.id, mention.name))
            elif (mention.name, mention.entry.document.path, mention.steps) not in nowhere:
                nowhere.add((mention.name, mention.entry.document.path, mention.steps))
                near = nearest(mention.name, tuple(sorted(known)))
                yield Fault("R016", place, {"name": mention.name, "nearest": near}, (), (mention.owner, mention.name), "nowhere")


def _in_store(mentions: _Mentions, store: StoreView) -> Iterator[_Mention]:
    record: Store = store.entry.record
    if mentions.roles:
        roles = {role for seat in store.chart.seats.values() for role in seat.roles}
        for role in sorted(roles & mentions.roles.keys()):
            yield from (mention for mention in mentions.roles[role] if mention.part is None or holds(mention.part, record))
    for policy in record.policies:
        yield from mentions.policies.get(policy, ())


def _mentions(view: View) -> _Mentions:
    clauses = {name: tuple(_of_entry(name, entry)) for name, entry in view.clauses.items()}
    roles = {role: (*_of_role(role, entry), *_of_clauses(entry, clauses)) for role, entry in view.roles.items()}
    policies = {policy: tuple(_of_entry(policy, entry)) for policy, entry in view.policies.items()}
    return _Mentions(
        {role: found for role, found in roles.items() if found}, {policy: found for policy, found in policies.items() if found}
    )


def _of_role(role: str, entry: Entry[Role]) -> Iterator[_Mention]:
    for mention in _of_entry(role, entry):
        if mention.steps[0] == "duties" and isinstance(mention.steps[1], int):
            yield _Mention(mention.name, role, entry, mention.steps, entry.record.duties[mention.steps[1]])
        else:
            yield mention


def _of_clauses(entry: Entry[Role], clauses: dict[str, tuple[_Mention, ...]]) -> Iterator[_Mention]:
    for use in entry.record.clauses:
        for mention in clauses.get(use.clause, ()):
            yield _Mention(mention.name, mention.owner, mention.entry, mention.steps, use)


def _of_entry(owner: str, entry: Entry[object]) -> Iterator[_Mention]:
    if "$" in entry.document.text:
        for name, steps in _named(_at(entry.document.data, entry.steps), ()):
            yield _Mention(name, owner, entry, steps)


def _at(data: Tree, steps: tuple[Step, ...]) -> Tree:
    for step in steps:
        if isinstance(data, Mapping):
            data = data[str(step)]
        elif isinstance(data, Sequence):
            data = data[int(step)]
    return data


def _named(data: Tree, steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    if isinstance(data, str):
        if "$" in data:
            yield from ((name, steps) for name in names_in(data))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _named(value, (*steps, key))
    elif isinstance(data, Sequence):
        for i, value in enumerate(data):
            yield from _named(value, (*steps, i))
