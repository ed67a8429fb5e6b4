"""The JSON Schemas are those of the models, every file names its own, and the shipped files keep to them."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.record import yaml_key
from dealer_cli.model.schemas import KINDS, schema
from dealer_cli.reading.yaml import read
from tests.conftest import Ran

FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def test_the_schemas_on_disk_are_not_stale(dealer: Callable[..., Ran], shipped_folder: Path) -> None:
    ran = dealer("schema", "--check", "--out", shipped_folder / "schema", lang="zh")
    assert ran.code == 0, ran.err


def test_a_stale_schema_is_noticed(dealer: Callable[..., Ran], tmp_path: Path) -> None:
    assert dealer("schema", "--out", tmp_path).code == 0
    path = tmp_path / "role.schema.json"
    path.write_bytes(path.read_bytes().replace(b'"duties"', b'"tasks"'))
    ran = dealer("schema", "--out", tmp_path, "--check")
    named = "".join(ran.err.split())
    assert ran.code == 1
    assert "role.schema.json" in named
    assert "store.schema.json" not in named


@pytest.mark.parametrize("name", KINDS)
def test_each_is_a_schema_of_its_draft(name: str) -> None:
    made = schema(KINDS[name])
    validator = jsonschema.validators.validator_for(made)
    assert validator is jsonschema.Draft4Validator
    validator.check_schema(made)
    for part in objects(made):
        assert "additionalProperties" in part, "an unknown key would pass"
        assert not {"propertyNames", "const", "$defs", "exclusiveMinimum"} & set(part), "Draft 4 knows no such word"


def objects(part: object) -> list[dict[str, object]]:
    """Every schema of a mapping inside a schema."""
    found = []
    if isinstance(part, dict):
        found = [part] if part.get("type") == "object" else []
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            found += objects(inner)
    return found


def test_exactly_one_key_is_asked_by_the_schema_wherever_a_record_asks_it() -> None:
    asked = {
        part.__name__: [[yaml_key(key)] for key in part.__one_of__]
        for name, module in list(sys.modules.items())
        if name.startswith("dealer_cli.model.")
        for part in vars(module).values()
        if isinstance(part, type) and hasattr(part, "__one_of__")
    }
    assert {"Party", "PrintedTitle"} <= asked.keys()
    for name, kind in KINDS.items():
        for record, made in schema(kind)["definitions"].items():
            assert [choice["required"] for choice in made.get("oneOf", ())] == asked.get(record, []), (name, record)


def test_every_shipped_file_names_its_schema_and_keeps_to_it(shipped_folder: Path, root: Path) -> None:
    validators = {name: jsonschema.Draft4Validator(schema(kind)) for name, kind in KINDS.items()}
    kinds = {path: kind for path, _, kind in Catalog(shipped_folder).file_kinds()}
    paths = sorted(shipped_folder.rglob("*.yaml"))
    assert set(paths) == set(kinds), "every file of the folder is a file of the catalog"
    for path in (*paths, *sorted((root / "tests" / "data" / "small").rglob("*.yaml"))):
        match = FIRST_LINE.fullmatch(path.read_text(encoding="utf-8").partition("\n")[0])
        assert match, path
        named = (path.parent / match[1]).resolve()
        assert named.parent == shipped_folder / "schema", path
        assert named.is_file(), path
        name = named.name.removesuffix(".schema.json")
        if path in kinds:
            assert KINDS[name] is kinds[path], path
        found = [f"{error.json_path}: {error.message}" for error in validators[name].iter_errors(json.loads(json.dumps(read(path).data)))]
        assert not found, (path, found[:3])
