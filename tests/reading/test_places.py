"""Every key and value knows its line and columns, in characters counted from 1."""

import pytest

from dealer_cli.reading.tree import Step
from dealer_cli.reading.yaml import parse

CASES: list[tuple[str, str, tuple[Step, ...], tuple[int, int, int], tuple[int, int, int]]] = [
    # what, text, steps, place of the key (line, first column, column behind), place of the value
    ("plain", "id: sales\n", ("id",), (1, 1, 3), (1, 5, 10)),
    ("second key", "id: a\ntitle: b\n", ("title",), (2, 1, 6), (2, 8, 9)),
    ("nested", "title:\n  zh: 展厅经理\n", ("title", "zh"), (2, 3, 5), (2, 7, 11)),
    ("Chinese before the column", "{展厅: 经理, 职级: 员工}\n", ("职级",), (1, 10, 12), (1, 14, 16)),
    ("outside the first plane", "{𠮷𠮷: 𠮷, b: c}\n", ("b",), (1, 9, 10), (1, 12, 13)),
    ("combining mark", "{e\u0301: 1, b: 2}\n", ("b",), (1, 9, 10), (1, 12, 13)),
    ("double quotes", 'a: "b c"\n', ("a",), (1, 1, 2), (1, 4, 9)),
    ("single quotes", "a: 'b c'\n", ("a",), (1, 1, 2), (1, 4, 9)),
    ("quoted key", '"a": b\n', ("a",), (1, 1, 4), (1, 6, 7)),
    ("comment behind", "a: b  # c\n", ("a",), (1, 1, 2), (1, 4, 5)),
    ("tab behind the colon", "a:\tb\n", ("a",), (1, 1, 2), (1, 4, 5)),
    ("CRLF", "a: b\r\nc: d\r\n", ("c",), (2, 1, 2), (2, 4, 5)),
    ("CRLF, list", "a:\r\n  - b\r\n  - c\r\n", ("a", 1), (3, 5, 6), (3, 5, 6)),
    ("block scalar is clipped to its first line", "a: |\n  b\n  c\nd: e\n", ("a",), (1, 1, 2), (1, 4, 5)),
    ("behind a block scalar", "a: >-\n  b\n  c\nd: e\n", ("d",), (4, 1, 2), (4, 4, 5)),
    ("plain over two lines is clipped", "a: b\n  c\nd: e\n", ("a",), (1, 1, 2), (1, 4, 5)),
    ("list entry", "a: [b, cc]\n", ("a", 1), (1, 8, 10), (1, 8, 10)),
    ("list of mappings", "a:\n  - b: c\n    d: e\n", ("a", 0, "d"), (3, 5, 6), (3, 8, 9)),
    ("flow mapping", "a: {b: c}\n", ("a",), (1, 1, 2), (1, 4, 5)),
    ("in a flow mapping over two lines", "a: {b: c,\n    d: e}\n", ("a", "d"), (2, 5, 6), (2, 8, 9)),
    ("empty value", "a:\nb: c\n", ("a",), (1, 1, 2), (1, 3, 4)),
    ("empty value before a comma", "{a: b, c}\n", ("c",), (1, 8, 9), (1, 9, 10)),
    ("document start", "---\na: b\n", ("a",), (2, 1, 2), (2, 4, 5)),
    ("comments and blank lines above", "# c\n\n# d\na: b\n", ("a",), (4, 1, 2), (4, 4, 5)),
    ("no newline at the end", "a: b", ("a",), (1, 1, 2), (1, 4, 5)),
]


@pytest.mark.parametrize(("text", "steps", "key", "value"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_place(text: str, steps: tuple[Step, ...], key: tuple[int, int, int], value: tuple[int, int, int]) -> None:
    document = parse(text, "a.yaml")
    found = [(p.line, p.column, p.end_column) for p in (document.key_place(*steps), document.place(*steps))]
    assert found == [key, value]


def test_a_missing_part_gives_the_place_of_what_holds_it() -> None:
    document = parse("a: b\nlist:\n  - {c: d}\n", "a.yaml")
    held = document.place("list", 0)
    assert (held.line, held.column) == (3, 5)
    assert document.place("list", 0, "nothing") == held
    assert document.place("list", 0, "c", "deeper").line == 3
    assert document.place("list", 7) == document.place("list")


def test_a_line_is_what_the_file_has_there() -> None:
    document = parse("a: b\r\nc: 展厅\r\n", "a.yaml")
    assert [document.line(n) for n in range(5)] == ["", "a: b", "c: 展厅", "", ""]


def test_reading_stops_at_the_first_key_outside_the_head() -> None:
    document = parse("id: a\ntitle: {zh: b}\nduties: [\n", "a.yaml", head={"id", "title"})
    assert document.data == {"id": "a", "title": {"zh": "b"}}


def test_the_head_of_a_nested_key_does_not_stop_reading() -> None:
    document = parse("title: {duties: b}\nid: a\nduties: c\n", "a.yaml", head={"id", "title"})
    assert document.data == {"title": {"duties": "b"}, "id": "a"}
