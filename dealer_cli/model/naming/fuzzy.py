"""The names that are most like one that nothing has: by its letters or characters, and by its sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from dealer_cli.model.naming.name import Name
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


Likeness = Callable[[Name], float]


def nearest(asked: str, names: Sequence[Name]) -> tuple[str, ...]:
    """The ids of what has the nearest names, best first."""
    asked = asked[:_LONGEST]
    at_most, like = _by_letters(asked) if asked.isascii() else _by_characters(simplified(asked))
    best: dict[str, tuple[float, int]] = {}
    least = _LEAST
    for bound, name in sorted(((at_most(name), name) for name in names), key=lambda pair: -pair[0]):
        if bound < least:
            break
        score = like(name)
        if score >= least and (score, -name.rank) > best.get(name.of, (0.0, 0)):
            best[name.of] = score, -name.rank
            if len(best) >= MOST:
                least = sorted(score for score, _ in best.values())[-MOST]
    return tuple(sorted(best, key=lambda of: (-best[of][0], -best[of][1], of))[:MOST])


def one_slip_away(asked: str, names: Sequence[Name]) -> list[str]:
    """The ids of what has a name that one sign put in, left out, replaced or swapped makes of this."""
    near = [name for name in names if abs(len(name.key) - len(asked)) < 2 and name.key.isascii() == asked.isascii()]
    return [name.of for name in near if steps(asked, name.key) < 2]


def _by_letters(asked: str) -> tuple[Likeness, Likeness]:
    """The most that a name can be like it, quickly, and how much it is: Latin names, and Chinese ones as they sound."""
    matcher = SequenceMatcher(b=asked, autojunk=False)
    run_together = SequenceMatcher(b=asked.replace(" ", ""), autojunk=False)

    def ratios(name: Name, quick: bool) -> Iterator[float]:
        spellings = (name.key,) if name.key.isascii() else _spellings(name.key)
        against = matcher if name.key.isascii() else run_together
        for spelling in spellings:
            against.set_seq1(spelling)
            yield against.real_quick_ratio() if quick else against.ratio()

    return lambda name: max(ratios(name, quick=True)), lambda name: max(ratios(name, quick=False))


def _by_characters(asked: str) -> tuple[Likeness, Likeness]:
    """The same of Chinese: by characters, and by the sounds of them."""
    sound = _sound(asked)

    def at_most(name: Name) -> float:
        key = simplified(name.key)
        if key.isascii():
            return 0.0
        heard = _sound(key)
        same = sum(sign in key for sign in asked) / max(len(asked), len(key))
        alike = sum(syllable in heard for syllable in sound) / max(len(sound), len(heard), 1)
        return max(same, alike)

    def like(name: Name) -> float:
        key = simplified(name.key)
        heard = _sound(key)
        same = 1 - steps(asked, key) / max(len(asked), len(key))
        alike = 1 - steps(sound, heard) / max(len(sound), len(heard), 1)
        return max(same, alike * _BY_SOUND)

    return at_most, like


def _spellings(key: str) -> tuple[str, str]:
    syllables = [reading[0] for reading in usual(key)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


@lru_cache(4096)
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
