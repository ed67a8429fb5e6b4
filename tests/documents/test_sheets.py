"""What is true of all sheets: set up for paper, protected but for what people fill in, text never a formula."""

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

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.sheets.data import as_csv, as_json
from dealer_cli.documents.sheets.kinds import KINDS
from dealer_cli.documents.sheets.layout import BOX, Grid, laid_out, lines
from dealer_cli.documents.sheets.paper import Pages, fitted, paged
from dealer_cli.documents.sheets.table import Formula, Input, Sheet, both
from dealer_cli.documents.sheets.xlsx import tab_names, workbook
from dealer_cli.model.catalog import Catalog
from tests.documents.reading_back import HOSTILE
from tests.documents.sheet_reading import STORE, drawn, printed, rows, voices_of

LOGO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""One pixel."""


@pytest.fixture(scope="module")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return voices_of(catalog)


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
    # A few pages, one of them left unsaid, or as many as it takes.
    assert page.page_setup.fitToHeight in ((0,) if kind == "calendar" else (None, 0, 1, 2, 3, 4))


def on_paper(sheet: Sheet) -> tuple[Grid, Pages]:
    """A sheet as it is printed."""
    sheet = fitted(sheet)
    grid = laid_out(sheet)
    return grid, paged(sheet, grid)


@pytest.mark.parametrize("store", ["sales-department", STORE])
@pytest.mark.parametrize("kind", KINDS)
def test_everybody_has_room_to_sign(catalog: Catalog, kind: str, store: str) -> None:
    voice = voices_of(catalog, store)["zh"]
    keys = list(voice.scene.chart.seats)
    for some in ([], keys[:1], keys[:3]):
        for sheet in drawn(voice, kind, *some)[:3]:
            grid, _ = on_paper(sheet)
            assert len(grid.boxes) == len(sheet.signatures)
            assert all(sum(grid.widths[first : last + 1]) >= BOX for first, last in grid.boxes)
            page = printed(voice, [sheet]).worksheets[0]
            for first, _ in grid.boxes:
                assert page.cell(grid.signatures[0] + 1, first + 1).value in sheet.signatures
                assert not page.cell(grid.signatures[1] + 1, first + 1).protection.locked


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_ends_with_a_heading_and_none_has_signatures_alone(catalog: Catalog, kind: str) -> None:
    zh, en = (Voice(Scene(catalog, STORE, lang), Manner()) for lang in ("zh", "en"))
    for sheet in [both(*pair) for pair in zip(drawn(zh, kind), drawn(en, kind), strict=True)][:12]:
        grid, pages = on_paper(sheet)
        kinds = dict(zip(grid.rows, grid.kinds, strict=True))
        assert all(kinds.get(start) in ("row", "group") and kinds.get(start - 1) != "group" for start in pages.starts)
        page = printed(zh, [sheet]).worksheets[0]
        assert [one.id for one in page.row_breaks.brk] == list(pages.starts)
        if len(pages.starts):
            # A sheet of one person says on every page whose it is.
            assert (pages.repeated == grid.facts[0]) == bool(sheet.keys)


def test_a_short_score_sheet_has_one_page(catalog: Catalog) -> None:
    zh, en = (Voice(Scene(catalog, STORE, lang), Manner()) for lang in ("zh", "en"))
    sheets = [both(drawn(zh, "kpi", "parts-manager")[0], drawn(en, "kpi", "parts-manager")[0]), *drawn(en, "kpi")]
    for sheet in sheets:
        assert on_paper(sheet)[1].fit == 1, sheet.title


def test_a_number_of_a_document_is_not_broken(catalog: Catalog) -> None:
    voice = voices_of(catalog)["zh"]
    keys = [seat.key for seat in voice.scene.chart.seats.values() if voice.scene.department(seat) == "finance"]
    small = voices_of(catalog, "sales-department")["zh"]
    for sheet in (
        *drawn(small, "calendar"),
        *drawn(voice, "calendar", *keys[:2]),
        *drawn(voice, "certificates"),
        *drawn(voice, "matrix", *keys),
    ):
        grid = laid_out(sheet)
        widths = [sum(grid.widths[first : last + 1]) for first, last in grid.spans]
        for i, fact in enumerate(sheet.facts):
            assert lines(fact.label, widths[2 * (i % grid.pairs)]) == lines(str(fact.value), widths[2 * (i % grid.pairs) + 1]) == 1


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


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("manufacturer", 12, 1),
        ("The manufacturer's survey report", 14, 3),
        ("每日08:00、13:30、17:00", 20, 2),
        ("销售满意度", 10, 1),
        ("销售满意度", 8, 2),
        ("w" * 30, 10, 3),
        ("one\ntwo", 10, 2),
    ],
)
def test_lines_break_between_words(text: str, width: float, count: int) -> None:
    assert lines(text, width) == count


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_table_is_broken(voices: dict[str, Voice], kind: str) -> None:
    for sheet in drawn(voices["en"], kind)[:5]:
        grid = laid_out(sheet)
        for row in sheet.rows:
            words = ((i, cell.split()) for i, cell in enumerate(row.cells) if isinstance(cell, str) and row.kind == "row")
            assert all(len(word) < grid.widths[i] for i, cell in words for word in cell if len(word) <= 20), row


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
