"""Formulas of indicators: understood, or refused; never run, and no text stops the check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealer_cli.checks.rules.indicators.formula import parse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("visits", ("visits",)),
        ("(orders - returns) / visits", ("orders", "returns", "visits")),
        ("1 - lost / (lost + kept)", ("lost", "kept")),
        ("-2.5 * stock", ("stock",)),
    ],
)
def test_arithmetic_is_understood(text: str, names: tuple[str, ...]) -> None:
    formula = parse(text)
    assert formula is not None
    assert formula.names == names


REFUSED = [
    *("", "a b", "a /", "(a", "a ** b", "a // b", "a % b", "f(a)", "a.b", "a[0]", "a if b else c", "a or b", "lambda: 0", "a, b", "a = b"),
    *("9e9", "0x1f", "1j", "'a'", "台数", "a\x00", "a\nb", "__import__('os')", "(" * 150 + "a" + ")" * 150, "-" * 100_000 + "a"),
]


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_everything_else_is_refused(text: str) -> None:
    assert parse(text) is None


@given(st.one_of(st.text(), st.text(alphabet="ab1.0+-*/() \n", max_size=300)))
def test_no_text_raises(text: str) -> None:
    formula = parse(text)
    if formula is not None:
        assert formula.zero_divisor in (True, False)
        assert formula.times_hundred in (True, False)
        assert formula.shape({})


@pytest.mark.parametrize("text", ["a / 0", "a / (b - b)", "a / (2 - 1 - 1)", "a / (0 * b)", "a / -0", "1 / (a / 0)"])
def test_a_divisor_that_is_always_zero_is_seen(text: str) -> None:
    formula = parse(text)
    assert formula is not None and formula.zero_divisor


@pytest.mark.parametrize("text", ["a / b", "0 / a", "a / (b - c)", "a * 0", "a / (1 - b)"])
def test_a_divisor_that_may_be_zero_is_not(text: str) -> None:
    formula = parse(text)
    assert formula is not None and not formula.zero_divisor


def test_shape_knows_the_meaning_and_forgets_the_order() -> None:
    one, two, three = parse("a + b / c"), parse("x / y + z"), parse("x - y / z")
    assert one is not None and two is not None and three is not None
    assert one.shape({}) == two.shape({"x": "b", "y": "c", "z": "a"})
    assert one.shape({}) != three.shape({"x": "a", "y": "b", "z": "c"})
