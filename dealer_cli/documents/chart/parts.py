"""Which positions share a page: all on one, else an overview and the departments, and whatever is still too much in several."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from dealer_cli.documents.chart.organisation import OUTSIDE, Organisation, Texts

START = 120
"""Positions that a page is first thought to hold."""


@dataclass(frozen=True)
class Wish:
    """What a chart is to show; with neither, the whole store."""

    tops: tuple[str, ...] = ()
    """Positions with all below them."""
    department: str = ""
    by_department: bool = False
    """Whether departments have pages of their own even where one page would do."""


WHOLE = Wish()
"""The whole store."""


@dataclass(frozen=True)
class Part:
    """What one page shows."""

    title: Texts
    solid: tuple[str, ...]
    """The positions that the page is about."""
    ghosts: frozenset[str] = frozenset()
    """Others beside them, so that lines do not end in nothing."""

    @property
    def keys(self) -> list[str]:
        """All that is shown."""
        own = set(self.solid)
        return [*self.solid, *sorted(key for key in self.ghosts if key not in own)]


Fits = Callable[[Part], bool]


def parts(organisation: Organisation, wish: Wish, fits: Fits) -> list[Part]:
    """The pages of a wish."""
    if wish.department:
        return _cut(organisation, _department(organisation, wish.department), fits)
    if wish.tops:
        tops = [top for top in wish.tops if not _under(organisation, top, wish.tops)]
        title = organisation.posts[tops[0]].titles if len(tops) == 1 else ()
        return _cut(organisation, _part(organisation, title, organisation.below(tops)), fits)
    whole = Part((), tuple(organisation.positions), frozenset(key for key in organisation.posts if key.startswith(OUTSIDE)))
    several = len(organisation.departments) > 1
    if not (wish.by_department and several) and fits(whole):
        return [whole]
    if not several:
        return _cut(organisation, whole, fits)
    overview = _overview(organisation)
    if not wish.by_department:
        # Small departments need no pages of their own, as long as the overview has room.
        whole_ones: list[str] = []
        for name in sorted(organisation.departments, key=lambda name: len(organisation.departments[name].members)):
            fuller = _overview(organisation, {*whole_ones, name})
            if not fits(fuller):
                break
            whole_ones.append(name)
            overview = fuller
    found = _cut(organisation, overview, fits)
    shown = set(overview.solid)
    for name in organisation.departments:
        part = _department(organisation, name)
        if not shown.issuperset(part.solid):
            found += _cut(organisation, part, fits)
    return found


def shown(organisation: Organisation, wish: Wish) -> list[str]:
    """All positions of a wish, and whoever stands above the store, in the order of a tree."""
    if wish.department:
        return _department(organisation, wish.department).keys
    if wish.tops:
        return organisation.below(wish.tops)
    return organisation.below(key for key, above in organisation.above.items() if above is None)


def _under(organisation: Organisation, key: str, tops: Iterable[str]) -> bool:
    above = organisation.above[key]
    while above is not None:
        if above in tops:
            return True
        above = organisation.above[above]
    return False


def _part(organisation: Organisation, title: Texts, solid: Iterable[str], more: Iterable[str] = ()) -> Part:
    """Positions with the superiors of those that stand highest."""
    own = tuple(solid)
    inside = set(own)
    above = {organisation.above[key] for key in own}
    return Part(title, own, frozenset(key for key in (*above, *more) if key is not None and key not in inside))


def _department(organisation: Organisation, name: str) -> Part:
    department = organisation.departments[name]
    inside = set(department.members)
    members = [key for key in organisation.below(organisation.positions) if key in inside]
    return _part(organisation, department.titles, members, (report for key in members for report in organisation.reports[key]))


def _overview(organisation: Organisation, whole: Collection[str] = ()) -> Part:
    """Departments down to their heads, some of them whole, and all between them and the top."""
    shown: set[str] = set()
    for name, department in organisation.departments.items():
        for one in department.members if name in whole else department.heads:
            key: str | None = one
            while key is not None and key not in shown:
                shown.add(key)
                key = organisation.above[key]
    outside = frozenset(key for key in shown if key.startswith(OUTSIDE))
    solid = [key for key in organisation.below(organisation.posts) if key in shown and key not in outside]
    return Part(organisation.say("chart-overview"), tuple(solid), outside)


def _cut(organisation: Organisation, part: Part, fits: Fits) -> list[Part]:
    """A part in as few pages as hold it."""
    found: list[Part] = []
    waiting = [(part, START)]
    while waiting:
        current, most = waiting.pop(0)
        if fits(current) or most < 3:
            found.append(current)
            continue
        pieces = _pieces(organisation, current, most)
        waiting[:0] = [(piece, most if len(pieces) > 1 and i else most * 3 // 4) for i, piece in enumerate(pieces)]
    return found


def _pieces(organisation: Organisation, part: Part, most: int) -> list[Part]:
    """A part cut into trees of at most so many positions; a position whose reports are cut off stands above them again."""
    keys = set(part.keys)
    reports = {key: [report for report in organisation.reports[key] if report in keys] for key in part.keys}
    roots = [key for key in part.keys if organisation.above[key] not in keys]
    weights: dict[str, int] = {}
    cut: list[tuple[str, list[str]]] = []
    for key in organisation.below(roots)[::-1]:
        if key not in keys:
            continue
        own = reports[key]
        # Whoever stands on another page takes no part in the count: else the only report of one is cut off, and stands alone.
        weight = (key not in part.ghosts) + sum(weights[report] for report in own)
        while weight > most and len(own) > 0:
            heaviest = max(own, key=lambda report: weights[report])
            if weights[heaviest] > 1:
                cut.append((heaviest, reports[heaviest]))
                reports[heaviest] = []
                weight -= weights[heaviest] - 1
                weights[heaviest] = 1
            else:
                rest, own[most - 1 :] = own[most - 1 :], []
                cut += [(key, rest[i : i + most - 1]) for i in range(0, len(rest), most - 1)][::-1]
                weight = 1 + len(own)
        weights[key] = weight

    def attached(tops: list[str]) -> list[str]:
        found, waiting = [], tops[::-1]
        while waiting:
            key = waiting.pop()
            found.append(key)
            waiting += reports[key][::-1]
        return found

    found: list[Part] = []
    for tops in _bins(roots, weights, most):
        inside = attached(tops)
        ghosts = part.ghosts.intersection(inside) | {above for top in tops if (above := organisation.above[top]) and above in keys}
        found.append(Part(part.title, tuple(key for key in inside if key not in part.ghosts), frozenset(ghosts)))
    joined: list[tuple[list[str], list[str]]] = []
    for top, below in reversed(cut):
        inside = [top, *attached(below)]
        if joined and len(joined[-1][1]) + len(inside) <= most and top not in joined[-1][1]:
            joined[-1][0].append(top)
            joined[-1][1].extend(inside)
        else:
            joined.append(([top], inside))
    for tops, inside in joined:
        title = _subtitle(organisation, part.title, tops)
        # The page before is about those at the top: there they are counted, here they say whose reports these are.
        ghosts = part.ghosts.intersection(inside) | set(tops)
        found.append(Part(title, tuple(key for key in inside if key not in ghosts), ghosts))
    return found


def _bins(roots: list[str], weights: dict[str, int], most: int) -> list[list[str]]:
    """Trees that stand side by side, as many as one page is thought to hold."""
    bins: list[list[str]] = []
    used = 0
    for root in roots:
        if bins and used + weights[root] <= most:
            bins[-1].append(root)
            used += weights[root]
        else:
            bins.append([root])
            used = weights[root]
    return bins


def _subtitle(organisation: Organisation, title: Texts, tops: list[str]) -> Texts:
    if len(tops) > 1:
        return tuple(f"{text} · {more}" for text, more in _pairs(title, organisation.say("chart-continued")))
    own = organisation.posts[tops[0]].titles
    if not title or title == own:
        return own
    plain = tuple(text.split(" · ")[0] for text in title)
    return tuple(f"{text} · {more}" for text, more in _pairs(plain, own))


def _pairs(one: Texts, two: Texts) -> list[tuple[str, str]]:
    count = max(len(one), len(two))
    return [(one[min(i, len(one) - 1)] if one else "", two[min(i, len(two) - 1)]) for i in range(count)]
