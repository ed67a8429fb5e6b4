"""Foreign text on a terminal shows what it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_cli.writing.safe import LONGEST, quote, show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("展厅经理 (showroom) 😀 é “”", "展厅经理 (showroom) 😀 é “”"),
        ("a\x1b[31m", "a\\x1b[31m"),
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("a: b", "a: b"),
    ],
)
def test_show(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_moves_the_cursor(text: str) -> None:
    shown = show(text)
    assert all(unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert all(unicodedata.bidirectional(c) not in ("RLE", "LRE", "PDF", "RLO", "LRO", "RLI", "LRI", "FSI", "PDI") for c in shown)
    assert "::" not in shown
    assert show(shown) == shown


def test_a_long_value_is_cut_visibly() -> None:
    assert quote("x" * LONGEST) == "x" * LONGEST
    assert quote("x" * 500) == "x" * (LONGEST - 1) + "…"
    assert len(quote("\x1b" * 500)) == LONGEST
