"""The reader without YAML says what the parser says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_cli.model.catalog import HEAD_KEYS, Catalog
from dealer_cli.reading.plain import plain, read_plain
from dealer_cli.reading.yaml import parse

SCALARS = [
    *("销售总监", "F&I manager", "4S销售内勤", "机/电技工", "客服（服务）", "no", "12", "1e3", "0x1F", "null", "~", "a: b", "a #b", "- x"),
    *("'q'", '"q"', '"q', "a'b", "[", "", "true", "é", "*a", "&a", "x,y", ".5", "？"),
]
LINES = [
    *("id: {}", "title:", "  zh: {}", "  en: {}", "    {}", "title: {{zh: {}, en: {}}}", "aliases: [{}, {}]", "aliases:", "  - {}", "- {}"),
    *("  - name: {}", "    stores: [{}]", "aliases: [{{name: {}, stores: [{}]}}, {}]", "department: {}", "# {}", "", "duties:", "---"),
    *("level: |", "\t{}"),
]

scalar = st.sampled_from(SCALARS)
heads = st.lists(st.tuples(st.sampled_from(LINES), scalar, scalar, scalar), max_size=9).map(
    lambda lines: "".join(line.format(*texts) + "\n" for line, *texts in lines)
)


@given(heads)
def test_it_says_what_the_parser_says(text: str) -> None:
    said = plain(text, HEAD_KEYS)
    if said:
        assert said == parse(text, "head.yaml", HEAD_KEYS).data


@given(heads, st.integers(0, 80))
def test_a_beginning_is_never_taken_for_the_whole(text: str, end: int) -> None:
    lines = text[:end].rpartition("\n")
    said = plain(lines[0] + lines[1], HEAD_KEYS, whole=False)
    if said:
        assert said == parse(text, "head.yaml", HEAD_KEYS).data


def test_nearly_every_shipped_role_is_plain(catalog: Catalog) -> None:
    said = dict(catalog.beginnings("roles", HEAD_KEYS))
    for role, head in said.items():
        path = catalog.role_path(role)
        assert path is not None
        if head is not None:
            assert head == parse(path.read_text(encoding="utf-8"), str(path), HEAD_KEYS).data
    assert sum(head is None for head in said.values()) <= len(said) // 20


@pytest.mark.parametrize("data", [b"\xff\xfei\x00d\x00", b"id: \x80\n", b"id: a\x00b\n", b"[" * 5000, b"id: " + b"[" * 900, b""])
def test_bytes_that_are_no_head_are_left_to_the_parser(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "role.yaml"
    path.write_bytes(data)
    assert not read_plain(path, tmp_path, HEAD_KEYS)


def test_a_link_out_of_the_catalog_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.yaml").write_text("id: secret\nduties: []\n", encoding="utf-8")
    link = tmp_path / "inside" / "role.yaml"
    link.symlink_to(tmp_path / "secret.yaml")
    assert read_plain(link, tmp_path, HEAD_KEYS) == {"id": "secret"}
    assert read_plain(link, tmp_path / "inside", HEAD_KEYS) is None
