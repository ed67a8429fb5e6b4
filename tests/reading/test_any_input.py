"""Whatever the bytes are, reading ends soon, with data or with Refused."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealer_cli.reading.bounds import MAX_BYTES
from dealer_cli.reading.faults import Place, Refused
from dealer_cli.reading.files import ILLEGAL
from dealer_cli.reading.tree import Document, Mapping, Sequence, Tree
from dealer_cli.reading.yaml import parse, read

WORDS = [
    *"{}[]:,-?#&*!|>%@`'\"~<=\\ \n\t",
    ": ",
    "- ",
    "? ",
    "  ",
    "\n  ",
    "\r\n",
    "---\n",
    "...\n",
    "a",
    "zh: ",
    "展",
    "<<: ",
    "&a ",
    "*a",
    "!!str ",
    "|2-\n",
    '"\\u0000"',
    '"\\ud800"',
    "\u0301",
    "9" * 30,
    "0x",
    "1e999",
    "%YAML 1.2\n",
    "\ufeff",
    "\x00",
    "\x85",
]
yaml_like = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)

ANY = settings(max_examples=100, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(yaml_like)
def test_whatever_looks_like_yaml(text: str) -> None:
    in_order(text)


@ANY
@given(st.text(st.characters(exclude_categories=())))
def test_any_text(text: str) -> None:
    in_order(text)


@ANY
@given(st.binary())
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    try:
        in_order(read(path).text)
    except Refused as refused:
        assert refused.faults


@ANY
@given(st.data())
def test_a_real_file_with_something_put_in(shipped_folder: Path, data: st.DataObject) -> None:
    text = (shipped_folder / "stores" / "faw-vw-4s.yaml").read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    in_order(text[:at] + data.draw(yaml_like) + text[at + data.draw(st.integers(0, 5)) :])


def in_order(text: str) -> None:
    """Refused with places inside the text, or every part of the data has a place inside it."""
    try:
        document = parse(text, "a.yaml")
        if not ILLEGAL.search(text):
            check_places(document, document.data, (), text.split("\n"))
    except Refused as refused:
        for fault in refused.faults if not ILLEGAL.search(text) else ():  # libyaml breaks lines at some that no file may have
            check_place(fault.place, text.split("\n"))


def check_place(place: Place, lines: list[str]) -> None:
    assert 1 <= place.column < place.end_column
    assert 1 <= place.line <= len(lines)
    assert place.column <= len(lines[place.line - 1]) + 1


def check_places(document: Document, node: Tree, steps: tuple[str | int, ...], lines: list[str]) -> None:
    check_place(document.place(*steps), lines)
    if isinstance(node, Mapping):
        for key, value in node.items():
            check_place(document.key_place(*steps, key), lines)
            check_places(document, value, (*steps, key), lines)
    elif isinstance(node, Sequence):
        for i, value in enumerate(node):
            check_places(document, value, (*steps, i), lines)


@pytest.mark.parametrize(
    "part",
    [
        *"[]{}-?:,#|>'\"&*!%@ \n\t",
        "- ",
        "? ",
        ": ",
        "a: ",
        "[]",
        "{}",
        "a\n",
        "- a\n",
        "a: b\n",
        "'a' ",
        "#\n",
        "\n ",
        "展",
        "\u0301",
        "[a, ",
        "{a: ",
    ],
)
def test_a_file_full_of_the_same_thing_ends_soon(part: str) -> None:
    text = "a: b\nc: " + part * (MAX_BYTES // len(part.encode()) - 10)
    for attempt in (part + text, f'a: "{text}'):
        began = time.process_time()
        in_order(attempt)
        assert time.process_time() - began < 5
