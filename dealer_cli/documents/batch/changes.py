"""The change confirmation of a document (变更确认单): what was signed beside what holds now.

It is drawn from the new picture and from what the manifest kept of the old one. Entries of a list are
matched by their words, since a manifest knows no ids: the same ones first, then the most alike.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dealer_cli.documents.batch.content import POST, SECTIONS, Content
from dealer_cli.documents.house.look import SHAPE as HOUSE
from dealer_cli.documents.picture.both import both
from dealer_cli.documents.picture.position import Picture
from dealer_cli.documents.picture.shapes import DOCUMENT, PERSON, POSITION, Shape
from dealer_cli.language import Words

ALIKE = 0.5
"""From which likeness on two texts are one that was changed."""

MOST_PAIRS = 10_000
"""Pairs of texts that are compared for likeness; beyond that all count as removed and added."""

_LABELS = {
    "title": "layout.title-confirmation",
    "basic": "layout.basic",
    "post": "layout.post",
    "number": "layout.number",
    "department": "labels.department",
    "superior": "layout.superior",
    "store": "layout.store",
    "person": "layout.person",
    "document": "layout.document",
    "changed_document": "layout.change-layout",
    "version": "layout.version",
    "effective": "layout.effective",
    "no": "layout.no",
    "change": "layout.change",
    "old": "layout.change-old",
    "new": "layout.change-new",
    "from_version": "layout.change-from",
    "to_version": "layout.change-to",
    "statement": "layout.change-statement",
    "signatures": "layout.signatures",
    "signatory": "layout.signatory",
    "name": "layout.name",
    "signature": "layout.signature",
    "date": "layout.date",
    "comma": "layout.comma",
    "colon": "layout.colon",
    "none": "labels.none",
}

SHAPE: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": POSITION["post"],
    "person": PERSON,
    "change": {
        "layout": "the document that changed: what it is, its number, and from when it holds",
        "from_version": "the version that was signed",
        "to_version": "the version that holds now",
    },
    "sections": [
        {
            "title": "the section of the document: duties, indicators …",
            "rows": [
                {
                    "no": "1, 2, 3 …",
                    "change": "changed, new, dropped",
                    "old": "what was signed; empty for what is new",
                    "new": "what holds now; empty for what was dropped",
                }
            ],
        }
    ],
    "signatures": POSITION["signatures"],
    "labels": dict.fromkeys((*_LABELS, "page_before", "page_between", "page_after"), ""),
}
"""The picture of a change confirmation."""

_STACKED = ("changed_document", "from_version", "to_version")
"""Heads of narrow cells: in two languages one under the other."""

END = "-BG"
"""What stands behind the number of the document that changed: 变更."""


def confirmation(picture: Picture, lang: str, signed_version: str, old: Content, new: Content) -> Mapping[str, Any]:
    """The picture of a change confirmation, from the picture of the document as it is now."""
    found: Any = picture
    title = found["labels"]["title"]
    spoken = [_labels(Words("zh" if one == "zh" else "en")) for one in lang.split("+")]
    labels: Any = spoken[0]
    if len(spoken) > 1:
        stacked = {name: "\n".join(one[name] for one in spoken) for name in _STACKED}
        labels = {**both({"labels": spoken[0]}, {"labels": spoken[1]})["labels"], **stacked}  # type: ignore[dict-item]
    pages = {name: found["labels"][name] for name in ("page_before", "page_between", "page_after")}
    kinds = {kind: labels.pop(f"change_{kind}") for kind in ("changed", "new", "dropped")}
    document = found["document"]
    since = f"{labels['effective']}{labels['colon']}{document['effective']}" if document["effective"] else ""
    named = "\n".join(filter(None, (f"{title} {document['number']}", since)))
    change = {"layout": named, "from_version": signed_version, "to_version": document["version"]}
    return {
        "document": {**document, "number": f"{document['number']}{END}", "note": "", "name": f"{document['name']} {labels['title']}"},
        "house": found["house"],
        "post": found["post"],
        "person": found.get("person", {"name": "", "number": "", "phone": ""}),
        "change": change,
        "sections": list(_sections(old, new, found["labels"], kinds, lang)),
        "signatures": found["signatures"],
        "labels": {**labels, **pages},
    }


def _labels(words: Words) -> dict[str, str]:
    kinds = {f"change_{kind}": words(f"layout.change-is-{kind}") for kind in ("changed", "new", "dropped")}
    return {name: words(key) for name, key in _LABELS.items()} | kinds


def _sections(old: Content, new: Content, labels: Mapping[str, str], kinds: Mapping[str, str], lang: str) -> Iterator[Mapping[str, Any]]:
    tell = Teller(labels, lang)
    for name in ("post", *SECTIONS):
        before, now = tell.lines(name, old.get(name)), tell.lines(name, new.get(name))
        rows = [{"change": kinds[kind], **tell.side_by_side(was, is_)} for kind, was, is_ in compare(before, now)]
        if rows:
            yield {"title": tell.title(name), "rows": [{"no": str(no), **row} for no, row in enumerate(rows, 1)]}


def compare(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str, str]]:
    """What changed, what is new, in the new order, and what was dropped, in the old one."""
    gone = _without(old, new)
    come = _without(new, old)
    pairs = _alike(gone, come)
    changed = {after: before for before, after in pairs}
    matched = {before for before, _ in pairs}
    rows = [("changed", gone[changed[j]], text) if j in changed else ("new", "", text) for j, text in enumerate(come)]
    return rows + [("dropped", text, "") for i, text in enumerate(gone) if i not in matched]


def _without(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The texts that the others do not have, as often as they do not have them."""
    left = list(others)
    found = []
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            found.append(text)
    return found


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of texts that are alike, the most alike first, each text once."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    scored = []
    for j, text in enumerate(new):
        matcher = difflib.SequenceMatcher(None, "", text[:400], autojunk=False)
        for i, other in enumerate(old):
            matcher.set_seq1(other[:400])
            if matcher.quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                scored.append((-ratio, i, j))
    found: list[tuple[int, int]] = []
    for _, i, j in sorted(scored):
        if all(i != one and j != other for one, other in found):
            found.append((i, j))
    return found


class Teller:
    """What is signed, in lines that stand side by side."""

    def __init__(self, labels: Mapping[str, str], lang: str) -> None:
        self._labels = labels
        self._latin = lang == "en"
        self._details: dict[str, tuple[str, list[str]]] = {}

    def title(self, name: str) -> str:
        """The heading of a section in the document."""
        named = {"post": "basic", "held": "duties", "safety": "safety_duties", "notice": "title"}.get(name, name)
        # The duties of the post and those of the posts held with it are two sections.
        held = self._brackets([self._labels["holds"]]) if name == "held" else ""
        return " ".join(f"{self._labels.get(named, name)}{held}".split())

    def lines(self, name: str, part: Any) -> list[str]:
        """A section as lines, one an entry."""
        if not part:
            return []
        if name == "post":
            return [self._field(one, part[one]) for one in POST if one in part]
        return list(self._told(part))

    def _told(self, part: Any) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            for entry in part:
                yield from self._told(entry)
        elif isinstance(part, dict):
            yield from self._entry(part)

    def _entry(self, entry: Mapping[str, Any]) -> Iterator[str]:
        """An entry with what it says in one line; lists in it have their own."""
        plain = {name: value for name, value in entry.items() if isinstance(value, str)}
        names = {name: self._between.join(value) for name, value in entry.items() if name in _NAMES}
        head = next((plain.pop(name) for name in ("text", "name", "title", "party", "kind") if name in plain), "")
        # A relation is a party and a text: the sentence comes first, with whom behind it.
        details = [self._field(name, value) for name, value in (plain | names).items()]
        lists = [(name, value) for name, value in entry.items() if name not in plain and name not in names and isinstance(value, list)]
        if lists and not details:
            head = head.replace("\n", " ")
            for _, value in lists:
                yield from (f"{head}{self._colon}{line}" if head else line for line in self._told(value))
            return
        if head or details:
            line = f"{head}{self._brackets(details)}" if head else self._comma.join(details)
            self._details[line] = head, details
            yield line
        for _, value in lists:
            yield from self._told(value)

    def side_by_side(self, old: str, new: str) -> dict[str, str]:
        """Two lines of an entry that was changed, each with those of its details that the other has not."""
        if old not in self._details or new not in self._details:
            return {"old": old, "new": new}
        (was, before), (is_, now) = self._details[old], self._details[new]
        gone, come = (self._brackets([d for d in one if d not in other]) for one, other in ((before, now), (now, before)))
        return {"old": f"{was}{gone}", "new": f"{is_}{come}"} if was and is_ else {"old": old, "new": new}

    @property
    def _colon(self) -> str:
        return self._labels["colon"]

    @property
    def _between(self) -> str:
        return ", " if self._latin else "、"

    @property
    def _comma(self) -> str:
        return "; " if self._latin else "；"

    def _brackets(self, details: Sequence[str]) -> str:
        if not details:
            return ""
        told = self._comma.join(details)
        return f" ({told})" if self._latin else f"（{told}）"

    def _field(self, name: str, value: Any) -> str:
        # In two languages a detail is one piece of a line, as its label is.
        text = (value if isinstance(value, str) else self._between.join(value)).replace("\n", " ")
        return f"{' '.join(self._labels.get(_CALLED.get(name, name), name).split())}{self._colon}{text}"


_NAMES = ("records", "systems", "law", "previous", "next")
"""Lists of names; other lists are of sentences."""

_CALLED = {"title": "post", "direction": "targets", "definition": "formula", "frequency": "frequency", "duty": "law_duty"}
"""Fields whose label has another name."""
