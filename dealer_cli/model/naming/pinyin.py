"""Chinese names by their sound: full pinyin and initials, of any name, from a table of characters.

The table is made from pypinyin, whose import alone costs more than a whole question may, and covers every
character of GB 2312, so that a user's catalog has the same look-up as ours, without another package. A character
with several readings is taken by the word it stands in where the table knows the word, else each reading fits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dealer_cli.model.naming.name import ID, Name, best_of
from dealer_cli.model.naming.script import simplified
from dealer_cli.model.naming.sounds import MAIN, OTHER, WORDS

_LETTERS = "-abcdefghijklmnopqrstuvwxyz"

Reading = tuple[str, ...]
"""What one character can sound like."""


def spelt(asked: str, names: Sequence[Name]) -> list[str]:
    """What has a name that sounds like this, or whose syllables begin so."""
    letters = _letters(asked)
    if len(letters) < 2:
        return []
    chinese = [name for name in names if name.rank != ID and not name.key.isascii()]
    for readings in (usual, possible):
        for fits in (_initials, _full):
            found = [name for name in chinese if fits(letters, readings(name.key))]
            if found:
                return best_of(found)
    return []


@lru_cache(4096)
def usual(text: str) -> tuple[Reading, ...]:
    """A reading for each character, by the words that the text is made of."""
    text = simplified(text)
    main, words = _main(), _words()
    found: list[Reading] = []
    while len(found) < len(text):
        at = len(found)
        size = next((size for size in (4, 3, 2) if text[at : at + size] in words), 0)
        if size:
            found += [(syllable,) for syllable in words[text[at : at + size]]]
        else:
            found.append((main.get(text[at], text[at]),))
    return tuple(reading for reading in found if reading[0].isalnum())


@lru_cache(4096)
def possible(text: str) -> tuple[Reading, ...]:
    """Every reading of each character."""
    text = simplified(text)
    main, other = _main(), _other()
    return tuple((main.get(sign, sign), *other.get(sign, ())) for sign in text if sign.isalnum())


def _initials(letters: str, readings: Sequence[Reading]) -> bool:
    return len(letters) == len(readings) and all(
        any(syllable[0] == letter for syllable in reading) for letter, reading in zip(letters, readings, strict=True)
    )


def _full(letters: str, readings: Sequence[Reading]) -> bool:
    ends = {0}
    for reading in readings:
        ends = {end + len(syllable) for end in ends for syllable in reading if letters.startswith(syllable, end)}
    return len(letters) in ends


def _letters(asked: str) -> str:
    """The letters and digits of what was typed, without tones, blanks and apostrophes; ü is v, as keyboards have it."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFC", asked).replace("ü", "v"))
    return "".join(sign for sign in text if sign.isascii() and sign.isalnum())


@cache
def _main() -> dict[str, str]:
    return {sign: syllable for syllable, signs in _entries(MAIN) for sign in signs}


@cache
def _other() -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    for syllable, signs in _entries(OTHER):
        for sign in signs:
            found[sign] = (*found.get(sign, ()), syllable)
    return found


@cache
def _words() -> dict[str, Reading]:
    entries = (entry for entry in WORDS.split(" "))
    return {word: tuple(entry[len(word) :].split("-")) for entry in entries for word in (entry.rstrip(_LETTERS),)}


def _entries(table: str) -> Iterator[tuple[str, str]]:
    for entry in table.split(" "):
        signs = entry.lstrip(_LETTERS)
        yield entry[: -len(signs)], signs
