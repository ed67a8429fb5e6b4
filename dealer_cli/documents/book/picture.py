"""The picture of a book, drawn from the same parts as the single documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dealer_cli.documents.book.policies import policies as policies_of
from dealer_cli.documents.book.shape import LABELS, SAID_ONCE
from dealer_cli.documents.chart.organisation import OUTSIDE, Organisation, organisation
from dealer_cli.documents.picture.both import told
from dealer_cli.documents.picture.control import document, numbered
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.parts import Section, is_marked
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.signing import Signing
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.phrases import headcount
from dealer_cli.reading.faults import Fault, Refused

END = "SC"
"""What stands behind the prefix in the number of a book: 手册."""


def book(tellers: Sequence[Voice], occasion: Occasion) -> Mapping[str, Any]:
    """The picture of a store's book. Raises `Refused` with every error in the files that it is drawn from."""
    found: Any = told(tellers, lambda voice: _draw(voice, occasion))
    if len(tellers) == 1:
        return found  # type: ignore[no-any-return]
    # What stands in one line with others stays there in two languages too.
    lines = ("posts", "people", "heads")
    departments = [{**group, **{name: _one_line(group[name]) for name in lines}} for group in found["departments"]]
    policies = [{**policy, "kind": _one_line(policy["kind"]), "owner": _one_line(policy["owner"])} for policy in found["policies"]]
    counts = {name: _one_line(found["book"][name]) for name in ("posts", "people")}
    # On the cover a language has a line of its own.
    labels = {**found["labels"], "title": "\n".join(voice.words(LABELS["title"]) for voice in tellers)}
    return {**found, "book": {**found["book"], **counts}, "labels": labels, "departments": departments, "policies": policies}


def _one_line(value: Any) -> Any:
    return value.replace("\n", " ") if isinstance(value, str) else [_one_line(part) for part in value]


def _draw(voice: Voice, occasion: Occasion) -> Section:
    scene = voice.scene
    order = organisation([scene], None, occasion.people)
    positions = _positions(voice, order, occasion)
    rules = policies_of(voice)
    mark = voice.words("labels.mark")
    marked = is_marked([*positions, *rules]) or any(str(one["owner"]).endswith(mark) for one in rules)
    posts, people = order.counts(order.positions)
    labels = {**voice.labels(), **{name: voice.words(key) for name, key in LABELS.items()}}
    head = Signing(voice, scene.chart.seats[scene.chart.tops[0]], occasion, None) if scene.chart.seats else None
    store = scene.store.record.title.say(scene.lang)
    return {
        "document": document(voice, numbered(voice, END), f"{store} {labels['title']}", marked=marked),
        "house": voice.house,
        "book": {"store": store, "posts": posts[0], "people": people[0]},
        "control": _control(voice, head.control()) if head else [],
        "distribution": [*dict.fromkeys(title for group in order.departments.values() for title in _titles(voice, group.heads))],
        "chart": {"turned": "", "drawn": "", "images": []},
        "tree": list(_tree(voice, order)),
        "departments": [_department(voice, order, name) for name in order.departments],
        "positions": positions,
        "policies": rules,
        "labels": labels,
    }


def _control(voice: Voice, steps: Sequence[Section]) -> list[Section]:
    """Who prepared, reviewed and approved it: the head of the store, who would be above the head's own document, reviews the book."""
    head = voice.scene.full_title(voice.scene.chart.tops[0])
    return [{**step, "post": head, "name": ""} if number == 1 else step for number, step in enumerate(steps)]


def _titles(voice: Voice, keys: Sequence[str]) -> list[str]:
    return [voice.scene.full_title(key) for key in keys]


def _tree(voice: Voice, order: Organisation) -> Iterator[Section]:
    chart = voice.scene.chart
    for top in chart.tops:
        for depth, key in chart.below(top):
            seat = chart.seats[key]
            people = headcount(seat.position, voice.words)
            yield {"indent": "\u3000" * depth, "title": voice.scene.full_title(key), "number": voice.numbers[key], "headcount": people}


def _department(voice: Voice, order: Organisation, name: str) -> Section:
    group = order.departments[name]
    posts, people = order.counts(group.members)
    return {
        "title": group.titles[0],
        "heads": _titles(voice, group.heads),
        "posts": posts[0],
        "people": people[0],
        "list": [_listed(voice, key) for key in group.members if not key.startswith(OUTSIDE)],
    }


def _listed(voice: Voice, key: str) -> Section:
    scene = voice.scene
    people = headcount(scene.chart.seats[key].position, voice.words)
    return {"number": voice.numbers[key], "title": scene.full_title(key), "superior": scene.full_superior(key), "headcount": people}


def _positions(voice: Voice, order: Organisation, occasion: Occasion) -> list[Section]:
    """Every position, department by department."""
    found: list[Section] = []
    faults: list[Fault] = []
    for group in order.departments.values():
        for key in group.members:
            try:
                drawn = picture(voice, voice.scene.chart.seats[key], occasion)
            except Refused as refused:
                faults += [fault for fault in refused.faults if fault not in faults]
            else:
                found.append({name: part for name, part in drawn.items() if name not in SAID_ONCE})
    if faults:
        raise Refused(faults)
    return found
