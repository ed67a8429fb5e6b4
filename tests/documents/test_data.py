"""Documents as data: the picture as JSON, the duties as a table that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.csv import COLUMNS
from dealer_cli.documents.printing.formats import USUAL, renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.safe import show
from tests.conftest import Ran
from tests.documents.reading_back import HOSTILE


@pytest.fixture
def drawn(catalog: Catalog) -> Any:
    voice = Voice(Scene(catalog, "standard-4s", "zh"), Manner())
    seat = next(seat for seat in voice.scene.chart.seats.values() if seat.held)
    return json.loads(json.dumps(picture(voice, seat)))


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_is_the_picture(drawn: Any) -> None:
    assert json.loads(renderer("jd", "json", [])(drawn)) == drawn


def test_csv_has_a_row_for_every_duty_those_of_held_posts_too(drawn: Any) -> None:
    data = renderer("jd", "csv", [])(drawn)
    assert data.startswith(b"\xef\xbb\xbf")
    head, *body = rows(data)
    duties = drawn["duties"] + [duty for held in drawn["held"] for duty in held["duties"]]
    assert tuple(head) == COLUMNS and [row[2] for row in body] == [str(number) for number in range(1, len(duties) + 1)]
    for row, duty in zip(body, duties, strict=True):
        assert row == [
            drawn["document"]["number"],
            drawn["post"]["title"],
            *(duty[k] for k in ("no", "text", "part", "frequency", "function")),
        ]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_text_of_a_table_is_a_formula(drawn: Any, text: str) -> None:
    drawn["duties"][0]["text"] = drawn["post"]["title"] = text
    first = rows(renderer("jd", "csv", [])(drawn))[1]
    assert first[3].startswith("'") and first[1].startswith("'")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_cell(drawn: Any, text: str) -> None:
    drawn["duties"][0]["text"] = text
    table = rows(renderer("jd", "csv", [])(drawn))
    assert {len(row) for row in table} == {len(COLUMNS)}
    # What a terminal would hide or obey is written as an escape.
    shown = "\n".join(show(line) for line in text.split("\n"))
    assert table[1][3] in (shown, f"'{shown}")
    assert json.loads(renderer("jd", "json", [])(drawn))["duties"][0]["text"] == text


def test_formats_of_data_are_made_when_asked_for(dealer: Callable[..., Ran], tmp_path: Path) -> None:
    ran = dealer("jd", "general-manager", "--store", "standard-4s", "-f", "json", "-f", "csv", "-o", tmp_path / "asked")
    assert ran.code == 0 and sorted(path.suffix for path in (tmp_path / "asked").iterdir()) == [".csv", ".json"]
    ran = dealer("jd", "general-manager", "--store", "standard-4s", "-o", tmp_path / "usual")
    assert sorted(path.suffix[1:] for path in (tmp_path / "usual").iterdir()) == sorted(USUAL)
