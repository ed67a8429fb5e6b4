"""Every limit and ban of reading has a code, and points at the place."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dealer_cli.reading import bounds
from dealer_cli.reading.faults import Fault, Refused
from dealer_cli.reading.yaml import read

CASES: list[tuple[str, bytes, tuple[str, str, int, int]]] = [
    # what, bytes, (code, variant, line, column)
    ("too large", b"a: b\n" + b"#" * bounds.MAX_BYTES, ("Y002", "", 1, 1)),
    ("Latin-1", "a: b\nc: caf\u00e9\n".encode("latin-1"), ("Y003", "", 2, 7)),
    ("GBK", "id: a\ntitle: 展厅经理\n".encode("gbk"), ("Y003", "looks", 2, 9)),
    ("GBK behind Chinese in UTF-8", "展厅: ".encode() + "经理".encode("gbk") + b"\n", ("Y003", "looks", 1, 5)),
    ("a byte cut off", "a: 展".encode()[:-1], ("Y003", "looks", 1, 4)),
    ("UTF-16 with its mark", "a: b\n".encode("utf-16"), ("Y003", "named", 1, 1)),
    ("UTF-16, big end first", b"\xfe\xff" + "a: b\n".encode("utf-16-be"), ("Y003", "named", 1, 1)),
    ("UTF-16 without its mark", "a: b\n".encode("utf-16-le"), ("Y004", "", 1, 2)),
    ("NUL", b"a: b\nc: d\x00e\n", ("Y004", "", 2, 5)),
    ("ESC", b"a: \x1b[31m\n", ("Y004", "", 1, 4)),
    ("DEL", b"a: \x7f\n", ("Y004", "", 1, 4)),
    ("C1 control", "a: 展\u0085b\n".encode(), ("Y004", "", 1, 5)),
    ("line separator", "a: 展\u2028b\n".encode(), ("Y004", "", 1, 5)),
    ("a second byte order mark", "a: 展\ufeffb\n".encode(), ("Y004", "", 1, 5)),
    ("not a character", "a: \uffff\n".encode(), ("Y004", "", 1, 4)),
    ("a carriage return alone", b"a: b\rc: d\n", ("Y004", "", 1, 5)),
    ("control written as an escape", b'a: "b\\u0000c"\n', ("Y004", "escaped", 1, 4)),
    ("escape in a key", b'"a\\e": b\n', ("Y004", "escaped", 1, 1)),
    ("unclosed quote", b'a: b\nc: "d\ne: f\n', ("Y005", "quote", 2, 4)),
    ("unclosed at the end of the file", b"a: b\nc: [d,\n\n\n", ("Y005", "", 2, 7)),
    ("tab where a value begins", b"a: b\n\tc: d\n", ("Y005", "tab", 2, 1)),
    ("tab as indentation", b"a:\n\tb: c\n", ("Y005", "tab", 2, 1)),
    ("unclosed bracket", b"a: [b\nc: d\n", ("Y005", "", 2, 2)),
    ("wrong indentation", b"a:\n  b: c\n d: e\n", ("Y005", "", 3, 2)),
    ("colon in a text", b"a: b: c\n", ("Y005", "", 1, 5)),
    ("percent", b"%\n", ("Y005", "", 1, 2)),
    ("brackets", b"[" * 200_000, ("Y006", "", 1, 33)),
    ("braces", b"{a: " * 100, ("Y006", "", 1, 129)),
    ("dashes", b"- " * 30_000, ("Y006", "", 1, 65)),
    ("too many values", b"a: [" + b"1," * bounds.MAX_NODES + b"1]\n", ("Y007", "", 1, 4 + 2 * (bounds.MAX_NODES - 3) + 1)),
    ("long text", b"a: b\nc: " + b"x" * (bounds.MAX_SCALAR + 1), ("Y008", "", 2, 4)),
    ("long key", b"? " + b"x" * (bounds.MAX_SCALAR + 1) + b"\n: b\n", ("Y008", "", 1, 3)),
    ("anchor", b"a: b\nc: &d e\n", ("Y009", "anchor", 2, 4)),
    ("anchored mapping", b"a: &d {e: f}\n", ("Y009", "anchor", 1, 4)),
    ("alias", b"a: *b\n", ("Y009", "alias", 1, 4)),
    ("self-reference", b"a: &a [*a]\n", ("Y009", "anchor", 1, 4)),
    ("merge key", b"a:\n  <<: {b: c}\n", ("Y009", "merge", 2, 3)),
    ("tag", b"a: !!int 3\n", ("Y009", "tag", 1, 4)),
    ("tag on a mapping", b"a: !!python/object:os.system {}\n", ("Y009", "tag", 1, 4)),
    ("two documents", b"a: b\n---\nc: d\n", ("Y010", "", 2, 1)),
    ("a document behind the end", b"a: b\n...\nc: d\n", ("Y005", "", 3, 1)),
    ("duplicate key", b"a: b\nc: d\na: e\n", ("Y011", "", 3, 1)),
    ("duplicate key in quotes", b"{a: b, 'a': c}\n", ("Y011", "", 1, 8)),
    ("empty", b"", ("Y012", "empty", 1, 1)),
    ("only a comment", b"# a\n", ("Y012", "empty", 1, 1)),
    ("only a byte order mark", b"\xef\xbb\xbf", ("Y012", "empty", 1, 1)),
    ("null", b"---\n~\n", ("Y012", "empty", 1, 1)),
    ("only a document start", b"---", ("Y012", "empty", 1, 1)),
    ("list", b"\n- a\n", ("Y012", "list", 2, 1)),
    ("scalar", b"# c\na\n", ("Y012", "scalar", 2, 1)),
    ("list as a key", b"a: b\n? [c]\n: d\n", ("Y014", "", 2, 3)),
    ("template braces", b"a: {{ b }}\n", ("Y014", "", 1, 5)),
    ("number without end", b"a: " + b"9" * 6000, ("Y016", "", 1, 4)),
]


def refusal(path: Path, root: Path | None = None) -> Fault:
    with pytest.raises(Refused) as refused:
        read(path, root)
    (fault,) = refused.value.faults
    assert fault.place.path == str(path)
    return fault


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_refused_at_its_place(tmp_path: Path, data: bytes, expected: tuple[str, str, int, int]) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    fault = refusal(path)
    assert (fault.code, fault.variant, fault.place.line, fault.place.column) == expected


def test_a_duplicate_key_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: b\nid: c\ntitle: d\n")
    fault = refusal(tmp_path / "a.yaml")
    ((other),) = fault.related
    assert (fault.place.line, other.place.line, other.caption) == (3, 1, "first-here")


def _folder(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    return


def _dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _outside(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("")


@pytest.mark.parametrize(
    ("make", "variant"),
    [
        (_nothing, "missing"),
        (_folder, "folder"),
        (_dangling, "link"),
        (_loop, ""),
        (_pipe, "special"),
        (_outside, "outside"),
        (_below_a_file, ""),
    ],
)
def test_no_regular_file(tmp_path: Path, make: Callable[[Path], None], variant: str) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.yaml"
    make(path)
    fault = refusal(path, root=tmp_path if variant == "outside" else None)
    assert (fault.code, fault.variant) == ("Y001", variant)


def test_a_device_is_not_read(tmp_path: Path) -> None:
    _device(tmp_path / "a.yaml")
    assert refusal(tmp_path / "a.yaml").variant == "special"


def test_a_link_inside_the_catalog_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: b\n")
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    assert read(tmp_path / "a.yaml", tmp_path).data == {"a": "b"}


def test_a_name_that_no_system_knows() -> None:
    for name in ("a\x00b.yaml", "x" * 5000):
        with pytest.raises(Refused):
            read(Path(name))


def test_without_libyaml_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert refusal(tmp_path / "a.yaml").code == "Y015"


def test_every_code_of_reading_is_shown_here(root: Path) -> None:
    raised = set()
    for module in (root / "dealer_cli" / "reading").glob("*.py"):
        raised |= set(re.findall(r'"(Y\d{3})"', module.read_text(encoding="utf-8")))
    assert raised == {case[2][0] for case in CASES} | {"Y001", "Y015"}
