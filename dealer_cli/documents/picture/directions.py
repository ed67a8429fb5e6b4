"""Texts that turn the direction of writing turn it for themselves only, never for what stands beside them on the page.

A mark such as U+202E holds until it is closed or the paragraph ends. A title without its closing mark
would turn the rest of the sentence that it stands in; so every text ends what it began.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dealer_cli.documents.picture.texts import texts_of
from dealer_cli.language import Words
from dealer_cli.writing.safe import DIRECTIONS, closed

if TYPE_CHECKING:
    from dealer_cli.documents.picture.parts import Section, Value


class Spoken(Words):
    """The words of a document language, for sentences in which foreign texts stand."""

    def __call__(self, key: str, /, **params: object) -> str:
        """The message with its fields filled in."""
        return super().__call__(key, **{name: closed(value) if isinstance(value, str) else value for name, value in params.items()})

    def join(self, names: Sequence[str]) -> str:
        """Names in a row."""
        return super().join([closed(name) for name in names])


def settled(picture: Section) -> Section:
    """A picture in which every text ends what it began; the same one where none begins anything."""
    whole = "".join(texts_of(picture))
    return {name: _settled(part) for name, part in picture.items()} if any(mark in whole for mark in DIRECTIONS) else picture


def _settled(value: Value) -> Value:
    if isinstance(value, str):
        return closed(value)
    if isinstance(value, Mapping):
        return {name: _settled(part) for name, part in value.items()}
    return [_settled(part) for part in value]
