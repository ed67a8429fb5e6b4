"""Every text in a record with the way to it."""

from __future__ import annotations

import dataclasses
import typing
from functools import cache
from typing import Any

from dealer_cli.model.record import yaml_key
from dealer_cli.model.words import Text
from dealer_cli.reading.tree import Step

TextAt = tuple[Text, tuple[Step, ...]]


def texts(record: Any) -> list[TextAt]:
    """The texts of a record, those inside it included, in the order of its fields."""
    found: list[TextAt] = []
    _collect(record, (), found)
    return found


def _collect(value: Any, steps: tuple[Step, ...], found: list[TextAt]) -> None:
    # A list that grows, not generators in generators: this walks everything that a catalog says.
    if isinstance(value, tuple):
        for i, part in enumerate(value):
            _collect(part, steps + (i,), found)
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(part, steps + (key,), found)
    elif not isinstance(value, str):
        if isinstance(value, Text):
            found.append((value, steps))
        for name, key in _fields_with_texts(value.__class__):
            part = getattr(value, name)
            if part and part.__class__ is not str:
                _collect(part, steps + (key,), found)


@cache
def _fields_with_texts(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record in which a text can stand, with their keys; fields of pure names are passed over."""
    if not dataclasses.is_dataclass(kind):
        return ()
    hints = typing.get_type_hints(kind)
    return tuple((field.name, yaml_key(field.name)) for field in dataclasses.fields(kind) if _can_hold(hints[field.name]))


def _can_hold(annotation: Any) -> bool:
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return issubclass(annotation, Text) or bool(_fields_with_texts(annotation))
    return any(_can_hold(part) for part in typing.get_args(annotation))
