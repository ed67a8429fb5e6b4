"""Texts that turn the direction of writing turn it for themselves only, never for what stands beside them on the page.

A mark such as U+202E holds until it is closed or the paragraph ends. A title without its closing mark
would turn the rest of the sentence that it stands in; so every text ends what it began.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dealer_cli.language import Words
from dealer_cli.writing.safe import DIRECTIONS, closed

if TYPE_CHECKING:
    from dealer_cli.documents.picture.parts import Section, Value

Part = TypeVar("Part", bound="Value")


class Spoken(Words):
    """The words of a document language, for sentences in which foreign texts stand."""

    def __call__(self, key: str, /, **params: object) -> str:
        """The message with its fields filled in."""
        return super().__call__(key, **{name: closed(value) if isinstance(value, str) else value for name, value in params.items()})

    def join(self, names: Sequence[str]) -> str:
        """Names in a row."""
        return super().join([closed(name) for name in names])


class Shared:
    """What the pictures of a store have in common: looked through once, not in every document."""

    def __init__(self) -> None:
        self._parts: dict[int, object] = {}

    def keep(self, part: Part) -> Part:
        """A part that comes in many pictures, as it comes in them."""
        kept = cast("Part", _settled(part)) if _begins(part) else part
        self._parts[id(kept)] = kept  # which keeps the number its own
        return kept

    def __contains__(self, part: object) -> bool:
        """Whether this very part was kept."""
        return id(part) in self._parts


def settled(picture: Section, shared: Shared | None = None) -> Section:
    """A picture in which every text ends what it began; the same one where none begins anything."""
    own = {name: part for name, part in picture.items() if part not in shared} if shared else picture
    return {**picture, **{name: _settled(part) for name, part in own.items()}} if _begins(own) else picture


def _begins(value: Value) -> bool:
    """One look at all texts together costs a fifth of a look at each."""
    texts: list[str] = []
    _collect([value], texts)
    whole = "".join(texts)
    return any(mark in whole for mark in DIRECTIONS)


def _collect(value: Any, texts: list[str]) -> None:
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, str):
            texts.append(part)
        else:
            _collect(part, texts)


def _settled(value: Value) -> Value:
    if isinstance(value, str):
        return closed(value)
    if isinstance(value, dict):
        return {name: _settled(part) for name, part in value.items()}
    return [_settled(part) for part in value]
