"""How large a page can be printed: box widths, shapes and both ways to turn the paper are tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dealer_cli.documents.chart.faces import BAND, PAD, SMALL, Face, face, needed
from dealer_cli.documents.chart.layout import HANG, Layout
from dealer_cli.documents.chart.organisation import Organisation, Texts
from dealer_cli.documents.chart.parts import Part
from dealer_cli.documents.chart.plan import Plan, Tree

LEAST = 6.5
"""Points of the smallest text that is still read on paper."""
MOST_ROUTED = 24
"""Dotted lines that are drawn on one page; what is more is said in words."""
_ROOMS: dict[tuple[str, ...], tuple[float, ...]] = {
    ("zh",): (8.2, 7.7, 7.2, 6.7, 6.2, 5.2),
    ("en",): (12.5, 11.8, 11.0, 10.2, 9.5, 8.0),
}
_BOTH = (11.0, 10.2, 9.5, 8.7, 8.0, 7.0)
"""Widths of the text in a box that are tried, from the widest, in which texts break least."""
_NARROWER = 1.02
"""How much larger a print must be for narrower boxes, or for a paper turned upright."""
_STACKED = 1.4
"""How much larger for a chart whose departments hang below each other: that reads less well."""


@dataclass(frozen=True)
class Paper:
    """A size of paper, upright, in points."""

    name: str
    width: float
    height: float
    margin: float
    title: float
    """The size of the heading."""
    note: float
    """The size of legend and footer."""
    most: float
    """The size of a title in a box, at most."""

    def turned(self, wide: bool) -> tuple[float, float]:
        """Width and height, landscape or portrait."""
        return (self.height, self.width) if wide else (self.width, self.height)


PAPERS = {
    "A4": Paper("A4", 595.28, 841.89, 28.35, 15.0, 7.5, 12.0),
    "A3": Paper("A3", 841.89, 1190.55, 34.0, 22.0, 9.5, 16.0),
}


@dataclass(frozen=True)
class Fitted:
    """A page's boxes and where they go."""

    part: Part
    faces: Sequence[Face]
    plan: Plan
    em: float
    """The points of an em."""
    wide: bool
    """Landscape."""
    dotted: Sequence[tuple[int, int]]
    """The dotted lines that are drawn, from report to superior."""

    @property
    def readable(self) -> bool:
        """Whether the smallest text is large enough."""
        return self.em * SMALL >= LEAST

    @property
    def worth(self) -> tuple[bool, float]:
        """What it is chosen by: its size, less where titles stand in many short lines."""
        chopped = sum(face.chopped for face in self.faces) / len(self.faces)
        return self.readable, self.em / (1 + chopped)


def fit(
    organisation: Organisation,
    part: Part,
    paper: Paper,
    rooms: Mapping[bool, tuple[float, float]],
    see: Mapping[str, Texts],
    *,
    anyhow: bool,
) -> Fitted | None:
    """The largest print of a part; None where its boxes alone are more than the paper, unless it is wanted `anyhow`.

    `rooms` is the space of a page, landscape and portrait.
    """
    keys = part.keys
    places = {key: i for i, key in enumerate(keys)}
    solid = set(part.solid)
    drawn: list[tuple[int, int]] = []
    notes: dict[str, Texts] = {}
    for key in part.solid:
        said = []
        for target in organisation.posts[key].dotted:
            if target in places and target != key and len(drawn) < MOST_ROUTED:
                drawn.append((places[key], places[target]))
            else:
                said.append(target)
        notes[key] = (*_dotted(organisation, said), *see.get(key, ()))
    notes.update({key: see[key] for key in part.ghosts if key in see})
    reports = [[places[report] for report in organisation.reports[key] if report in places] for key in keys]
    roots = [i for i, key in enumerate(keys) if organisation.above[key] not in places]
    best: dict[bool, Fitted] = {}
    space = max(width * height for width, height in rooms.values()) / (LEAST / SMALL) ** 2
    tried = _ROOMS.get(organisation.languages, _BOTH)
    # A word of a title stays whole, but one beyond all measure makes no box wider than the widest.
    words = (needed(organisation.posts[key], _strip(organisation, key, key not in solid), notes.get(key, ())) for key in keys)
    least = min(max(words, default=0.0), max(tried))
    for room in _some(tuple(dict.fromkeys(max(room, least) for room in tried)), len(keys)):
        faces = [_face(organisation, key, room, notes.get(key, ()), key not in solid) for key in keys]
        tree = Tree(room + BAND + 2 * PAD, [one.height for one in faces], reports, roots)
        if sum(tree.width * (one.height + HANG) for one in faces) > space and not anyhow:
            continue
        for spread in (True, False):
            if not spread and True in best and best[True].em * _STACKED > paper.most:
                continue
            layout = Layout(tree, spread)
            for wide in (True, False):
                em = min(layout.scale(*rooms[wide]), paper.most)
                known = best.get(spread)
                found = Fitted(part, faces, Plan(0, 0, (), ()), em, wide, drawn)
                if known is None or (found.worth[0], found.worth[1] / _NARROWER) > known.worth:
                    best[spread] = replace(found, plan=layout.plan(*rooms[wide]))
    if not best:
        return None
    stacked = best.get(False, best[True])
    return best[True] if best[True].readable and stacked.em < best[True].em * _STACKED else stacked


def _some(rooms: tuple[float, ...], boxes: int) -> tuple[float, ...]:
    """Box widths to try: of many boxes only three, since trying takes time and the narrow ones will win."""
    return rooms if boxes <= 150 else rooms[1::2]


def _face(organisation: Organisation, key: str, room: float, notes: Texts, ghost: bool) -> Face:
    return face(organisation, organisation.posts[key], room, _strip(organisation, key, ghost), notes, ghost)


def _strip(organisation: Organisation, key: str, ghost: bool) -> list[tuple[str, str]]:
    """The department that a position heads, with its people, in each language."""
    department = organisation.departments.get(organisation.posts[key].department)
    if not department or ghost or key not in department.heads:
        return []
    people = organisation.counts(department.members)[1]
    return [(title, people[min(i, len(people) - 1)]) for i, title in enumerate(department.titles)]


def _dotted(organisation: Organisation, targets: Sequence[str]) -> Texts:
    if not targets:
        return ()
    names = []
    for i, words in enumerate(organisation.words):
        titles = [organisation.posts[target].titles for target in targets]
        names.append(words.join([title[min(i, len(title) - 1)] for title in titles]))
    return organisation.say("chart-dotted-to", names=tuple(names))
