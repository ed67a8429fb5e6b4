"""What sheets say and compute: every figure of the catalog in them, everything else for people to fill in, text never a formula."""

from __future__ import annotations

import base64
import csv
import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dealer_cli.chart.rasci import rasci
from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.sheets.data import as_csv, as_json
from dealer_cli.documents.sheets.kinds import KINDS, draw
from dealer_cli.documents.sheets.layout import laid_out
from dealer_cli.documents.sheets.scores import index, result_address
from dealer_cli.documents.sheets.table import Formula, Input, Sheet, both
from dealer_cli.documents.sheets.xlsx import tab_names, workbook
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from tests.documents.reading_back import HOSTILE

STORE = "standard-4s"

LOGO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""One pixel."""
LANGS = ("zh", "en")


@pytest.fixture(scope="module")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return {lang: Voice(Scene(catalog, STORE, lang), Manner()) for lang in LANGS}


def printed(voice: Voice, sheets: list[Sheet], first: Sheet | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets, voice.house, voice.words("layout.page"), first)))


def drawn(voice: Voice, kind: str, *keys: str) -> list[Sheet]:
    seats = voice.scene.chart.seats
    return draw(kind, voice, [seats[key] for key in keys] if keys else list(seats.values()))


def texts(page: Worksheet) -> set[str]:
    return {cell.value for row in page.iter_rows() for cell in row if isinstance(cell.value, str)}


def rows(page: Worksheet, sheet: Sheet, column: str) -> list[Any]:
    """The cells of a column, those of totals and headings left out."""
    grid = laid_out(sheet)
    at = [number for number, row in zip(grid.rows, sheet.rows, strict=True) if row.kind == "row"]
    return [page.cell(number + 1, grid.columns[column] + 1) for number in at]


# Score sheets


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


def test_only_what_is_to_be_filled_in_can_be_changed(voices: dict[str, Voice]) -> None:
    for kind in KINDS:
        sheets = drawn(voices["zh"], kind)[:2]
        book = printed(voices["zh"], sheets)
        for page, sheet in zip(book.worksheets, sheets, strict=True):
            assert page.protection.sheet
            inputs = sum(isinstance(cell, Input) for row in sheet.rows for cell in row.cells)
            open_cells = [cell for row in page.iter_rows() for cell in row if not cell.protection.locked]
            grid = laid_out(sheet)
            table = [cell for cell in open_cells if grid.rows and grid.rows[0] < cell.row <= grid.rows[-1] + 1]
            assert len(table) == inputs
            assert all(cell.value is None for cell in open_cells)


@pytest.mark.parametrize(
    ("kind", "column", "rule"),
    [
        ("handover", "received", ("list", None, '"是,否"', None)),
        ("headcount", "in_post", ("whole", "greaterThanOrEqual", "0", None)),
        ("headcount", "by_when", ("date", None, "36526", "109574")),
        ("approvals", "limit", ("decimal", "greaterThanOrEqual", "0", None)),
    ],
)
def test_cells_take_what_belongs_there(voices: dict[str, Voice], kind: str, column: str, rule: tuple[str | None, ...]) -> None:
    sheet = drawn(voices["zh"], kind)[0]
    page = printed(voices["zh"], [sheet]).worksheets[0]
    at = [one.id for one in sheet.columns].index(column)
    cells = rows(page, sheet, column)
    lines = [row.cells[at] for row in sheet.rows if row.kind == "row"]
    asked = {cell.coordinate for cell, content in zip(cells, lines, strict=True) if isinstance(content, Input)}
    found = [one for one in page.data_validations.dataValidation if (one.type, one.operator, one.formula1, one.formula2) == rule]
    taken = {page.cell(*place).coordinate for one in found for area in one.sqref.ranges for line in area.rows for place in line}
    assert asked
    assert asked <= taken
    assert not ({cell.coordinate for cell in cells} - asked) & taken


def test_a_broken_logo_stops_no_sheet(voices: dict[str, Voice]) -> None:
    voice = voices["zh"]
    for data in (LOGO, LOGO[:40]):
        house = {**voice.house, "logo": f"data:image/png;base64,{base64.b64encode(data).decode()}"}
        file = zipfile.ZipFile(io.BytesIO(workbook(drawn(voice, "kpi", "cashier"), house, "{page}")))
        assert ("xl/media/image1.png" in file.namelist()) == (data == LOGO)


def test_a_result_is_drawn_into_the_index(voices: dict[str, Voice]) -> None:
    voice = voices["zh"]
    seats = [voice.scene.chart.seats[key] for key in ("sales-consultant", "cashier")]
    sheets = draw("kpi", voice, seats)
    book = printed(voice, sheets, index(voice, sheets, seats))
    for sheet, tab, cell in zip(sheets, book.sheetnames[1:], rows(book.worksheets[0], index(voice, sheets, seats), "result"), strict=True):
        assert cell.value == f"='{tab}'!{result_address(sheet)}"
        assert "SUMIF" in book[tab][result_address(sheet)].value


# The sheets of a store


def test_the_matrix_has_the_letters_that_duties_give(catalog: Catalog, voices: dict[str, Voice]) -> None:
    voice = voices["zh"]
    sheet = drawn(voice, "matrix")[0]
    page = printed(voice, [sheet]).worksheets[0]
    shares = rasci(voice.scene)
    names = [cell.value for cell in rows(page, sheet, "function")]
    assert sorted(names) == sorted(voice.text(entry.record.title) for entry in catalog.functions.values())
    by_title = {voice.text(entry.record.title): name for name, entry in catalog.functions.items()}
    for key in voice.scene.chart.seats:
        for name, cell in zip(names, rows(page, sheet, key), strict=True):
            letters = shares[by_title[name]].letters.get(key, "")
            # Who answers, and the strongest of R, S, C, I.
            assert (cell.value or "") == re.sub(r"([RSCI])[RSCI]+", r"\1", letters)
    assert page.page_setup.paperSize == 8
    assert page.page_setup.orientation == "landscape"
    assert page.freeze_panes is not None


def test_headcounts_add_up(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        voice = Voice(Scene(catalog, store, "zh"), Manner())
        sheet = drawn(voice, "headcount")[0]
        heads = [seat.position.headcount for seat in voice.scene.chart.seats.values()]
        printed_heads = [cell.value for cell in rows(printed(voice, [sheet]).worksheets[0], sheet, "headcount")]
        known = sum(count for count in heads if isinstance(count, int))
        assert sorted(map(str, printed_heads)) == sorted(str(count) if isinstance(count, int) else "若干" for count in heads)
        at = [column.id for column in sheet.columns].index("headcount")
        totals = [row.cells[at] for row in sheet.rows if row.kind == "total"]
        *departments, everybody, outside = totals
        assert isinstance(everybody, Formula)
        assert everybody.value == known == sum(one.value for one in departments)  # type: ignore[union-attr, misc]
        assert outside == sum(
            seat.position.headcount
            for seat in voice.scene.chart.seats.values()
            if seat.position.contracted and isinstance(seat.position.headcount, int)
        )


def test_the_calendar_has_every_duty_with_a_period(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for lang, voice in voices.items():
        said = {str(row["task"]) for row in json.loads(as_json("calendar", drawn(voice, "calendar")))["sheets"][0]["rows"]}
        for seat in voice.scene.chart.seats.values():
            for duty in catalog.role(seat.position.role).record.duties:
                periodic = any(frequency.every not in ("event", "unspecified") for frequency in duty.frequency)
                if periodic and holds(duty, voice.scene.store.record):
                    assert voice.text(duty) in said, (lang, duty.id)


def test_a_handover_names_all_that_passes_on(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for voice in voices.values():
        for sheet, seat in zip(drawn(voice, "handover"), voice.scene.chart.seats.values(), strict=True):
            said = {row.cells[1] for row in sheet.rows}
            for role in seat.roles:
                duties = [duty for duty in catalog.role(role).record.duties if holds(duty, voice.scene.store.record)]
                assert {voice.text(duty) for duty in duties} <= said
                assert set(voice.records([name for duty in duties for name in duty.records])) <= said
                assert set(voice.systems([name for duty in duties for name in duty.systems])) <= said
                kept = [entry.record for entry in catalog.records.values() if entry.record.keeper == role]
                assert {voice.text(record.title) for record in kept} <= said
    cashier = next(sheet for sheet in drawn(voices["zh"], "handover") if sheet.id == "cashier")
    assert "现金、票据" in {row.cells[1] for row in cashier.rows}


def test_approvals_come_from_policies_duties_and_authority(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        voice = Voice(Scene(catalog, store, "zh"), Manner())
        said = {str(row.cells[1]) for row in drawn(voice, "approvals")[0].rows if row.kind == "row"}
        policies = [catalog.policy(policy).record for policy in voice.scene.store.record.policies]
        steps = [step for policy in policies for step in policy.steps if step.part == "approves" and step.status == "adopted"]
        assert {voice.text(step) for step in steps} <= said
    said = {str(row.cells[1]) for row in drawn(Voice(Scene(catalog, STORE, "zh"), Manner()), "approvals")[0].rows if row.kind == "row"}
    for seat in Scene(catalog, STORE, "zh").chart.seats.values():
        authority = catalog.role(seat.position.role).record.authority
        assert {one.zh for one in (authority.list if authority else ()) if one.zh and one.zh.startswith(("审批", "批准"))} <= said


def test_an_approval_that_duty_and_authority_both_state_is_listed_once(catalog: Catalog) -> None:
    said = [
        (str(row.cells[2]), str(row.cells[1]))
        for row in drawn(Voice(Scene(catalog, STORE, "zh"), Manner()), "approvals")[0].rows
        if row.kind == "row"
    ]
    for about in ("付款", "二手车收购价格", "展厅成交优惠", "大客户经理权限的整车优惠"):
        who = [post for post, matter in said if about in matter]
        assert len(who) == len(set(who)), (about, who)


def test_certificates_come_from_law_and_roles(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for voice in voices.values():
        sheet = drawn(voice, "certificates")[0]
        page = printed(voice, [sheet]).worksheets[0]
        said = texts(page)
        for seat in voice.scene.chart.seats.values():
            asked = catalog.role(seat.position.role).record.requirements
            assert {voice.text(one) for one in (asked.list if asked else ()) if one.kind == "certificate"} <= said
        conditions = [rule.formula[0] for found in page.conditional_formatting for rule in found.rules]
        assert len(conditions) == 2
        assert all("ISNUMBER" in condition and "TODAY()" in condition for condition in conditions)
        assert {rule.type for rule in page.data_validations.dataValidation} >= {"date"}


# What is true of all


@pytest.mark.parametrize("kind", KINDS)
def test_printed_on_paper_with_number_version_and_page(voices: dict[str, Voice], kind: str) -> None:
    sheet = drawn(voices["zh"], kind)[0]
    page = printed(voices["zh"], [sheet]).worksheets[0]
    foot = page.oddFooter.left.text + page.oddFooter.right.text
    assert sheet.control.number in foot
    assert sheet.control.version in foot
    assert "&P" in foot
    assert "&N" in foot
    assert page.print_title_rows
    assert page.sheet_properties.pageSetUpPr.fitToPage
    # As many pages as it takes; one, left unsaid, where it takes hardly more.
    assert page.page_setup.fitToHeight in (0, None)


@pytest.mark.parametrize("kind", KINDS)
def test_conditions_pass_over_empty_cells(voices: dict[str, Voice], kind: str) -> None:
    for sheet in drawn(voices["zh"], kind)[:1]:
        for column in sheet.columns:
            assert all(highlight.condition.startswith("AND(ISNUMBER(") for highlight in column.highlights)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bytes_every_time(catalog: Catalog, voices: dict[str, Voice], kind: str) -> None:
    keys = ("sales-consultant", "cashier", "general-manager")
    again = Voice(Scene(Catalog(catalog.folder), STORE, "zh"), Manner())
    one, two = (workbook(drawn(voice, kind, *keys), voice.house, "{page}") for voice in (voices["zh"], again))
    assert one == two


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_stand_in_one_cell(voices: dict[str, Voice], kind: str) -> None:
    keys = ("sales-consultant", "cashier")
    pairs = zip(drawn(voices["zh"], kind, *keys), drawn(voices["en"], kind, *keys), strict=True)
    for merged, zh, en in [(both(zh, en), zh, en) for zh, en in pairs]:
        printed(voices["zh"], [merged])
        for column, one, other in zip(merged.columns, zh.columns, en.columns, strict=True):
            assert column.label in (f"{one.label}\n{other.label}", one.label)
        assert [cell.text for row in merged.rows for cell in row.cells if isinstance(cell, Formula)] == [
            cell.text for row in zh.rows for cell in row.cells if isinstance(cell, Formula)
        ]


HOSTILE_CELLS = [
    *HOSTILE,
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "{=1}",
    "_x0041_",
    "=HYPERLINK(1)",
    "\u202eabc",
    " kept ",
    "<r><t>a</t></r>",
    "<r>&</b></r>",
    "长" * 10_000,
    "w" * 10_000,
]


@pytest.mark.parametrize("hostile", HOSTILE_CELLS, ids=range(len(HOSTILE_CELLS)))
def test_text_stays_text(voices: dict[str, Voice], hostile: str) -> None:
    sheet = drawn(voices["zh"], "handover", "cashier")[0]
    first, second, *others = sheet.rows
    first = dataclasses.replace(first, cells=(hostile, None, None, None, None))
    second = dataclasses.replace(second, cells=(1, hostile, hostile, None, None))
    sheet = dataclasses.replace(sheet, title=hostile, tab=hostile, store=hostile, rows=(first, second, *others))
    page = printed(voices["zh"], [sheet]).worksheets[0]
    cells = [page.cell(1, 1), *(rows(page, sheet, name)[0] for name in ("item", "detail"))]
    for cell in cells:
        assert cell.data_type == "s"
        # Excel's own escape, which openpyxl leaves as it is.
        assert str(cell.value).replace("_x005F_", "_") == hostile
    assert len(page.oddHeader.right.text or "") < 255
    listed = list(csv.reader(io.StringIO(as_csv([sheet]).decode("utf-8-sig"))))
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in listed for cell in row)
    assert json.loads(as_json("handover", [sheet]))["sheets"][0]["rows"][0]["item"] == hostile


def test_a_text_that_no_cell_holds_is_refused(voices: dict[str, Voice]) -> None:
    sheet = drawn(voices["zh"], "handover", "cashier")[0]
    with pytest.raises(Unprintable) as caught:
        printed(voices["zh"], [dataclasses.replace(sheet, title="🚗" * 20_000)])
    assert caught.value.hindrance == "long-cell" and caught.value.field.startswith("🚗")


def test_tabs_have_names_that_excel_takes() -> None:
    names = tab_names(["MAP(x)", "A/B:C", "a-b-c", "History", "'", "销" * 40, "销" * 40, "🚗" * 20, ""])
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$|[A-Z]\(", name)
        assert name.casefold() != "history"


def test_the_house_shows_its_colours(dealer: Callable[..., Any], small: Path, tmp_path: Path) -> None:
    settings = small / "catalog.yaml"
    house = 'house:\n  logo: logo.png\n  accent: "#8A1538"\n  header: 1店 & Co A&G\n  footer: 100% &P\n'
    settings.write_text(settings.read_text("utf-8") + house, "utf-8")
    (small / "logo.png").write_bytes(LOGO)
    ran = dealer("sheet", "headcount", "--catalog", small, "-o", tmp_path)
    assert ran.code == 0, ran.err
    file = next(tmp_path.glob("*.xlsx"))
    page = openpyxl.load_workbook(file).worksheets[0]
    assert page.cell(1, 1).font.color.rgb == "FF8A1538"
    assert zipfile.ZipFile(file).read("xl/media/image1.png") == LOGO
    assert page.oddHeader.right.text.endswith("1店 && Co A&&G")
    assert page.oddFooter.center.text.endswith("100% &&P")


# The command


def test_a_workbook_of_all_or_a_file_each(dealer: Callable[..., Any], tmp_path: Path) -> None:
    assert dealer("sheet", "kpi", "销售顾问", "出纳", "-o", tmp_path / "one").code == 0
    assert dealer("sheet", "kpi", "销售顾问", "出纳", "--each", "-f", "xlsx", "-f", "csv", "-o", tmp_path / "each").code == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["标准4S店 绩效考核表.xlsx"]
    assert sorted(path.suffix for path in (tmp_path / "each").iterdir()) == [".csv", ".csv", ".xlsx", ".xlsx"]
    found = openpyxl.load_workbook(tmp_path / "one" / "标准4S店 绩效考核表.xlsx")
    assert found.sheetnames[0] == "汇总"


def test_two_languages_go_to_two_folders(dealer: Callable[..., Any], tmp_path: Path) -> None:
    assert dealer("sheet", "approvals", "--doc-lang", "zh+en", "--doc-lang", "en", "-f", "docx", "-f", "json", "-o", tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en", "zh+en"]


@pytest.mark.parametrize(
    "words",
    [("kpi",), ("matrix", "-f", "docx"), ("kpi", "nobody-at-all"), ("handover", "sales-office-clerk"), ("no-kind",)],
)
def test_what_cannot_be_printed_ends_with_2(dealer: Callable[..., Any], tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = dealer("sheet", *words, "-o", tmp_path / "out")
    assert ran.code == 2
    assert ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "out").exists()
