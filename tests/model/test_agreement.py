"""decode, the JSON Schema and pydantic judge every value alike: made-up ones of every kind of file, right and almost right."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from typing import Annotated, Any, Literal, Union

import jsonschema
import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealer_cli.model.decode import decode
from dealer_cli.model.record import AtLeast, Form, yaml_key
from dealer_cli.model.schemas import KINDS, schema
from dealer_cli.reading.yaml import parse

ODD: list[Any] = [
    *(
        "",
        " ",
        "x",
        "展厅",
        "a-b",
        "a-b\n",
        "\na",
        "a ",
        "a\n\nb",
        "A-B",
        "con",
        "lpt1",
        "x" * 300,
        "1",
        "true",
        "$oem",
        "\u3000",
        "é",
        "e\u0301",
        "😀",
    ),
    *(
        "D3.4/22",
        "D3.4/0",
        "D3.4/22\n",
        "D3",
        "V1.0",
        "1.0.",
        "O003",
        "o003",
        "XS",
        "XSXS",
        "day-31",
        "day-32",
        "month-0",
        "workday",
        "monday\n",
    ),
    *(
        "13:30",
        "24:00",
        "00:00\n",
        "3 days",
        "1 day",
        "0 days",
        "2026-13-45",
        "2026-02-30",
        "2000-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-12-01\n",
    ),
    *(
        0,
        1,
        -1,
        4,
        100,
        101,
        10_001,
        1_000_001,
        1.0,
        0.5,
        -0.0,
        1e20,
        True,
        False,
        None,
        [],
        {},
        ["x"],
        {"zh": "x"},
        {"x": 1},
        [[]],
        [None],
    ),
]
odd = st.sampled_from(ODD)


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values that an annotation should take, and now and then one that it should not."""
    usual = right(annotation)
    return st.integers(0, 15).flatmap(lambda n: odd if n == 15 else usual)


@functools.cache
def right(annotation: Any) -> st.SearchStrategy[Any]:
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return annotated(args[0], args[1:])
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(values(args[0]), max_size=2)
    if origin is dict:
        return st.dictionaries(
            st.one_of(right(args[0]), st.sampled_from([text for text in ODD if isinstance(text, str)])), values(args[1]), max_size=2
        )
    if origin in (Union, types.UnionType):
        return st.one_of([values(part) for part in args if part is not type(None)])
    if dataclasses.is_dataclass(annotation):
        return record(annotation)
    return {str: st.sampled_from(["a", "展厅"]), int: st.integers(-2, 200), float: st.floats(-2, 2), bool: st.booleans()}[annotation]


def annotated(inner: Any, marks: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    for mark in marks:
        if isinstance(mark, Form):
            return st.just(mark.example)
        if isinstance(mark, AtLeast) and typing.get_origin(inner) is tuple:
            return st.lists(values(typing.get_args(inner)[0]), min_size=mark.least, max_size=mark.least + 1)
        if isinstance(mark, AtLeast) and inner is int:
            return st.sampled_from([mark.least, mark.least + 1])
    return right(inner)


@st.composite
def record(draw: Callable[..., Any], kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind, include_extras=True)
    one_of = getattr(kind, "__one_of__", ())
    chosen = draw(st.sampled_from(one_of)) if one_of else None
    made = {}
    for field in dataclasses.fields(kind):
        key = yaml_key(field.name)
        if field.name in one_of:
            wanted = field.name == chosen or draw(st.integers(0, 30)) == 0
        else:
            needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            wanted = draw(st.integers(0, 40)) > 0 if needed else draw(st.booleans())
        if wanted:
            made[key] = draw(values(hints[field.name]))
    if draw(st.integers(0, 40)) == 0:
        made["unknown"] = draw(odd)
    return made


def has_null(value: Any) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(has_null(part) for part in inside)


def ask_all(kind: Any, validator: jsonschema.Draft4Validator, value: Any) -> bool:
    """Whether the three accept the value; fails where they disagree."""
    written = json.dumps(value, ensure_ascii=False)
    decoded, faults = decode(parse(written, "a.yaml"), kind)
    by_decode = decoded is not None
    assert by_decode == (not faults)
    by_schema = validator.is_valid(value)
    assert by_decode == by_schema, (kind.__name__, written, faults, [e.message for e in validator.iter_errors(value)][:3])
    by_pydantic = accepts(kind, written)
    # To pydantic a key that may be missing may be null too, and it does not know that keys exclude each other.
    loose = has_null(value) or any(fault.code == "S008" for fault in faults)
    assert by_decode == by_pydantic or (by_pydantic and loose), (kind.__name__, written, faults)
    return by_decode


@functools.cache
def adapter(kind: Any) -> pydantic.TypeAdapter[Any]:
    return pydantic.TypeAdapter(kind)


def accepts(kind: Any, written: str) -> bool:
    try:
        adapter(kind).validate_json(written)
    except pydantic.ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", KINDS)
def test_all_three_agree(name: str) -> None:
    kind = KINDS[name]
    validator = jsonschema.Draft4Validator(schema(kind))
    verdicts = set()

    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(record(kind))
    def agree(value: dict[str, Any]) -> None:
        verdicts.add(ask_all(kind, validator, value))

    agree()
    assert False in verdicts, "nothing was refused: the values are too tame"
