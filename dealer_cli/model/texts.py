"""Every text in a record with the way to it."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, cast

from dealer_cli.model.record import yaml_key
from dealer_cli.model.words import Text
from dealer_cli.reading.tree import Step


def texts(record: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[Text, tuple[Step, ...]]]:
    """The texts of a record, those inside it included, in the order of its fields."""
    if isinstance(record, Text):
        yield record, steps
    for name, key in _fields_with_texts(cast(Hashable, type(record))):
        yield from _inside(getattr(record, name), (*steps, key))


def _inside(value: Any, steps: tuple[Step, ...]) -> Iterator[tuple[Text, tuple[Step, ...]]]:
    if isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _inside(part, (*steps, i))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _inside(part, (*steps, key))
    elif dataclasses.is_dataclass(value):
        yield from texts(value, steps)


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
