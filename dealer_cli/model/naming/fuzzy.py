"""The names that are most like one that nothing has: by its letters or characters, and by its sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from dealer_cli.model.naming.name import ID, Name
from dealer_cli.model.naming.pinyin import usual
from dealer_cli.model.naming.script import simplified

MOST = 3
"""Names that are offered."""

_LEAST = 0.4
"""Likeness below which a name is not worth offering."""

_BY_SOUND = 0.98
"""A name that only sounds the same comes just behind one that has the same characters."""

_LONGEST = 60
"""Characters of a question that are compared; nobody mistypes more."""

_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"))
"""Sounds that half of the country does not keep apart."""


def nearest(asked: str, names: Sequence[Name]) -> tuple[str, ...]:
    """The ids of what has the nearest names, best first."""
    asked = asked[:_LONGEST]
    like = _like_letters(asked) if asked.isascii() else _like_characters(simplified(asked))
    scores: dict[str, tuple[float, int]] = {}
    for name in names:
        score = like(name), -name.rank
        if name.of not in scores or score > scores[name.of]:
            scores[name.of] = score
    best = sorted(scores, key=lambda of: (-scores[of][0], -scores[of][1], of))
    return tuple(of for of in best[:MOST] if scores[of][0] >= _LEAST)


def _like_letters(asked: str) -> Callable[[Name], float]:
    matcher = SequenceMatcher(b=asked, autojunk=False)
    joined = asked.replace(" ", "")

    def like(name: Name) -> float:
        if name.key.isascii():
            matcher.set_seq1(name.key.replace("-", " ") if name.rank == ID else name.key)
            return matcher.ratio()
        return max(SequenceMatcher(None, spelling, joined, False).ratio() for spelling in _spellings(name.key)) * _BY_SOUND

    return like


def _like_characters(asked: str) -> Callable[[Name], float]:
    sound = _sound(asked)

    def like(name: Name) -> float:
        if name.key.isascii():
            return 0.0
        key = simplified(name.key)
        heard = _sound(key)
        same = 1 - steps(asked, key) / max(len(asked), len(key))
        alike = 1 - steps(sound, heard) / max(len(sound), len(heard), 1)
        return max(same, alike * _BY_SOUND)

    return like


def _spellings(key: str) -> tuple[str, str]:
    syllables = [reading[0] for reading in usual(key)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def _sound(text: str) -> tuple[str, ...]:
    """Syllables with the sounds that are confused folded together."""
    syllables = []
    for syllable, *_ in usual(text):
        for full, folded in _FOLDS:
            syllable = syllable.replace(full, folded)
        syllables.append(syllable)
    return tuple(syllables)


def steps(one: Sequence[str], other: Sequence[str]) -> int:
    """How many signs must be put in, left out, replaced or swapped with their neighbour to turn one into the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
