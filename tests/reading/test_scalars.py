"""Plain scalars are read by YAML 1.2's core schema, and by nothing else."""

import pytest

from dealer_cli.reading.faults import Refused
from dealer_cli.reading.yaml import parse

CASES: list[tuple[str, object]] = [
    # null and booleans, in the three spellings of 1.2 and no others
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("nULL", "nULL"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("Off", "Off"),
    ("y", "y"),
    ("n", "n"),
    # whole numbers
    ("0", 0),
    ("7", 7),
    ("-7", -7),
    ("+7", 7),
    ("007", 7),
    ("012", 12),
    ("0o17", 15),
    ("0x1F", 31),
    ("-0o7", "-0o7"),
    ("0o8", "0o8"),
    ("0b1", "0b1"),
    ("1_000", "1_000"),
    ("1,000", "1,000"),
    ("１２", "１２"),
    ("٣", "٣"),
    ("123456789012345678", 123456789012345678),
    # numbers with a fraction
    ("1.0", 1.0),
    ("1.", 1.0),
    (".5", 0.5),
    ("-.5", -0.5),
    ("1e3", 1000.0),
    ("1.5E-2", 0.015),
    ("1e999", "1e999"),
    ("0.33333333333333331", 1 / 3),
    ("9" * 400 + ".5", "9" * 400 + ".5"),
    (".", "."),
    ("..5", "..5"),
    ("1.2.3", "1.2.3"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    # what YAML 1.1 made of texts
    ("13:30", "13:30"),
    ("190:20:30", "190:20:30"),
    ("2024-13-45", "2024-13-45"),
    ("2026-12-01", "2026-12-01"),
    ("2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z"),
    ("=", "="),
    # texts
    ("展厅经理", "展厅经理"),
    ("nobody", "nobody"),
    ("trueish", "trueish"),
    ("-", None),
    ("V1.0", "V1.0"),
]


@pytest.mark.parametrize(("written", "read"), [case for case in CASES if case[0] != "-"])
def test_plain(written: str, read: object) -> None:
    found = parse(f"a: {written}\n", "a.yaml").data["a"]
    assert (type(found), found) == (type(read), read)


@pytest.mark.parametrize("written", [case[0] for case in CASES if case[0].isascii() and "," not in case[0]])
@pytest.mark.parametrize("mark", ["'", '"'])
def test_quotes_make_a_text_of_anything(written: str, mark: str) -> None:
    assert parse(f"a: {mark}{written}{mark}\n", "a.yaml").data["a"] == written


@pytest.mark.parametrize("written", ["|-\n  12", ">-\n  12", "|-\n  null"])
def test_a_block_is_always_a_text(written: str) -> None:
    assert parse(f"a: {written}\n", "a.yaml").data["a"] in ("12", "null")


def test_keys_are_texts_as_they_stand() -> None:
    data = parse("1: a\n1.0: b\ntrue: c\nnull: d\n'': e\n", "a.yaml").data
    assert list(data) == ["1", "1.0", "true", "null", ""]


@pytest.mark.parametrize("written", ["1" * 19, "-" + "1" * 18, "0x" + "f" * 30, "9" * 6000, "0" * 100_000])
def test_a_number_longer_than_any_is_refused(written: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(f"a: {written[:20_000]}\n", "a.yaml")
    (fault,) = refused.value.faults
    assert (fault.code, fault.place.line, fault.place.column) == ("Y016", 1, 4)
