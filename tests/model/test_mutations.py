"""Real files, spoiled at every key: what decode refuses the schema refuses, and the other way round."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.decode import decode
from dealer_cli.model.schemas import KINDS, schema
from dealer_cli.reading.yaml import parse, read

PUT_IN: tuple[Any, ...] = (
    *(None, True, 0, 1, 1.0, -1, 0.5, 2_000_000),
    *(
        "",
        " a",
        "a\n",
        "a",
        "A",
        "展厅",
        "a-b",
        "D3.4/22",
        "2026-13-45",
        "2026-02-30",
        "2000-02-29",
        "25:00",
        "day-31",
        "3 days",
        "workday",
    ),
    *([], {}, ["a"], ["a", None], [["a"]], {"zh": "a"}, {"a": "b"}, {"role": "a", "external": "b"}, {"item": "D3.4/1", "partly": "a"}),
)

Steps = tuple[str | int, ...]


def places(data: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The way to every part."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*steps, key)
            yield from places(value, (*steps, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield (*steps, i)
            yield from places(value, (*steps, i))


def shortened(data: Any) -> Any:
    """The data with only those entries of its lists that have a key which no entry before them has."""
    if isinstance(data, dict):
        return {key: shortened(value) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    seen: set[str] = set()
    kept = []
    for entry in data:
        keys = set(entry) if isinstance(entry, dict) else {type(entry).__name__}
        if not keys <= seen:
            kept.append(shortened(entry))
            seen |= keys
    return kept


def one_of_each(data: Any) -> list[Steps]:
    """One way to every part that differs from others in more than its place in a list."""
    shapes: dict[Steps, Steps] = {}
    for steps in places(data):
        shapes.setdefault(tuple("*" if isinstance(step, int) else step for step in steps), steps)
    return list(shapes.values())


def mutants(data: Any, steps: Steps) -> Iterator[tuple[str, Any]]:
    def changed() -> tuple[Any, Any]:
        made = copy.deepcopy(data)
        inside = made
        for step in steps[:-1]:
            inside = inside[step]
        return made, inside

    for value in PUT_IN:
        made, inside = changed()
        inside[steps[-1]] = copy.deepcopy(value)
        yield f"{steps} = {value!r}", made
    made, inside = changed()
    del inside[steps[-1]]
    yield f"{steps} taken out", made
    made, inside = changed()
    if isinstance(inside, dict):
        inside["unknown"] = "a"
        yield f"unknown key beside {steps}", made
        made, inside = changed()
        inside[f"{steps[-1]}\n"] = inside.pop(steps[-1])
        yield f"{steps} with a line break in the key", made


@pytest.mark.parametrize("name", ["role", "store", "policy", "functions", "kpis", "source", "titles", "catalog"])
def test_spoiled_at_every_key(name: str, shipped_folder: Path, small: Path) -> None:
    kind = KINDS[name]
    validator = jsonschema.Draft4Validator(schema(kind))
    verdicts = {True: 0, False: 0}
    for number, path in enumerate(examples(kind, shipped_folder, small)):
        data = shortened(json.loads(json.dumps(read(path).data)))
        # Every second place, the other half of them in the next file.
        for steps in list(one_of_each(data))[number % 2 :: 2]:
            for what, mutant in mutants(data, steps):
                record, faults = decode(parse(json.dumps(mutant, ensure_ascii=False), "a.yaml"), kind)
                assert (record is None) == bool(faults)
                good = not faults
                assert good == validator.is_valid(mutant), (path, what, faults, [e.message for e in validator.iter_errors(mutant)][:2])
                verdicts[good] += 1
    assert min(verdicts.values()) > 10, verdicts


def examples(kind: type, shipped_folder: Path, small: Path) -> list[Path]:
    """The small catalog's richest file of a kind, or the shortest shipped one."""
    small_ones, shipped_ones = (
        [path for path, _, found in Catalog(folder).file_kinds() if found is kind] for folder in (small, shipped_folder)
    )
    if small_ones:
        return [max(small_ones, key=lambda path: path.stat().st_size)]
    return [min(shipped_ones, key=lambda path: path.stat().st_size)]
