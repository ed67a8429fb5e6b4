"""Two things of one kind have the same name.

## What it finds
An id, title or alias that two roles share, or two departments, functions, indicators, systems,
records, externals, stores or policies: letter by letter, or in another case, width or script
(經理 is 经理). An alias that holds in named stores only is compared where it holds: with one of the
same stores, and with a role that such a store seats.

## Why it matters
Whoever asks for the name gets the wrong post or is asked back, and two job descriptions carry one title.

## Example
    # roles/finance/accountant.yaml
    aliases: [出納, 收銀員]

## Use instead
    # roles/finance/accountant.yaml
    aliases: [总账会计]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.naming.name import normal
from dealer_cli.model.naming.script import simplified
from dealer_cli.model.words import Text
from dealer_cli.reading.faults import Fault, Related
from dealer_cli.reading.tree import Step


@dataclass(frozen=True)
class _Name:
    """A name of something, where it stands and where it holds."""

    of: str
    text: str
    rank: int
    """An id, a title, an alias: the last is the easiest to change."""
    entry: Entry[object]
    steps: tuple[Step, ...]
    stores: tuple[str, ...] = ()


def find(view: View) -> Iterator[Fault]:
    """One fault for every two things and the name that they share, at an alias before a title, else at the later one."""
    yield from _shared("role", _of_roles(view), lambda one, other: _meet(view, one, other))
    vocabularies: dict[str, Mapping[str, Entry[object]]] = {
        "department": view.departments,
        "function": view.functions,
        "kpi": view.kpis,
        "system": view.systems,
        "record": view.records,
        "external": view.externals,
        "policy": view.policies,
        "store": {name: store.entry for name, store in view.stores.items()},
    }
    for kind, entries in vocabularies.items():
        names = chain.from_iterable(_of_entry(name, entry) for name, entry in entries.items())
        yield from _shared(kind, names, lambda one, other: True)


def _shared(kind: str, names: Iterator[_Name], meet: Callable[[_Name, _Name], bool]) -> Iterator[Fault]:
    groups: dict[str, list[_Name]] = {}
    for name in names:
        groups.setdefault(simplified(normal(name.text)), []).append(name)
    for key, group in groups.items():
        told: set[frozenset[str]] = set()
        for i, name in enumerate(group):
            for other in group[:i]:
                pair = frozenset((name.of, other.of))
                if len(pair) == 2 and pair not in told and meet(name, other):
                    told.add(pair)
                    yield _fault(kind, key, *((name, other) if name.rank >= other.rank else (other, name)))


def _fault(kind: str, key: str, name: _Name, other: _Name) -> Fault:
    return Fault(
        "R015",
        name.entry.place(*name.steps),
        {"name": name.text, "other": other.of, "spelt": other.text},
        (Related(other.entry.place(*other.steps), "also-here"),),
        (kind, *sorted((name.of, other.of)), key),
        variant="" if name.text == other.text else "spelt",
    )


def _meet(view: View, one: _Name, other: _Name) -> bool:
    """Whether two names hold in one place; one that holds in named stores only beats the other roles' outside them."""
    if one.stores and other.stores:
        return not set(one.stores).isdisjoint(other.stores)
    if not one.stores and not other.stores:
        return True
    scoped, general = (one, other) if one.stores else (other, one)
    return any(general.of in view.stores[store].chart.seats_of_role for store in scoped.stores if store in view.stores)


def _of_roles(view: View) -> Iterator[_Name]:
    for role, entry in view.roles.items():
        yield _Name(role, role, 0, entry, ("id",))
        yield from _titles(role, entry.record.title, entry)
        for i, alias in enumerate(entry.record.aliases):
            if isinstance(alias, str):
                yield _Name(role, alias, 2, entry, ("aliases", i))
            else:
                yield _Name(role, alias.name, 2, entry, ("aliases", i, "name"), alias.stores)


def _of_entry(name: str, entry: Entry[object]) -> Iterator[_Name]:
    yield _Name(name, name, 0, entry, ("id",))
    title = getattr(entry.record, "title", None)
    if isinstance(title, Text):
        yield from _titles(name, title, entry)
    for i, alias in enumerate(getattr(entry.record, "aliases", ())):
        yield _Name(name, alias, 2, entry, ("aliases", i))


def _titles(of: str, title: Text, entry: Entry[object]) -> Iterator[_Name]:
    for lang, text in (("zh", title.zh), ("en", title.en)):
        if text:
            yield _Name(of, text, 1, entry, ("title", lang))
