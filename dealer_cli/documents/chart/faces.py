"""What stands in a box, and how high that makes it: lines of text in a width, in em."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dealer_cli.documents.chart.measure import balanced, listed, longest, width
from dealer_cli.documents.chart.organisation import Organisation, Post, Texts

BAND = 0.35
"""The coloured edge on the left."""
PAD = 0.45
"""Beside the text."""
LEADING = 1.3
"""From one line to the next, for text of one em."""
SMALL = 0.86
"""What is not the title, and the second language."""
MOST = 4
"""Lines of one text; longer ones are cut."""
NAMES = 12
"""Lines of the people in a position: on a wall nobody is left out."""


@dataclass(frozen=True)
class Label:
    """A line of text in a box."""

    text: str
    size: float = 1.0
    bold: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Face:
    """A box: its strip with the department, its lines, and the people at its right edge."""

    key: str
    name: str
    """All that it says, uncut."""
    strip: tuple[Label, ...]
    lines: tuple[Label, ...]
    count: tuple[Label, ...]
    count_width: float
    height: float
    ghost: bool = False
    """Whether it belongs to another page, or stands outside the store."""
    chopped: bool = False
    """Whether a title takes more than two lines."""

    @property
    def strip_height(self) -> float:
        """How much of the box the strip takes."""
        return _height(self.strip) + 0.3 if self.strip else 0.0


def face(organisation: Organisation, post: Post, room: float, strip: Sequence[tuple[str, str]], notes: Texts, ghost: bool) -> Face:
    """The box of a position, its texts broken to a width; `strip` is a department and its people, `notes` stand last."""
    count = _count(post)
    count_width = _count_width(count)
    inner = room - count_width
    bold = bool(organisation.reports[post.key])
    titles = [balanced(title, inner / (SMALL if i else 1.0), MOST) for i, title in enumerate(post.titles)]
    lines = [Label(text, SMALL if i else 1.0, bold and i == 0) for i, title in enumerate(titles) for text in title]
    comma = organisation.words[0]("layout.comma")
    lines += [Label(part, SMALL, quiet=True) for part in listed(post.names, comma, inner / SMALL, NAMES)] if post.names else []
    for text in (*post.held, *notes):
        lines += [Label(part, SMALL, quiet=True) for part in balanced(text, inner / SMALL, MOST)] if text else []
    top = [Label(text, SMALL, bold=True) for one in strip for text in _strip(one, (room + PAD) / SMALL)]
    body = max(_height(lines), _height(count)) + 0.7
    found = Face(
        post.key,
        " ".join((*(text for one in strip for text in one), *post.titles, post.names, *post.held, *post.count, *post.contracted, *notes)),
        tuple(top),
        tuple(lines),
        count,
        count_width if count else 0.0,
        body,
        ghost,
        any(len(title) > 2 for title in titles),
    )
    return replace(found, height=body + found.strip_height)


def needed(post: Post, strip: Sequence[tuple[str, str]], notes: Texts) -> float:
    """The width in which no word of a position's box breaks."""
    words = [longest(title) * (1.0 if i == 0 else SMALL) for i, title in enumerate(post.titles)]
    words += [longest(text) * SMALL for text in (post.names, *post.held, *notes)]
    above = [longest(text) * SMALL - PAD for one in strip for text in one]
    return max([max(words) + _count_width(_count(post)), *above])


def _count(post: Post) -> tuple[Label, ...]:
    # A number is seen from afar; words are small.
    return tuple(Label(text, 1.0 if text.isdigit() else SMALL, bold=text in post.count) for text in (*post.count, *post.contracted))


def _count_width(count: Sequence[Label]) -> float:
    return max((width(label.text) * label.size for label in count), default=-0.6) + 0.6


def _strip(strip: tuple[str, str], room: float) -> list[str]:
    """A department and its people on one line if they fit, else below each other."""
    joined = " · ".join(strip)
    return [joined] if width(joined) <= room else [*balanced(strip[0], room, 2), strip[1]]


def _height(labels: list[Label] | tuple[Label, ...]) -> float:
    return sum(label.size * LEADING for label in labels)
