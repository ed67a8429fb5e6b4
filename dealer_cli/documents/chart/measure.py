"""How wide a text is before any font is at hand, and how it breaks into lines; widths in the text's own size (em).

A Chinese character is one em. Latin letters are counted by the bold face of the bundled font, which
is the widest that is drawn, so that no label runs out of its box; a test holds the table against it.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

_LATIN = (
    *(227, 366, 567, 587, 587, 960, 735, 321, 375, 375, 504, 587, 321, 368, 321, 392),
    *(587, 587, 587, 587, 587, 587, 587, 587, 587, 587, 321, 321, 587, 587, 587, 511),
    *(1002, 638, 679, 655, 712, 613, 582, 715, 755, 327, 565, 683, 576, 850, 747, 768),
    *(665, 768, 678, 622, 623, 746, 615, 912, 622, 576, 612, 375, 392, 375, 587, 566),
    *(624, 588, 642, 526, 642, 579, 368, 594, 637, 302, 304, 600, 312, 961, 638, 624),
    *(642, 642, 433, 493, 417, 635, 572, 858, 557, 570, 508, 375, 294, 375, 587),
)
"""Thousandths of an em of the characters from blank to tilde."""

_ROUNDING = 1e-6
"""A text fits in exactly its own width, in whatever order that was summed up."""

SLACK = 1.03
"""For fonts of other systems, whose Latin letters are a little wider."""

_OTHER = 0.75
"""A letter of another alphabet; what is wider than most is still inside the box's padding."""

_NO_START = frozenset("、，。；：！？）》」』】〕”’…·,.;:!?)]}%/-")
_NO_END = frozenset("（《「『【〔“‘([{")

_CHINESE = re.compile("[\u3400-\u9fff]{2,}")
_ONE = frozenset("员师工手长部")
"""What makes a person or a department of a word of two characters, as in 检查员."""
_TWO = frozenset(
    ("专员", "人员", "文员", "职员", "店员", "员工", "技师", "讲师", "技工", "电工", "助手", "组长", "店长", "站长", "班长", "部长")
)
"""Words of two characters that end so too."""

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
"""What no picture can show, and what would turn or hide its letters."""


def plain(text: str) -> str:
    """A foreign text as one line of a picture: blanks are blanks, and what has no shape is written out."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", " ".join(text.split()))


def width(text: str) -> float:
    """The width of a text in em."""
    return sum(map(_width, text))


def wrap(text: str, room: float, most: int) -> list[str]:
    """A text in at most so many lines of a width: broken at blanks, in long words at hyphens, and between Chinese characters.

    What does not fit is cut, and an ellipsis says so.
    """
    return _filled(_pieces(_enough(text, room, most), room), room, most)


def _enough(text: str, room: float, most: int) -> str:
    """The beginning of a text that surely fills the lines: what comes behind it is never shown."""
    left = max(room, 1.0) * (most + 2)
    for at, character in enumerate(text):
        left -= _width(character)
        if left < 0:
            return text[:at]
    return text


def longest(text: str) -> float:
    """The width of the longest word of a text, which a box must have room for."""
    return max((width(piece.rstrip()) for piece in _pieces(text, math.inf)), default=0.0)


def _filled(pieces: list[str], room: float, most: int) -> list[str]:
    lines: list[str] = [""]
    used = 0.0
    for piece in pieces:
        size = width(piece)
        if lines[-1] and used + width(piece.rstrip()) > room + _ROUNDING:
            if len(lines) == most:
                return [*lines[:-1], _cut(lines[-1], room)]
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            used = 0.0
        lines[-1] += piece
        used += size
    lines[-1] = lines[-1].rstrip()
    return [line for line in lines if line]


def listed(text: str, comma: str, room: float, most: int) -> list[str]:
    """As `wrap`, for a list of names: a line breaks between them, and in one only if it is longer than a line."""
    names = text.split(comma)
    pieces: list[str] = []
    for i, name in enumerate(names):
        piece = name + (comma if i < len(names) - 1 else "")
        pieces += [piece] if width(piece.rstrip()) <= room else _pieces(piece, room)
    return _filled(pieces, room, most)


@lru_cache(maxsize=8192)
def balanced(text: str, room: float, most: int) -> tuple[str, ...]:
    """The text in as few lines as `wrap` makes of it, broken between words where it can be, all of about the same length."""
    best = wrap(text, room, most)
    if len(best) < 2 or best[-1].endswith("…"):
        return tuple(best)
    # Nothing was cut, so this is all of the text.
    pieces = _pieces(text, room)
    inside = _rough(text)
    rough = [begin in inside for begin in accumulate(map(len, pieces), initial=0)]
    # For each number of pieces: what the best lines of them cost, and where the last of these begins.
    costs: list[tuple[float, int]] = [(0.0, 0), *([(math.inf, 0)] * len(pieces))]
    ways = [costs]
    for _ in best:
        before, costs = ways[-1], [(math.inf, 0)] * (len(pieces) + 1)
        for end in range(1, len(pieces) + 1):
            size = 0.0
            for begin in range(end - 1, -1, -1):
                size += width(pieces[begin] if size else pieces[begin].rstrip())
                if size > room + _ROUNDING:
                    break
                cost = before[begin][0] + size * size + (_ROUGH if rough[begin] else 0)
                costs[end] = min(costs[end], (cost, begin))
        ways.append(costs)
    lines: list[str] = []
    end = len(pieces)
    for costs in ways[:0:-1]:
        begin = costs[end][1]
        lines.insert(0, "".join(pieces[begin:end]).rstrip())
        end = begin
    return tuple(lines)


_ROUGH = 1000.0
"""What a break inside a word costs, in squared em: more than any unevenness."""


def _rough(text: str) -> set[int]:
    """The places inside Chinese words, where a line should not break.

    Titles are made of words of two characters; one of three stands at the beginning, or ends in a character that makes a person or
    a department of it. So words are counted from the end.
    """
    found: set[int] = set()
    for match in _CHINESE.finditer(text):
        begin, end = match.span()
        if text[begin] == "兼":
            begin += 1
            found.add(begin)
        while end > begin:
            word = max(begin, end - _word(text[begin:end]))
            found.update(range(word + 1, end))
            end = word
    return found


def _word(title: str) -> int:
    """The number of characters of the last word of a Chinese title."""
    if title[-2:] in _TWO:
        return 2
    return 3 if len(title) == 3 or title[-1] in _ONE else 2


def _width(character: str) -> float:
    code = ord(character)
    if 32 <= code < 127:
        return _LATIN[code - 32] / 1000 * SLACK
    if code >= 0x2E80 or unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.0 if unicodedata.combining(character) else _OTHER


def _cut(line: str, room: float) -> str:
    while line and width(line) > room - 1:
        line = line[:-1]
    return line.rstrip() + "…"


def _pieces(text: str, room: float) -> list[str]:
    """What may not be broken, with the blank behind it; a word longer than a line is broken anywhere."""
    pieces: list[str] = []
    piece, size = "", 0.0
    for character in text:
        joined = (
            piece
            and not piece.endswith(" ")
            and (character == " " or character in _NO_START or piece[-1] in _NO_END or not (_wide(character) or _wide(piece[-1])))
            and not (piece[-1] == "-" and character != " " and size > room / 2)
        )
        if joined and size + _width(character) <= room:
            piece += character
            size += _width(character)
        else:
            if piece:
                pieces.append(piece)
            piece, size = character, _width(character)
    return [*pieces, piece] if piece else pieces


def _wide(character: str) -> bool:
    return ord(character) >= 0x2E80
