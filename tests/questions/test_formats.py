"""CSV that no spreadsheet runs, Markdown that is no markup, JSON that moves no cursor; files whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.writing.exchange import csv_text, json_text, markdown_table
from tests.conftest import Ran


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = list(csv.reader(io.StringIO(csv_text(["a"], [[cell]]))))[1:]
    assert row[0][0] == "'"


def test_numbers_and_plain_texts_stay() -> None:
    text = csv_text(["a", "b", "c", "d"], [[-1, 2.5, '销售, "部"', None]])
    assert list(csv.reader(io.StringIO(text)))[1] == ["-1", "2.5", '销售, "部"', ""]


@pytest.mark.parametrize("bad", ["\x1b[31m", "\x9b31m", "\u202e", "\u200b", "\x00"])
def test_nothing_reaches_the_terminal(bad: str) -> None:
    assert bad not in csv_text(["a"], [[f"x{bad}"]])
    assert bad not in markdown_table(["a"], [[f"x{bad}"]])
    made = json_text({"a": f"x{bad}𠮷\U000e0001"})
    assert bad not in made
    assert "𠮷" in made
    assert json.loads(made) == {"a": f"x{bad}𠮷\U000e0001"}


def test_no_markup_in_markdown() -> None:
    made = markdown_table(["a", "b"], [["1. x|y", "<b>*_`$[l](u)\n# h"], ["- x", "a & b ~~c~~"]])
    assert made == (
        "| a | b |\n| --- | --- |\n| 1\\. x\\|y | \\<b\\>\\*\\_\\`\\$\\[l\\](u)<br>\\# h |\n| \\- x | a \\& b \\~\\~c\\~\\~ |\n"
    )


def test_several_formats_at_once(dealer: Callable[..., Ran], house: Path, tmp_path: Path) -> None:
    files = {name: tmp_path / "deep" / f"tree.{name}" for name in ("json", "csv", "markdown", "text")}
    asked = [word for name, path in files.items() for word in ("-f", f"{name}={path}")]
    ran = dealer("tree", "--catalog", house, *asked, "-f", "text")
    assert (ran.code, ran.err) == (0, "")
    assert files["text"].read_text("utf-8") == ran.out
    assert len(json.loads(files["json"].read_text("utf-8"))["branches"]) == 7
    # Excel needs the mark to read UTF-8; a program that asks for utf-8-sig does not see it.
    assert files["csv"].read_bytes().startswith(b"\xef\xbb\xbfdepth,")
    assert files["markdown"].read_text("utf-8").count("\n") == 9
    assert sorted(path.name for path in files["json"].parent.iterdir()) == sorted(path.name for path in files.values())


@pytest.mark.parametrize("asked", [["-f", "xml"], ["-f", "json="], ["-f", "json", "-f", "csv"]])
def test_what_cannot_be_given(dealer: Callable[..., Ran], house: Path, asked: list[str]) -> None:
    ran = dealer("tree", "--catalog", house, *asked)
    assert ran.code == 2
    assert ran.out == ""


def test_a_file_that_cannot_be_written(dealer: Callable[..., Ran], house: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = dealer("tree", "--catalog", house, "-f", f"json={tmp_path / 'file' / 'tree.json'}", "-f", "text")
    assert ran.code == 2
    assert ran.out == ""
    assert "is a file, not a folder" in " ".join(ran.err.split())
