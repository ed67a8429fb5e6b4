"""Every answer fits its schema, says the same in both languages, and the schemas are fresh."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dealer_cli.model.schemas import schema_files
from dealer_cli.questions.table import ANSWERS
from tests.conftest import Ran

ASKED = [
    ("who", "general-manager"),
    ("who", "workshop-manager"),
    ("who", "sales-consultant"),
    ("boss", "sales-consultant", "technician"),
    ("boss", "workshop-manager", "technician"),
    ("team", "sales-director", "--all"),
    ("tree", "--depth", "1"),
    ("covers", "training"),
    ("covers", "投诉"),
    ("matrix",),
    ("find", "投诉"),
    ("find", "nowhere at all"),
    ("list",),
    ("list", "stores"),
    ("list", "functions", "--department", "sales"),
    ("show", "sales-consultant"),
    ("show", "complaints"),
    ("show", "retail-achievement"),
    ("show", "complaint-log"),
    ("show", "dms"),
    ("show", "complaint-handling"),
    ("show", "departments/service"),
    ("show", "house-4s"),
    ("show", "board"),
]

SHIPPED = [
    ("who", "sales-consultant"),
    ("tree",),
    ("matrix",),
    ("covers", "complaint-handling"),
    ("find", "DMS"),
    ("show", "sales-director"),
    ("show", "standard-4s"),
    ("show", "crm"),
]


def validator(question: str, shipped_folder: Path) -> Draft202012Validator:
    schema = json.loads((shipped_folder / "schema" / "answers" / f"{question}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_answer_fits_its_schema(dealer: Callable[..., Ran], house: Path, shipped_folder: Path, words: tuple[str, ...]) -> None:
    ran = dealer(*words, "-f", "json", "--catalog", house)
    assert ran.code == 0, ran.err
    assert list(validator(words[0], shipped_folder).iter_errors(json.loads(ran.out))) == []
    assert dealer(*words, "-f", "json", "--catalog", house, lang="zh").out == ran.out


@pytest.mark.parametrize("words", SHIPPED, ids=" ".join)
def test_answer_of_the_shipped_catalog_fits_its_schema(dealer: Callable[..., Ran], shipped_folder: Path, words: tuple[str, ...]) -> None:
    ran = dealer(*words, "-f", "json", "--catalog", shipped_folder)
    assert ran.code == 0, ran.err
    assert list(validator(words[0], shipped_folder).iter_errors(json.loads(ran.out))) == []


@pytest.fixture(scope="module")
def made_anew() -> dict[str, bytes]:
    return schema_files(ANSWERS)


@pytest.mark.parametrize("question", ANSWERS)
def test_schema_is_strict_and_fresh(shipped_folder: Path, made_anew: dict[str, bytes], question: str) -> None:
    made = made_anew[f"answers/{question}.schema.json"]
    assert (shipped_folder / "schema" / "answers" / f"{question}.schema.json").read_bytes() == made
    assert not validator(question, shipped_folder).is_valid({})
    assert '"additionalProperties": true' not in made.decode()


def test_every_question_of_the_room_has_a_schema(root: Path) -> None:
    texts = {path.stem: path.read_text("utf-8") for path in (root / "dealer_cli" / "cli").glob("*.py")}
    asking = {name for name, text in texts.items() if "formats: FormatOption" in text and "from dealer_cli.questions." in text}
    assert {"list" if name == "listing" else name for name in asking} == set(ANSWERS)
