"""docs/questions.md shows what every question answers today; --update-golden writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.questions.table import ANSWERS
from tests.conftest import Ran
from tests.questions_page import PAGE, QUESTIONS, page


def test_the_page_is_fresh(dealer: Callable[..., Ran], root: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    monkeypatch.chdir(root)

    def answer(words: list[str]) -> str:
        ran = dealer(*words, "--catalog", "catalog")
        assert ran.code == 0, (words, ran.err)
        return ran.out

    made = page(answer)
    if pytestconfig.getoption("--update-golden"):
        (root / PAGE).write_text(made, encoding="utf-8", newline="\n")
    assert made == (root / PAGE).read_text(encoding="utf-8")


def test_no_question_is_missing() -> None:
    assert {command.split()[0] for _, _, commands in QUESTIONS for command in commands} == set(ANSWERS)
