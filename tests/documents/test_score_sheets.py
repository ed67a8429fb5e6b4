"""Score sheets: every indicator on them, scores by the rule that is printed, results in the index."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.kinds import draw
from dealer_cli.documents.sheets.scores import index, result_address
from dealer_cli.model.catalog import Catalog
from tests.documents.sheet_reading import LANGS, drawn, printed, rows, texts, voices_of


@pytest.fixture(scope="module")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return voices_of(catalog)


@pytest.mark.parametrize("lang", LANGS)
def test_every_position_is_scored_by_all_its_indicators(catalog: Catalog, voices: dict[str, Voice], lang: str) -> None:
    voice = voices[lang]
    seats = list(voice.scene.chart.seats.values())
    sheets = drawn(voice, "kpi")
    book = printed(voice, sheets, index(voice, sheets, seats))
    assert len(book.worksheets) == len(seats) + 1
    for page, sheet, seat in zip(book.worksheets[1:], sheets, seats, strict=True):
        measured = catalog.role(seat.position.role).record.kpis
        uses = measured.list if measured else ()
        said = texts(page)
        assert {voice.scene.full_title(seat.key), voice.numbers[seat.key]} <= said
        weights = [cell.value for cell in rows(page, sheet, "weight")]
        assert weights == [use.weight for use in uses]
        assert not uses or sum(weights) == 100
        for use, name, least, most in zip(
            uses, rows(page, sheet, "indicator"), rows(page, sheet, "least"), rows(page, sheet, "most"), strict=True
        ):
            indicator = catalog.kpis[use.kpi].record
            bounds = use.target or indicator.target
            assert name.value.rstrip("*") == voice.text(indicator.title)
            assert {voice.text(indicator.definition), voice.text(indicator.data_source)} - {""} <= said
            for cell, bound in ((least, bounds.min if bounds else None), (most, bounds.max if bounds else None)):
                assert bound is None or cell.value == bound
                assert not isinstance(cell.value, (int, float)) or cell.protection.locked
        for quantity in (quantity for use in uses for quantity in catalog.kpis[use.kpi].record.inputs):
            assert any(voice.text(quantity) in text for text in said)


def evaluate(formula: str, cells: dict[str, float | None]) -> float | str:
    """A scoring formula, computed by other means than those that made it."""
    text = formula.removeprefix("=").replace("$", "")
    text = re.sub(r"IF\(COUNT\(([^)]*)\)<\d,\"\",", lambda m: f"UNLESS([{m[1]}],", text)
    for name, value in sorted(cells.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(name, repr(value))
    spoken = {
        "IF": lambda test, yes, no: yes() if test else no(),
        "UNLESS": lambda given, rest: "" if None in given else rest(),
        "MAX": max,
        "ROUND": lambda value, digits: round(value + 1e-9, digits),
    }
    return eval(lazily(text), {"__builtins__": {}, **spoken})  # type: ignore[no-any-return]


def lazily(text: str) -> str:
    """Branches as lambdas, so that the one not taken divides nothing by zero."""
    out, depth, stack = "", 0, []
    i = 0
    while i < len(text):
        for name in ("IF(", "UNLESS("):
            if text.startswith(name, i) and (i == 0 or not text[i - 1].isalpha()):
                stack.append(depth + 1)
                break
        if text[i] in "([":
            depth += 1
        if text[i] in ")]":
            if stack and stack[-1] == depth:
                stack.pop()
            depth -= 1
        out += text[i]
        if text[i] == "," and stack and stack[-1] == depth:
            out += " lambda: "
        i += 1
    return out


@pytest.mark.parametrize(
    ("bounds", "unit", "scores"),
    [
        ({"min": 0.8}, "percent", {0.8: 100, 0.9: 100, 0.4: 50, 0.0: 0, -1: 0, None: ""}),
        ({"min": 0}, "yuan", {5: 100, 0: 100, -3: 0}),
        ({"max": 4}, "days", {4: 100, 0: 100, 5: 75, 8: 0, 20: 0}),
        ({"max": 0}, "count", {0: 100, 1: 90, 10: 0, 12: 0}),
        ({"max": 0}, "percent", {0: 100, 0.01: 90, 0.5: 0}),
        ({"min": 0.8, "max": 1.2}, "ratio", {1: 100, 0.4: 50, 1.8: 50, 3: 0, None: ""}),
    ],
)
def test_scores_follow_the_rule_that_is_printed(voices: dict[str, Voice], bounds: dict[str, float], unit: str, scores: Any) -> None:
    from dealer_cli.documents.sheets.scores import _FORMULAS, _targets
    from dealer_cli.model.role import RoleIndicator
    from dealer_cli.model.vocabulary import Indicator
    from dealer_cli.model.words import Bounds, Text

    kpi = Indicator(id="x", title=Text(), unit=unit, direction="range", frequency="month", target=Bounds(**bounds))  # type: ignore[arg-type]
    form, _, _ = _targets(RoleIndicator(kpi="x", weight=100), kpi)
    text = _FORMULAS[form].replace("STEP", "1000" if unit == "percent" else "10")
    text = text.replace("{actual}", "L1").replace("{least}", "I1").replace("{most}", "J1")
    for actual, score in scores.items():
        assert evaluate(text, {"L1": actual, "I1": bounds.get("min"), "J1": bounds.get("max")}) == score, actual


def test_a_result_is_drawn_into_the_index(voices: dict[str, Voice]) -> None:
    voice = voices["zh"]
    seats = [voice.scene.chart.seats[key] for key in ("sales-consultant", "cashier")]
    sheets = draw("kpi", voice, seats)
    book = printed(voice, sheets, index(voice, sheets, seats))
    for sheet, tab, cell in zip(sheets, book.sheetnames[1:], rows(book.worksheets[0], index(voice, sheets, seats), "result"), strict=True):
        assert cell.value == f"='{tab}'!{result_address(sheet)}"
        assert "SUMIF" in book[tab][result_address(sheet)].value


def test_a_target_of_nothing_has_a_rule_of_its_own(voices: dict[str, Voice]) -> None:
    sheet = drawn(voices["zh"], "kpi", "sales-director")[0]
    page = printed(voices["zh"], [sheet]).worksheets[0]
    rules = {cell.value for least, cell in zip(rows(page, sheet, "least"), rows(page, sheet, "rule"), strict=True) if least.value == 0}
    assert rules and not any("÷" in rule for rule in rules)


def test_what_is_typed_is_shown_as_it_was(voices: dict[str, Voice]) -> None:
    sheet = drawn(voices["zh"], "kpi", "sales-consultant")[0]
    page = printed(voices["zh"], [sheet]).worksheets[0]
    for unit, cell in zip(rows(page, sheet, "unit"), rows(page, sheet, "actual"), strict=True):
        # `#.##` would show 2 as `2.`.
        assert cell.number_format == ("0.0%" if unit.value == "%" else "General")
    ratios = [one for one in page.data_validations.dataValidation if (one.formula1, one.formula2) == ("-10", "10")]
    percentages = [cell for unit, cell in zip(rows(page, sheet, "unit"), rows(page, sheet, "actual"), strict=True) if unit.value == "%"]
    assert all(any(cell.coordinate in one.sqref for one in ratios) for cell in percentages)
