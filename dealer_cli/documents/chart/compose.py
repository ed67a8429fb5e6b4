"""A fitted part as a page: heading, boxes, lines, legend and footer, drawn in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dealer_cli.documents.chart.colours import INK, LINE, PAPER, QUIET, dark, on, tint
from dealer_cli.documents.chart.drawing import Area, Group, Image, Page, Shape, Stroke, Writing
from dealer_cli.documents.chart.faces import BAND, LEADING, PAD, Face, Label
from dealer_cli.documents.chart.fitting import Fitted, Paper
from dealer_cli.documents.chart.measure import width, wrap
from dealer_cli.documents.chart.organisation import OUTSIDE, Organisation, Texts
from dealer_cli.documents.chart.parts import Part
from dealer_cli.documents.chart.plan import Point, Rect
from dealer_cli.documents.chart.routing import Routes
from dealer_cli.documents.house.logo import from_uri

_BASELINE = 0.86
"""From the top of a line of text to its baseline, in its own size."""

_HEADING = 1.3
"""How much larger than the legend a heading is at least, if it can be."""

_Entry = tuple[str, str]
"""What a sample in the legend looks like (a colour, or the name of a line), and what it says."""


class Composer:
    """Pages of one organisation on one paper."""

    def __init__(self, organisation: Organisation, paper: Paper, colours: Mapping[str, str]) -> None:
        self._organisation = organisation
        self._paper = paper
        self._colours = colours

    def rooms(self, part: Part) -> dict[bool, tuple[float, float]]:
        """The space for boxes on a page, landscape and portrait."""
        found = {}
        for wide in (True, False):
            across, down = self._paper.turned(wide)
            inner = across - 2 * self._paper.margin
            found[wide] = (inner, down - 2 * self._paper.margin - self._head() - self._foot(part, inner))
        return found

    def page(self, fitted: Fitted, number: int, total: int) -> Page:
        """The page as shapes."""
        paper, em = self._paper, fitted.em
        across, down = paper.turned(fitted.wide)
        inner = across - 2 * paper.margin
        left = (across - fitted.plan.width * em) / 2
        # A low chart stands a little above the middle, not at the upper edge of an empty page.
        room = down - 2 * paper.margin - self._head() - self._foot(fitted.part, inner)
        top = paper.margin + self._head() + max(0.0, room - fitted.plan.height * em) * 0.35
        title, subtitle = self._titles(fitted.part)
        shapes: list[Shape] = [Area(0, 0, across, down, PAPER), *self._heading(fitted.part, across, number, total)]
        shapes += [Stroke(_scaled(points, left, top, em), LINE, max(0.6, em * 0.09)) for _, _, points in fitted.plan.lines]
        routes = Routes(fitted.plan)
        arrows: list[Stroke] = []
        for start, end in fitted.dotted:
            points = _scaled(routes.find(start, end), left, top, em)
            if points:
                # In the colour of the department that it leaves from, so that lines are told apart where they cross.
                post = self._organisation.posts[fitted.faces[start].key]
                colour = dark(self._colours.get(post.department, INK))
                shapes.append(Stroke(points, colour, max(0.7, em * 0.11), dashed=True))
                arrows.append(_arrow(points, em, colour))
        for box, face in zip(fitted.plan.boxes, fitted.faces, strict=True):
            shapes.append(self._box(box, face, left, top, em))
        shapes += arrows
        shapes += self._legend(fitted.part, paper.margin, down - paper.margin - self._foot(fitted.part, inner), inner)
        small = min([label.size * em for face in fitted.faces for label in (*face.strip, *face.lines, *face.count)] + [paper.note])
        posts, people = self._organisation.counts(fitted.part.solid)
        name = f"{title} · {subtitle}" if subtitle else title
        summary = _line(self._organisation.say("chart-summary", title=name, posts=posts, people=people))
        return Page(across, down, name, summary, tuple(shapes), small)

    def _titles(self, part: Part) -> tuple[str, str]:
        return _line(self._organisation.say("chart-heading", store=self._organisation.title)), _line(part.title)

    def _head(self) -> float:
        return max(self._paper.title + self._paper.note + 14, self._paper.note * 1.3 * 3 + 13)

    def _heading(self, part: Part, across: float, number: int, total: int) -> Iterator[Shape]:
        title, subtitle = self._titles(part)
        paper, organisation = self._paper, self._organisation
        words = organisation.words[0]
        right = [
            words("layout.document") + words("layout.colon") + organisation.code if organisation.code else "",
            f"{words('layout.version')} {organisation.version}  {words('layout.effective')} {organisation.effective}"
            if organisation.version
            else "",
            words("layout.page", page=number, pages=total),
        ]
        # A number of any length leaves half of the line to the title.
        half = (across - 2 * paper.margin) / 2 / paper.note
        lines = [wrap(text, half, 1)[0] for text in right if text]
        for i, text in enumerate(lines):
            yield Writing(across - paper.margin, paper.margin + paper.note * (0.9 + 1.3 * i), text, paper.note, colour=QUIET, anchor="end")
        taken = max((width(text) for text in lines), default=0.0) * paper.note + 20
        left = paper.margin
        logo = from_uri(organisation.logo)
        if logo is not None:
            high = self._head() - 14
            wide = min(high * logo.width / logo.height, 6 * high)
            yield Image(left, paper.margin, wide, wide * logo.height / logo.width, organisation.logo)
            left += wide + 8
        room = across - paper.margin - left - taken
        shown = title + (f" · {subtitle}" if subtitle else "")
        if subtitle and room < width(shown) * paper.note * _HEADING:
            # What the page is about is said in both languages, the store then in the first only.
            shown = f"{organisation.say('chart-heading', store=organisation.title)[0]} · {subtitle}"
        size = max(paper.note, min(paper.title, room / max(width(shown), 1.0)))
        yield Writing(
            left,
            paper.margin + paper.title * 0.9,
            (wrap(shown, room / size, 1) or [""])[0],
            size,
            bold=True,
            colour=organisation.accent,
        )
        # A department's page counts its own; the overview shows heads only, and counts all.
        overview = part.title == organisation.say("chart-overview")
        posts, people = organisation.counts(organisation.positions if overview else part.solid)
        counted = " / ".join(f"{one} · {two}" for one, two in zip(_twice(posts, organisation), _twice(people, organisation), strict=True))
        below = "  ".join(text for text in (counted, organisation.header) if text)
        yield Writing(left, paper.margin + paper.title + paper.note * 1.2, wrap(below, room / paper.note, 1)[0], paper.note, colour=QUIET)
        low = paper.margin + self._head() - 9
        yield Stroke(((paper.margin, low), (across - paper.margin, low)), organisation.accent, 1.0)

    def _box(self, box: Rect, face: Face, left: float, top: float, em: float) -> Group:
        x, y, wide, high = left + box.x * em, top + box.y * em, box.width * em, box.height * em
        post = self._organisation.posts[face.key]
        colour = self._colours.get(post.department, QUIET)
        outline = 0.75 if not face.ghost else 0.6
        elsewhere = face.ghost and not face.key.startswith(OUTSIDE)
        shapes: list[Area | Writing] = [
            Area(x, y, wide, high, PAPER if face.ghost else tint(colour), QUIET if face.ghost else colour, outline, elsewhere)
        ]
        strip = face.strip_height * em
        if not face.ghost:
            shapes.append(Area(x, y, BAND * em, high, colour))
        if strip:
            shapes.append(Area(x, y, wide, strip, colour))
            shapes += _texts(face.strip, x + PAD * em, y + 0.15 * em, em, on(colour))
        free = high - strip
        text = x + (BAND + PAD) * em
        shapes += _texts(face.lines, text, y + strip + (free - _high(face.lines) * em) / 2, em, QUIET if face.ghost else INK)
        if face.count and not face.ghost:
            cell = (face.count_width + 0.1) * em
            shapes.append(Area(x + wide - cell, y + strip, cell, free, PAPER, colour, outline))
            shapes += _texts(face.count, x + wide - cell / 2, y + strip + (free - _high(face.count) * em) / 2, em, INK, middle=True)
        return Group(face.name, tuple(shapes))

    def _entries(self, part: Part) -> list[_Entry]:
        organisation = self._organisation
        used = {organisation.posts[key].department for key in part.solid}
        found = [(self._colours[name], _line(department.titles)) for name, department in organisation.departments.items() if name in used]
        found.append(("solid", _line(organisation.say("chart-solid"))))
        if not set(part.keys).isdisjoint(target for key in part.solid for target in organisation.posts[key].dotted):
            found.append(("dashed", _line(organisation.say("chart-dashed"))))
        if any(organisation.posts[key].count for key in part.solid):
            found.append(("count", _line(organisation.say("chart-headcount"))))
        if any(not key.startswith(OUTSIDE) for key in part.ghosts):
            found.append(("ghost", _line(organisation.say("chart-ghost"))))
        return found

    def _flow(self, part: Part, inner: float) -> list[list[tuple[float, _Entry]]]:
        """The legend in rows, each sample with its distance from the left."""
        note = self._paper.note
        rows: list[list[tuple[float, _Entry]]] = [[]]
        x = 0.0
        for kind, said in self._entries(part):
            entry = kind, wrap(said, inner / note - 4, 1)[0]
            size = note * (2.6 + width(entry[1]) + 1.4)
            if rows[-1] and x + size > inner:
                rows.append([])
                x = 0.0
            rows[-1].append((x, entry))
            x += size
        return rows

    def _foot(self, part: Part, inner: float) -> float:
        rows = len(self._flow(part, inner)) + bool(self._organisation.footer)
        return self._paper.note * 1.7 * rows + 8

    def _legend(self, part: Part, x: float, y: float, inner: float) -> Iterator[Shape]:
        note, accent = self._paper.note, self._organisation.accent
        y += 8
        for row in self._flow(part, inner):
            for dx, (kind, text) in row:
                yield from _sample(kind, x + dx, y, note, accent)
                room = (inner - dx) / note - 2.6
                yield Writing(x + dx + note * 2.4, y + note * 0.95, (wrap(text, max(room, 3), 1) or [""])[0], note)
            y += note * 1.7
        if self._organisation.footer:
            yield Writing(x, y + note * 0.95, wrap(self._organisation.footer, inner / note, 1)[0], note, colour=QUIET)


def _sample(kind: str, x: float, y: float, note: float, accent: str) -> Iterator[Shape]:
    wide, middle = note * 2, y + note * 0.65
    if kind == "solid":
        yield Stroke(((x, middle), (x + wide, middle)), LINE, 0.9)
    elif kind == "dashed":
        points = ((x, middle), (x + wide, middle))
        yield Stroke(points, INK, 0.9, dashed=True)
        yield _arrow(points, note * 0.9)
    elif kind == "count":
        yield Area(x + wide * 0.3, y, wide * 0.4, note * 1.3, PAPER, accent, 0.6)
        yield Writing(x + wide / 2, y + note, "2", note, bold=True, anchor="middle")
    elif kind == "ghost":
        yield Area(x, y, wide, note * 1.3, PAPER, QUIET, 0.6, dashed=True)
    else:
        yield Area(x, y, wide, note * 1.3, tint(kind), kind, 0.75)
        yield Area(x, y, wide * 0.35, note * 1.3, kind)


def _texts(labels: Sequence[Label], x: float, y: float, em: float, colour: str, middle: bool = False) -> Iterator[Writing]:
    for label in labels:
        size = label.size * em
        shade = QUIET if label.quiet and colour == INK else colour
        leading = (LEADING - 1) / 2 * size
        yield Writing(x, y + leading + size * _BASELINE, label.text, size, label.bold, shade, "middle" if middle else "start")
        y += size * LEADING


def _high(labels: Sequence[Label]) -> float:
    return sum(label.size * LEADING for label in labels)


def _scaled(points: Sequence[Point], left: float, top: float, em: float) -> tuple[Point, ...]:
    return tuple((left + x * em, top + y * em) for x, y in points)


def _arrow(points: Sequence[Point], em: float, colour: str = INK) -> Stroke:
    """The head of an arrow at a line's end."""
    (from_x, from_y), (x, y) = points[-2:]
    across = abs(x - from_x) > abs(y - from_y)
    dx, dy = ((1 if x > from_x else -1), 0) if across else (0, (1 if y > from_y else -1))
    back, side = em * 0.42, em * 0.21
    base_x, base_y = x - dx * back, y - dy * back
    return Stroke(((x, y), (base_x - dy * side, base_y + dx * side), (base_x + dy * side, base_y - dx * side)), colour, 0.3, closed=True)


def _line(texts: Texts) -> str:
    return " / ".join(text for text in texts if text)


def _twice(texts: Texts, organisation: Organisation) -> list[str]:
    return [texts[min(i, len(texts) - 1)] for i in range(len(organisation.words))]
