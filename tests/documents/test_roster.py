"""Rosters: every way in which a house writes one, and every way in which one is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.roster import Person, RosterFault, read_roster
from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran

Dealer = Callable[..., Ran]


@pytest.fixture(scope="module")
def scene(catalog: Catalog) -> Scene:
    return Scene(catalog, "standard-4s", "zh")


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_names_people_by_every_name_of_a_position(scene: Scene, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "people.xlsx",
        [
            ["标准4S店花名册", None, None, None],
            [None, None, None, None],
            ["序号", "岗位", "姓 名", "工号", "联系电话"],
            [1, "销售顾问", "张三", 1001, "13900000000"],
            [2, "sales-consultant", "李四", 1002.0, None],
            [3, "Sales consultant", "王五", None, None],
            [4, "XS-01", "赵 六", None, None],
            [None, None, None, None, None],
            [5, "dealer principal", "堃喆珺玥", "0007", None],
        ],
    )
    found = read_roster(path, scene)
    assert found["sales-consultant"] == [Person("张三", "1001", "13900000000"), Person("李四", "1002"), Person("王五")]
    assert found["general-manager"] == [Person("堃喆珺玥", "0007")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_is_read_in_the_encodings_that_excel_writes(scene: Scene, tmp_path: Path, encoding: str, between: str) -> None:
    path = tmp_path / "people.CSV"
    rows = [["Name", "Post", "Staff no."], ["堃喆珺玥", "总经理", "=1"], ['"A\nB"', "销售顾问", ""]]
    path.write_bytes("\r\n".join(between.join(row) for row in rows).encode(encoding))
    assert read_roster(path, scene) == {"general-manager": [Person("堃喆珺玥", "=1")], "sales-consultant": [Person("A B")]}


def test_a_position_of_its_own_wins_over_one_that_holds_the_role_besides(catalog: Catalog, tmp_path: Path) -> None:
    for store in catalog.store_ids():
        scene = Scene(catalog, store, "zh")
        for role, seats in scene.chart.seats_of_role.items():
            own = [seat.key for seat in seats if seat.position.role == role]
            if len(own) == 1 and len(seats) > 1:
                path = tmp_path / "people.csv"
                path.write_text(f"position,name\n{role},A\n", encoding="utf-8")
                assert list(read_roster(path, scene)) == own


WRONG = [
    ("岗位,姓名\n总经理,\n,王五\n销售顾文,李四\n", [("no-name", 2), ("no-position", 3), ("unknown-position", 4)]),
    ("岗位,工号\n总经理,1\n", [("no-column", 1)]),
    ("a,b\n1,2\n", [("no-column", 1), ("no-column", 1)]),
    ("岗位,姓名,姓名\n总经理,A,B\n", [("two-columns", 1)]),
    ("岗位,姓名\n总经理,A\x07B\n", [("illegal", 2)]),
    ("", [("empty", 0)]),
    ("岗位,姓名,工号\n总经理,A,1\n\ngeneral-manager,A,1\n总经理,A,2\n总经理,A,\n总经理,A,1\n", [("twice", 4), ("twice", 7)]),
]


@pytest.mark.parametrize(("text", "problems"), WRONG)
def test_what_is_wrong_is_named_with_its_row_all_of_it(scene: Scene, tmp_path: Path, text: str, problems: list[tuple[str, int]]) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RosterFault) as caught:
        read_roster(path, scene)
    assert [(problem.cause, problem.row) for problem in caught.value.problems] == problems


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("people.xlsx", b"no zip", "no-workbook"),
        ("people.xlsx", b"PK\x03\x04 cut", "no-workbook"),
        ("people.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 xls", "old-workbook"),
        ("people.csv", b"\xff\xfe\x00\x81\x30\xff", "encoding"),
        ("people.csv", b"a\x00b,c\n", "encoding"),
        ("people.ods", b"x", "no-format"),
        ("people.csv", None, "unreadable"),
    ],
)
def test_what_is_no_roster_is_refused(scene: Scene, tmp_path: Path, name: str, data: bytes | None, cause: str) -> None:
    path = tmp_path / name
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    with pytest.raises(RosterFault) as caught:
        read_roster(path, scene)
    assert [problem.cause for problem in caught.value.problems] == [cause]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_roster_ends_the_run_in_words_before_anything_is_written(dealer: Dealer, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "people.csv"
    for text, _ in WRONG:
        path.write_text(text, encoding="utf-8")
        ran = dealer("jd", "--all", "--layout", "letter", "--roster", path, "-o", tmp_path / "out", lang=lang)
        assert ran.code == 2 and "people.csv" in ran.err.replace("\n  ", "") and "Traceback" not in ran.err
        assert not (tmp_path / "out").exists()
    path.write_text("岗位,姓名\n销售顾文,李四\n", encoding="utf-8")
    assert "sales-consultant" in dealer("jd", "--all", "--roster", path, "-o", tmp_path / "out").err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 xls"])
def test_no_brackets_are_empty(dealer: Dealer, tmp_path: Path, data: bytes, lang: str) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(data)
    ran = dealer("jd", "--all", "--layout", "letter", "--roster", path, "-o", tmp_path / "out", lang=lang)
    assert ran.code == 2 and ".xlsx" in ran.err and "()" not in ran.err and "（）" not in ran.err


def test_a_row_that_stands_twice_is_refused_by_both_rows(dealer: Dealer, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("岗位,姓名,工号\n销售顾问,王堃,1\n总经理,李四,\nsales-consultant,王堃,1\n", encoding="utf-8")
    ran = dealer("jd", "--all", "--layout", "letter", "--roster", path, "-o", tmp_path / "out")
    said = " ".join(ran.err.split())
    assert ran.code == 2 and "row 4" in said and "row 2" in said and not (tmp_path / "out").exists()


@pytest.mark.parametrize(("lang", "told"), [("en", "2 people for 总经理, whose headcount is 1"), ("zh", "总经理有 2 人，编制为 1 人")])
def test_more_people_than_the_headcount_are_printed_and_told(dealer: Dealer, tmp_path: Path, lang: str, told: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text("岗位,姓名\n总经理,A\n总经理,B\n销售顾问,C\n销售顾问,D\n", encoding="utf-8")
    words = ("--layout", "letter", "--roster", path, "-f", "md", "-o", tmp_path / "out")
    ran = dealer("jd", "general-manager", "sales-consultant", *words, lang=lang)
    assert ran.code == 0 and len(list((tmp_path / "out").iterdir())) == 4
    assert "".join(told.split()) in "".join(ran.err.split()) and ran.err.count("dealer: ") == 1
    assert dealer("jd", "sales-consultant", *words).err == "", "nobody asked about the other"


def test_a_workbook_without_its_reader_says_what_to_install(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(RosterFault) as caught:
        read_roster(workbook(tmp_path / "people.xlsx", [["岗位", "姓名"]]), scene)
    assert caught.value.problems[0].cause == "no-calamine"
