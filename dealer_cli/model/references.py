"""Every name in a record that means something defined elsewhere, with the way to it."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import Annotated, Any, Union

from dealer_cli.model.record import Ref, record_fields, yaml_key
from dealer_cli.reading.tree import Step

Reference = tuple[str, str, tuple[Step, ...]]
"""Kind of thing, its name, and the steps from the record to where it stands."""

_Walk = Callable[[Any, tuple[Step, ...], list[Reference]], None]
"""Adds the references of a value to a list; generators inside generators took twice the time."""

_walks: dict[Any, _Walk | None] = {}


def references(record: Any) -> list[Reference]:
    """The references of a record, those inside it included, in the order of its fields."""
    found: list[Reference] = []
    walk = _walk(type(record))
    if walk is not None:
        walk(record, (), found)
    return found


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
    return _fields(annotation) if record_fields(annotation) else None


def _named(kind: str) -> _Walk:
    def walk(value: Any, steps: tuple[Step, ...], found: list[Reference]) -> None:
        if isinstance(value, str):
            found.append((kind, value, steps))

    return walk


def _each(inner: _Walk | None) -> _Walk | None:
    if inner is None:
        return None

    def walk(value: Any, steps: tuple[Step, ...], found: list[Reference]) -> None:
        for i, entry in enumerate(value):
            inner(entry, steps + (i,), found)

    return walk


def _keyed(key_walk: _Walk | None, inner: _Walk | None) -> _Walk | None:
    if key_walk is None and inner is None:
        return None

    def walk(value: Any, steps: tuple[Step, ...], found: list[Reference]) -> None:
        for key, entry in value.items():
            if key_walk is not None:
                key_walk(key, steps + (key,), found)
            if inner is not None:
                inner(entry, steps + (key,), found)

    return walk


def _either(parts: list[Any]) -> _Walk | None:
    plain = next((walk for part in parts if not record_fields(part) and (walk := _walk(part))), None)
    if plain is None and not any(_walk(part) for part in parts if record_fields(part)):
        return None

    def choose(value: Any, steps: tuple[Step, ...], found: list[Reference]) -> None:
        # The alternatives of a union never share a kind of data: a record, or something plain.
        chosen = plain if isinstance(value, (str, int, tuple)) else _walk(type(value))
        if chosen is not None:
            chosen(value, steps, found)

    return choose


def _fields(kind: Any) -> _Walk | None:
    table = [(name, yaml_key(name), walk) for name, field in record_fields(kind).items() if (walk := _walk(field.annotation))]
    if not table:
        return None

    def walk_fields(value: Any, steps: tuple[Step, ...], found: list[Reference]) -> None:
        values = value.__dict__
        for name, key, inner in table:
            part = values[name]
            if part:
                inner(part, steps + (key,), found)

    return walk_fields
