"""Every name in a record that means something defined elsewhere, with the way to it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Union

from dealer_cli.model.record import Ref, yaml_key
from dealer_cli.reading.tree import Step

Reference = tuple[str, str, tuple[Step, ...]]
"""Kind of thing, its name, and the steps from the record to where it stands."""

_Walk = Callable[[Any, tuple[Step, ...]], Iterator[Reference]]

_walks: dict[Any, _Walk | None] = {}


def references(record: Any) -> Iterator[Reference]:
    """The references of a record, those inside it included, in the order of its fields."""
    walk = _walk(type(record))
    return walk(record, ()) if walk else iter(())


def _walk(annotation: Any) -> _Walk | None:
    if annotation not in _walks:
        _walks[annotation] = _compile(annotation)
    return _walks[annotation]


def _compile(annotation: Any) -> _Walk | None:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *marks = typing.get_args(annotation)
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        return _named(ref.kind) if ref else _walk(inner)
    if origin is tuple:
        return _each(_walk(typing.get_args(annotation)[0]))
    if origin is dict:
        key, value = typing.get_args(annotation)
        return _keyed(_walk(key), _walk(value))
    if origin in (Union, types.UnionType):
        return _either([part for part in typing.get_args(annotation) if part is not type(None)])
    return _fields(annotation) if dataclasses.is_dataclass(annotation) else None


def _named(kind: str) -> _Walk:
    def walk(value: Any, steps: tuple[Step, ...]) -> Iterator[Reference]:
        if isinstance(value, str):
            yield kind, value, steps

    return walk


def _each(inner: _Walk | None) -> _Walk | None:
    if inner is None:
        return None

    def walk(value: Any, steps: tuple[Step, ...]) -> Iterator[Reference]:
        for i, entry in enumerate(value):
            yield from inner(entry, (*steps, i))

    return walk


def _keyed(key_walk: _Walk | None, inner: _Walk | None) -> _Walk | None:
    if key_walk is None and inner is None:
        return None

    def walk(value: Any, steps: tuple[Step, ...]) -> Iterator[Reference]:
        for key, entry in value.items():
            if key_walk is not None:
                yield from key_walk(key, (*steps, key))
            if inner is not None:
                yield from inner(entry, (*steps, key))

    return walk


def _either(parts: list[Any]) -> _Walk | None:
    plain = next((found for part in parts if not dataclasses.is_dataclass(part) and (found := _walk(part))), None)
    records = [part for part in parts if dataclasses.is_dataclass(part)]
    if plain is None and not any(_walk(part) for part in records):
        return None

    def walk(value: Any, steps: tuple[Step, ...]) -> Iterator[Reference]:
        # The alternatives of a union never share a kind of data: a record, or something plain.
        chosen = _walk(type(value)) if dataclasses.is_dataclass(value) else plain
        if chosen is not None and value is not None:
            yield from chosen(value, steps)

    return walk


def _fields(kind: Any) -> _Walk | None:
    hints = typing.get_type_hints(kind, include_extras=True)
    table = [(f.name, yaml_key(f.name), found) for f in dataclasses.fields(kind) if (found := _walk(hints[f.name]))]
    if not table:
        return None

    def walk(value: Any, steps: tuple[Step, ...]) -> Iterator[Reference]:
        for name, key, inner in table:
            part = getattr(value, name)
            if part:
                yield from inner(part, (*steps, key))

    return walk
