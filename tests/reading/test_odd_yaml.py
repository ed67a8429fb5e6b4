"""Odd but legal YAML, and what is made of it; the spec's corners that people meet."""

import pytest

from dealer_cli.reading.yaml import parse

CASES: list[tuple[str, str, object]] = [
    ("flow over lines", "a: [b,\n  c,\n]\n", {"a": ["b", "c"]}),
    ("trailing comma", "a: {b: c,}\n", {"a": {"b": "c"}}),
    ("single pair in a list", "a: [b: c]\n", {"a": [{"b": "c"}]}),
    ("list at the key's own column", "a:\n- b\n- c\n", {"a": ["b", "c"]}),
    ("list of lists", "a:\n- - b\n  - c\n", {"a": [["b", "c"]]}),
    ("compact mapping in a list", "a:\n- b: c\n  d: e\n", {"a": [{"b": "c", "d": "e"}]}),
    ("explicit key", "? a\n: b\n", {"a": "b"}),
    ("key without value", "a:\nb: c\n", {"a": None, "b": "c"}),
    ("empty list and mapping", "a: []\nb: {}\n", {"a": [], "b": {}}),
    ("literal", "a: |\n  b\n   c\n\n  d\n", {"a": "b\n c\n\nd\n"}),
    ("literal, stripped", "a: |-\n  b\n\n", {"a": "b"}),
    ("literal, kept", "a: |+\n  b\n\nc: d\n", {"a": "b\n\n", "c": "d"}),
    ("literal with its indentation", "a: |2\n   b\n", {"a": " b\n"}),
    ("literal holds what looks like a comment", "a: |\n  b # c\n", {"a": "b # c\n"}),
    ("folded", "a: >\n  b\n  c\n\n  d\n", {"a": "b c\nd\n"}),
    ("plain over lines", "a: b\n  c\n\n  d\n", {"a": "b c\nd"}),
    ("Chinese over lines", "a: 展厅\n  经理\n", {"a": "展厅 经理"}),
    ("double quotes over lines", 'a: "b\n  c\\\n  d"\n', {"a": "b cd"}),
    ("single quotes, doubled", "a: 'b''c'\n", {"a": "b'c"}),
    ("escapes", 'a: "\\u5c55\\U0001f600\\t\\n\\/"\n', {"a": "展😀\t\n/"}),
    ("hash without a blank", "a: b#c\n", {"a": "b#c"}),
    ("comment between", "a: b\n# c\n  # d\ne: f\n", {"a": "b", "e": "f"}),
    ("colon without a blank", "a: b:c\n", {"a": "b:c"}),
    ("a URL", "a: http://b/c?d=e#f\n", {"a": "http://b/c?d=e#f"}),
    ("full-width colon", "a：b: c\n", {"a：b": "c"}),
    ("dash inside", "a: -b\n", {"a": "-b"}),
    ("question mark inside", "a: ?b\n", {"a": "?b"}),
    ("key with blanks", "a b: c\n", {"a b": "c"}),
    ("document marks", "---\na: b\n...\n", {"a": "b"}),
    ("version directive", "%YAML 1.2\n---\na: b\n", {"a": "b"}),
    ("byte order mark was taken off", "a: b\n", {"a": "b"}),
    ("CRLF in a block", "a: |\r\n  b\r\n  c\r\n", {"a": "b\nc\n"}),
    ("tab behind a value", "a: b\t\n", {"a": "b"}),
    ("tab in a text", "a: b\tc\n", {"a": "b\tc"}),
    ("no-break space is no indentation", "a: \u00a0b\n", {"a": "\u00a0b"}),
    ("ideographic space is a character", "a:\u3000b: c\n", {"a:\u3000b": "c"}),
    ("emoji key", "😀: b\n", {"😀": "b"}),
    ("two dollars", "a: $oem and ${x} and {{ y }}\n", {"a": "$oem and ${x} and {{ y }}"}),
    ("quoted merge key is a key", '"<<": b\n', {"<<": "b"}),
    ("JSON", '{"a": [1, 2.5, true, null, "b\\u0020c"]}\n', {"a": [1, 2.5, True, None, "b c"]}),
]


@pytest.mark.parametrize(("text", "data"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_odd(text: str, data: object) -> None:
    assert parse(text, "a.yaml").data == data
