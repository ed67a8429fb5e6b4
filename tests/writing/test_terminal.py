"""Widths that count a Chinese character as two, wrapping that loses nothing, and tables."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_cli.writing import terminal
from dealer_cli.writing.terminal import can_draw, clip, pad, styled, table, width, wrap

texts = st.text(st.sampled_from("ab ，。（）《》展厅经理e\u0301😀、-"), max_size=200)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("展厅", 4),
        ("a展b", 4),
        ("，", 2),
        ("…", 1),
        ("é", 1),
        ("e\u0301", 1),
        ("😀", 2),
        ("ｱ", 1),
        ("Ａ", 2),
        ("─", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(pad(text, 20)) == 20


@given(texts, st.integers(4, 80))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns, rest="")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= max(columns, 16) for line in lines)


@given(texts, st.integers(20, 80), st.integers(0, 90))
def test_whatever_stands_before_wrapping_ends(text: str, columns: int, indent: int) -> None:
    lines = wrap(text, columns, first=" " * indent)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) <= 1 + len(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five six", ["one two three four", "five six"]),
        ("带领展厅团队按标准流程完成零售目标", ["带领展厅团队按标准", "流程完成零售目标"]),
        ("带领展厅团队按标准，流程完成", ["带领展厅团队按标", "准，流程完成"]),
        ("带领展厅团队按标（准流程）", ["带领展厅团队按标", "（准流程）"]),
        ("处理DMS-CRM系统数据 and more", ["处理DMS-CRM系统数据", "and more"]),
        ("x" * 30, ["x" * 19, "x" * 11]),
        ("a\nb", ["a", "b"]),
        ("", [""]),
    ],
)
def test_where_lines_break(text: str, lines: list[str]) -> None:
    assert wrap(text, 19) == lines


def test_a_table_lines_up_and_wraps_its_last_column() -> None:
    rows = [("展厅", "manager", "一" * 40), ("a", "b", "c")]
    lines = table(rows, indent="  ")
    assert lines[0].startswith("  展厅  manager  一")
    assert lines[1] == " " * 17 + "一" * (40 - lines[0].count("一"))
    assert lines[-1] == "  a     b        c"
    assert all(width(line) <= 80 for line in lines)
    assert table([]) == []


def test_a_wide_first_column_leaves_room() -> None:
    lines = table([("x" * 60, "y z " * 30), ("a", "b")])
    letters = "".join(lines)
    assert all(len(line) <= 80 for line in lines)
    assert [letters.count(letter) for letter in "xyzab"] == [60, 30, 30, 1, 1]


def test_where_cells_must_share_those_that_can_break_give_way() -> None:
    rows = [("fleet-sales-administrator-in-chief", "Customer relations", "Skilled trade", "Fleet sales administrator in chief")]
    lines = table(rows)
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].startswith("fleet-sales-administrator-in-chief  "), "an id is never broken"
    assert sorted("".join(lines).replace(" ", "")) == sorted("".join(rows[0]).replace(" ", ""))


@given(texts, st.integers(2, 80))
def test_clip(text: str, columns: int) -> None:
    cut = clip(text, columns)
    assert width(cut) <= columns
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_clip_ends_what_has_no_width() -> None:
    assert len(clip("\u0301" * 100_000, 80)) < 400


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert styled("x", "error", Terminal()) == "\x1b[31mx\x1b[0m"
    assert styled("x", "error", io.StringIO()) == "x"
    monkeypatch.setenv("NO_COLOR", "1")
    assert styled("x", "error", Terminal()) == "x"
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert styled("x", "error", Terminal()) == "x"


@pytest.mark.parametrize(("encoding", "can"), [("utf-8", True), ("gbk", True), ("ascii", False), ("latin-1", False), ("nonsense", False)])
def test_line_characters(encoding: str, can: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream(io.StringIO):
        pass

    stream = Stream()
    monkeypatch.setattr(Stream, "encoding", encoding, raising=False)
    assert can_draw(stream) == can


def test_the_width_of_every_answer() -> None:
    assert terminal.WIDTH == 80
