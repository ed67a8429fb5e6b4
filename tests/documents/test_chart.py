"""`dealer chart`: what is on the paper, held against the stores' YAML and against the bundled font."""

from __future__ import annotations

import math
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.chart.drawing import Area, Group, Page, Writing
from dealer_cli.documents.chart.measure import balanced, plain, width, wrap
from dealer_cli.documents.chart.mermaid import mermaid
from dealer_cli.documents.chart.organisation import Organisation, organisation
from dealer_cli.documents.chart.pages import pages
from dealer_cli.documents.chart.parts import Wish
from dealer_cli.documents.chart.printing import Chart
from dealer_cli.documents.chart.sheets import PPI
from dealer_cli.documents.printing.fonts import FACES
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran
from tests.documents import pdf_reading

SVG = "{http://www.w3.org/2000/svg}"
SHOWN = [
    (store, paper, langs)
    for store in ("standard-4s", "faw-vw-4s", "retail-4s")
    for paper in ("A4", "A3")
    for langs in ("zh", "en", "zh+en")
]


def drawn(catalog: Catalog, store: str, langs: str = "zh") -> Organisation:
    return organisation([Scene(catalog, store, lang) for lang in langs.split("+")])


def words(page: Page) -> list[str]:
    return [shape.text for shape in page.flat() if isinstance(shape, Writing)]


@pytest.mark.parametrize(("store", "paper", "langs"), SHOWN)
def test_every_position_is_on_paper_in_letters_that_can_be_read(catalog: Catalog, store: str, paper: str, langs: str) -> None:
    """Read back from the SVG: each position's box once as its own, with title, concurrent posts and people."""
    chart = Chart(drawn(catalog, store, langs), paper)
    path = catalog.folder / "stores" / f"{store}.yaml"
    positions = yaml.safe_load(path.read_text(encoding="utf-8"))["positions"]
    boxes = [box.text or "" for svg in chart.svgs() for box in ET.fromstring(svg).findall(f"{SVG}g/{SVG}title")]
    for position in positions:
        for lang in langs.split("+"):
            titles = position.get("title") or {one: catalog.role_head(position["role"]).record.title.say(one) for one in ("zh", "en")}
            mine = [box for box in boxes if titles[lang] in box]
            assert mine, titles
            for held in position.get("also_holds", ()):
                title = catalog.role_head(held if isinstance(held, str) else held["role"]).record.title.say(lang)
                assert any(title in box for box in mine)
            if position.get("headcount", 1) != 1:
                count = {"zh": "若干", "en": "several"}[lang] if position["headcount"] == "unknown" else str(position["headcount"])
                assert any(re.search(rf"(?<!\w){count}(?!\w)", box) for box in mine), (titles, count)
    for page in chart.pages:
        assert page.smallest >= 6.5
        assert page.smallest == pytest.approx(min(shape.size for shape in page.flat() if isinstance(shape, Writing)))
    if store != "retail-4s" and langs != "zh+en":
        assert len(chart.pages) == 1


@pytest.mark.parametrize("langs", ["zh", "en", "zh+en"])
def test_no_label_runs_out_of_its_box_in_the_bundled_font(catalog: Catalog, langs: str) -> None:
    advance = {weight: advances(weight) for weight in (400, 700)}
    for page in pages(drawn(catalog, "standard-4s", langs), "A4", Wish(by_department=langs == "zh+en")):
        for group in (shape for shape in page.shapes if isinstance(shape, Group)):
            box = next(shape for shape in group.shapes if isinstance(shape, Area))
            for label in (shape for shape in group.shapes if isinstance(shape, Writing)):
                size = sum(map(advance[700 if label.bold else 400], label.text)) * label.size
                left = label.x - (size / 2 if label.anchor == "middle" else 0)
                assert left >= box.x and left + size <= box.x + box.width, label.text
                assert box.y <= label.y - 0.7 * label.size and label.y + 0.2 * label.size <= box.y + box.height, label.text


@cache
def advances(weight: int) -> Callable[[str], float]:
    """The advance width of a character in the fonts that we print in, by fontTools."""
    from fontTools.ttLib import TTFont

    from dealer_cli.documents.printing.fonts import font_set

    widths: dict[int, float] = {}
    for path in font_set().files:
        with TTFont(path, lazy=True) as font:
            if font["OS/2"].usWeightClass == weight:
                found, name = font["hmtx"].metrics, font.getBestCmap()
                # The first font that has a character draws it.
                widths = {code: found[glyph][0] / font["head"].unitsPerEm for code, glyph in name.items()} | widths
    assert len(widths) > 20_000

    return lambda character: widths[ord(character)]


def test_widths_are_those_of_the_bold_face() -> None:
    advance = advances(700)
    for character in map(chr, range(32, 127)):
        assert advance(character) <= width(character) <= advance(character) * 1.05, character
    assert width("展厅") == 2


def test_titles_break_evenly_and_long_words_are_cut_with_a_mark() -> None:
    assert balanced("Finance and insurance consultant", 12.0, 4) == ("Finance and", "insurance consultant")
    assert balanced("Administrative specialist", 9.0, 4) == ("Administrative", "specialist")
    cut = wrap("x" * 10_000, 8, 4)
    assert len(cut) == 4 and cut[-1].endswith("…") and all(width(line) <= 8 for line in cut)
    assert plain("a\u202eb\n c") == "a\\u202eb c"


@pytest.mark.parametrize(
    ("title", "room", "lines"),
    [
        ("保险理赔专员", 5.2, ("保险", "理赔专员")),
        ("质量检查员", 4.0, ("质量", "检查员")),
        ("工具/资料管理员", 5.2, ("工具/资料", "管理员")),
        ("大用户销售顾问", 5.2, ("大用户", "销售顾问")),
        ("客户俱乐部经理", 5.2, ("客户", "俱乐部经理")),
        ("客服专员（销售）", 5.2, ("客服专员", "（销售）")),
        ("机/电技工", 3.0, ("机/电", "技工")),
        ("（兼总经理助理）", 6.0, ("（兼总经理", "助理）")),
    ],
)
def test_chinese_titles_break_between_words(title: str, room: float, lines: tuple[str, ...]) -> None:
    assert balanced(title, room, 4) == lines


def test_a_text_fits_in_its_own_width() -> None:
    for title in (
        "标准4S店 组织架构图 / Standard 4S store: organization chart · 综合管理部 / Administration",
        "小型经销商的汽车销售部 / Sales department",
    ):
        for size in (7.5, 9.1, 11.3, 15.0):
            assert wrap(title, width(title) * size / size, 1) == wrap(title, sum(map(width, title)), 1) == [title]


def test_headings_are_made_smaller_before_they_are_cut(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        for page in pages(drawn(catalog, store, "zh+en"), "A4", Wish(by_department=True)):
            heading = next(text for text in words(page) if text.startswith(page.title.split(" / ")[0]))
            assert not heading.endswith("…") and heading.endswith(page.title.split(" · ")[-1])


def test_small_departments_stand_on_the_overview(catalog: Catalog) -> None:
    """Pages of their own are for those that are too much for it."""
    organised = drawn(catalog, "standard-4s", "zh+en")
    found = pages(organised, "A4")
    small, large = organised.departments["finance"], organised.departments["sales"]
    said = {word for page in found[:1] for word in words(page)}
    assert {organised.posts[key].titles[0] for key in small.members} <= said
    assert not {organised.posts[key].titles[0] for key in large.members} <= said
    assert len(found) == 3 and "见第1页" in words(found[1]), "the superior's box says where it belongs"


def test_pages_that_are_cut_off_count_nobody_twice(small: Path, spoil: Callable[[list[object]], Path]) -> None:
    role = roles_of(small)[0]
    posts = [
        {
            "id": f"p{i}",
            "role": role,
            "title": {"zh": f"岗位{i}", "en": f"Post {i}"},
            "reports_to": f"p{(i - 1) // 9}" if i else {"external": "board"},
        }
        for i in range(300)
    ]
    catalog = Catalog(spoil(posts))
    organised = drawn(catalog, catalog.store_ids()[0])
    found = pages(organised)
    counted = [int(match.group(1)) for page in found for text in words(page) if (match := re.match(r"(\d+)岗", text))]
    assert len(found) == len(counted) > 2 and sum(counted) == 300


def test_dotted_lines_are_dark_enough_and_told_apart_by_department(catalog: Catalog) -> None:
    from dealer_cli.documents.chart.colours import _light, colours, dark

    organised = drawn(catalog, "standard-4s")
    found = [dark(colour) for colour in colours(organised.departments, organised.accent).values()]
    assert len(set(found)) == len(found) and all(1.05 / (_light(one) + 0.05) >= 5.9 for one in found)


@pytest.mark.parametrize("accent", ["#8B1A2B", "#0B6E4F", "#44AA99"])
def test_no_department_is_taken_for_that_of_the_accent(accent: str) -> None:
    from dealer_cli.documents.chart.colours import _parts, colours

    first, *others = colours("abcdefgh", accent).values()
    assert first == accent and len({*others}) == 7
    assert all(math.dist(_parts(one), _parts(accent)) > 48 for one in others)


def test_a_roster_says_how_many_there_are_where_the_store_does_not(catalog: Catalog) -> None:
    scene = Scene(catalog, "faw-vw-4s", "zh")
    key = next(key for key, seat in scene.chart.seats.items() if seat.position.headcount == "unknown")
    people = [Person("张三"), Person("李四"), Person("王五")]
    told, untold = (organisation([scene], None, roster).posts[key] for roster in ({key: people}, {}))
    assert (told.count, told.people, told.unknown) == (("3",), 3, False)
    assert (untold.people, untold.unknown) == (1, True)


def test_what_does_not_fit_becomes_an_overview_and_pages_by_department(catalog: Catalog) -> None:
    organised = drawn(catalog, "standard-4s")
    found = pages(organised, "A4", Wish(by_department=True))
    assert len(found) == len(organised.departments)  # general management is on the overview
    assert "总览" in found[0].title
    assert [page.title.split(" · ")[1] for page in found[1:]] == [one.titles[0] for one in list(organised.departments.values())[1:]]
    references = [int(text) for line in words(found[0]) for text in re.findall(r"见第(\d+)页", line)]
    assert sorted(references) == list(range(2, len(found) + 1))
    for page, number in zip(found, range(1, 99), strict=False):
        assert f"第 {number} 页，共 {len(found)} 页" in words(page)
    assert any("虚线：服务经理" in line for page in found for line in words(page)), "the superior is on another page"


def test_dotted_lines_are_dashed_and_as_many_as_the_store_has(catalog: Catalog) -> None:
    svg = ET.fromstring(Chart(drawn(catalog, "standard-4s")).svgs()[0])
    dashed = [line for line in svg.findall(f"{SVG}polyline") if line.get("stroke-dasharray")]
    store = yaml.safe_load((catalog.folder / "stores" / "standard-4s.yaml").read_text(encoding="utf-8"))
    assert len(dashed) == sum(len(position.get("also_reports_to", ())) for position in store["positions"]) + 1  # and the legend's
    assert svg.find(f"{SVG}title") is not None and svg.find(f"{SVG}desc") is not None


def test_people_of_a_roster_stand_in_the_boxes(catalog: Catalog) -> None:
    people = {"sales-director": [Person("堃喆珺", "001")], "sales-consultant": [Person("甲"), Person("乙")]}
    page = pages(organisation([Scene(catalog, "standard-4s", "zh")], None, people))[0]
    assert {"堃喆珺", "甲、乙"} <= set(words(page))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        assert tag not in ("script", "link", "img", "image")


def test_html_is_one_file_with_a_sheet_a_page(catalog: Catalog) -> None:
    chart = Chart(drawn(catalog, "standard-4s"), wish=Wish(by_department=True))
    ((name, data),) = chart.files(["html"])
    found = Tags(data.decode())
    assert found.tags.count("svg") == found.tags.count("section") == len(chart.pages)
    assert len(found.ids) == len(set(found.ids)) and name == "标准4S店 组织架构图.html"
    assert b"default-src 'none'" in data and b"A4 landscape" in data


LINE = re.compile(
    r"""---|title:\ ".*"|flowchart\ TB
    |\s+p\d+(\[|\(\[)"[^"\\\[\]{}<>`]*(<br>[^"\\\[\]{}<>`]*)*"(\]|\]\))
    |\s+subgraph\ d\d+\["[^"<>]*"\]|\s+end
    |\s+p\d+\ (-->|-\.->)\ p\d+
    |\s+classDef\ \w+\ (fill:\#\w{6},)?stroke:\#\w{6}(,color:\#\w{6})?|\s+class\ p\d+(,p\d+)*\ c\d+""",
    re.VERBOSE,
)
"""The few kinds of line that we write, each as Mermaid's grammar of flow charts has it."""


def test_mermaid_has_every_position_and_line(catalog: Catalog) -> None:
    organised = drawn(catalog, "standard-4s")
    text = mermaid(organised, organised.posts)
    assert all(LINE.fullmatch(line) for line in text.splitlines())
    assert len(re.findall(r"^\s+p\d+[\[(]", text, re.M)) == len(organised.posts)
    assert len(re.findall("-->", text)) == len([above for above in organised.above.values() if above])
    assert len(re.findall(r"^\s+subgraph", text, re.M)) == len(re.findall(r"^\s+end$", text, re.M)) == len(organised.departments)


def test_pdf_and_png_hold_the_same_words_and_are_the_same_twice(catalog: Catalog) -> None:
    chart = Chart(drawn(catalog, "standard-4s"))
    (name, pdf), (png_name, png) = chart.files(["pdf", "png"])
    assert [data for _, data in chart.files(["pdf", "png"])] == [pdf, png] and png.startswith(b"\x89PNG")
    text = pdf_reading.said(pdf)
    assert all(pdf_reading.plain(word) in text for word in words(chart.pages[0]))
    assert name.endswith(".pdf") and png_name.endswith(".png")
    ((width, _),) = [page.get_size() for page in pypdfium2.PdfDocument(pdf)]
    assert width == pytest.approx(841.89, abs=0.1)


HOSTILE = [
    "<A&B>",
    "{{ 7*7 }}",
    "]]>",
    "a|b",
    '"quoted"',
    "#include",
    "*bold* _x_ `code`",
    "=cmd|x",
    "end",
    "堃喆珺玥",
    "مرحبا",
    "x" * 3000,
]


@pytest.fixture
def spoil(small: Path) -> Callable[[str], Path]:
    """Write other positions into the small catalog's store."""

    def write(positions: list[object]) -> Path:
        path = next((small / "stores").glob("*.yaml"))
        store = yaml.safe_load(path.read_text(encoding="utf-8"))
        store["positions"] = positions
        for key in ("accountable", "not_seated", "policies"):
            store.pop(key, None)
        path.write_text(yaml.safe_dump(store, allow_unicode=True), encoding="utf-8")
        return small

    return write  # type: ignore[return-value]


def roles_of(folder: Path) -> list[str]:
    return sorted(path.stem for path in (folder / "roles").rglob("*.yaml"))


def test_hostile_titles_are_only_text(small: Path, spoil: Callable[[list[object]], Path]) -> None:
    role = roles_of(small)[0]
    posts = [
        {"id": f"p{i}", "role": role, "title": {"zh": text, "en": text}, "reports_to": "p0" if i else {"external": "board"}}
        for i, text in enumerate(HOSTILE)
    ]
    catalog = Catalog(spoil(posts))
    store = catalog.store_ids()[0]
    chart = Chart(drawn(catalog, store))
    svg = ET.fromstring(chart.svgs()[0])
    said = [title.text or "" for title in svg.findall(f"{SVG}g/{SVG}title")]
    for text in HOSTILE:
        assert any(text in one for one in said), text
    assert {tag.tag.removeprefix(SVG) for tag in svg.iter()} <= {"svg", "title", "desc", "g", "rect", "polyline", "polygon", "text"}
    assert all(LINE.fullmatch(line) for line in mermaid(drawn(catalog, store), drawn(catalog, store).posts).splitlines())
    (_, data), *_ = chart.files(["html"])
    Tags(data.decode())


def test_two_roots_a_ring_and_one_box_give_clear_pictures(small: Path, spoil: Callable[[list[object]], Path]) -> None:
    role = roles_of(small)[0]
    for lines in ({"a": None, "b": None}, {"a": "b", "b": "a", "c": "a"}, {"a": "a"}, {"a": "nowhere"}):
        posts = [
            {"id": key, "role": role, "title": {"zh": f"岗位{key}", "en": key}, **({"reports_to": above} if above else {})}
            for key, above in lines.items()
        ]
        catalog = Catalog(spoil(posts))
        (page,) = pages(drawn(catalog, catalog.store_ids()[0]))
        assert {f"岗位{key}" for key in lines} <= set(words(page))


def test_a_store_of_four_hundred_positions_is_drawn_soon(small: Path, spoil: Callable[[list[object]], Path]) -> None:
    roles = roles_of(small)
    posts = [
        {
            "id": f"p{i}",
            "role": roles[i % len(roles)],
            "title": {"zh": f"第{i}号岗位", "en": f"Post {i}"},
            "reports_to": f"p{(i - 1) // 6}" if i else {"external": "board"},
        }
        for i in range(400)
    ]
    catalog = Catalog(spoil(posts))
    organised = drawn(catalog, catalog.store_ids()[0])
    start = time.process_time()
    found = pages(organised)
    assert time.process_time() - start < 20  # a guard against hangs
    shown = {word for page in found for shape in page.shapes if isinstance(shape, Group) for word in shape.name.split()}
    assert {f"第{i}号岗位" for i in range(400)} <= shown
    assert all(page.smallest >= 6.5 for page in found)


def test_the_command_writes_files_and_says_so(dealer: Callable[..., Ran], tmp_path: Path) -> None:
    ran = dealer("chart", "展厅经理", "-o", tmp_path, "-f", "svg", "-f", "mermaid", "--doc-lang", "zh", "--doc-lang", "zh+en", lang="zh")
    assert ran.code == 0, ran.err
    assert sorted(path.suffix for path in (tmp_path / "zh").iterdir()) == [".mmd", ".svg"]
    root = ET.fromstring(next((tmp_path / "zh+en").glob("*.svg")).read_text(encoding="utf-8"))
    assert "Showroom manager" in (root.findtext(f"{SVG}title") or "")


@pytest.mark.parametrize(
    ("words_", "said"),
    [
        (("chart", "gm-assistant"), "no seat"),
        (("chart", "--department", "nowhere"), "nowhere"),
        (("chart", "cashier", "--by-department"), "only one"),
        (("chart", "--store", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_drawn_is_said(dealer: Callable[..., Ran], tmp_path: Path, words_: tuple[str, ...], said: str) -> None:
    ran = dealer(*words_, "-o", tmp_path)
    assert ran.code == 2 and said in ran.err and "Traceback" not in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["pdf", "png"])
def test_without_what_lays_out_pages_it_says_what_to_install(
    dealer: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "plutoprint", None)
    ran = dealer("chart", "-f", "svg", "-f", form, "-o", tmp_path)
    assert ran.code == 2 and "dealer-cli[pdf]" in ran.err and not list(tmp_path.iterdir())


def test_the_look_of_the_house_is_on_every_page(catalog: Catalog) -> None:
    import base64
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", 2, 1, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" + b"\xff\0\0" * 2)) + chunk(b"IEND", b"")
    uri = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    house = {"accent": "#AA0000", "header": "内部文件", "footer": "某某集团", "logo": uri}
    chart = Chart(organisation([Scene(catalog, "standard-4s", "zh")], house), wish=Wish(by_department=True))
    for svg, page in zip(chart.svgs(), chart.pages, strict=True):
        image = ET.fromstring(svg).find(f"{SVG}image")
        assert image is not None and image.get("href") == uri
        assert any("内部文件" in text for text in words(page)) and "某某集团" in words(page)
        assert "#AA0000" in svg
    ((_, pdf),) = chart.files(["pdf"])
    assert pdf_reading.pictures(pdf) == len(chart.pages)


@pytest.mark.parametrize(("paper", "wish"), [("A4", Wish(by_department=True)), ("A3", Wish())])
def test_sheets_and_pictures_have_the_size_of_their_page_and_all_its_words(catalog: Catalog, paper: str, wish: Wish) -> None:
    chart = Chart(drawn(catalog, "standard-4s"), paper, wish)
    ((_, pdf),) = chart.files(["pdf"])
    assert pdf_reading.sizes(pdf) == [(round(page.width), round(page.height)) for page in chart.pages]
    for page, text in zip(chart.pages, map(pdf_reading.plain, pdf_reading.pages(pdf)), strict=True):
        assert [word for word in words(page) if pdf_reading.plain(word) not in text] == []
    assert pdf_reading.outside(pdf) == []
    assert {("NotoSansCJKsc" in name, embedded) for name, embedded in pdf_reading.fonts(pdf)} == {(True, True)}
    for page, (_, png) in zip(chart.pages, chart.files(["png"]), strict=True):
        size = [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)]
        assert size == [math.ceil(length * PPI[paper] / 72) for length in (page.width, page.height)]


def test_a_given_font_is_used_and_its_gaps_are_refused(dealer_process: Callable[..., Any], tmp_path: Path) -> None:
    given = [FACES / f"NotoSansCJKsc-Regular.{part}.otf" for part in ("common", "rare")]
    asked = ("chart", "--store", "standard-4s", "-f", "pdf", "-o", tmp_path)
    # A process is told its fonts once, so that each of these has one of its own.
    ran = dealer_process(*asked, "--font", given[0])
    assert ran.returncode == 2 and "U+94A3" in ran.stderr.decode() and not list(tmp_path.iterdir())
    ran = dealer_process(*asked, "--font", given[0], "--font", given[1])
    assert ran.returncode == 0, ran.stderr.decode()
    (path,) = tmp_path.iterdir()
    assert "NotoSansCJKsc-Regular" in {name.rpartition("+")[2] for name, _ in pdf_reading.fonts(path.read_bytes())}


@pytest.mark.parametrize("wish", [Wish(), Wish(department="administration"), Wish(department="sales")])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_no_word_in_a_box_breaks(catalog: Catalog, paper: str, wish: Wish) -> None:
    for page in pages(drawn(catalog, "standard-4s", "en"), paper, wish):
        for group in (shape for shape in page.shapes if isinstance(shape, Group)):
            whole = group.name.replace("-", " ").split()
            said = [word for shape in group.shapes if isinstance(shape, Writing) for word in shape.text.replace("-", " ").split()]
            assert all(word in whole or word == "·" for word in said), (group.name, said)


def test_a_name_of_the_roster_stays_on_one_line(catalog: Catalog) -> None:
    people = {
        "sales-consultant": [Person(name, "") for name in ("王小明", "李堃", "欧阳思远", "张三", "赵六", "钱七", "孙丽", "周杰", "吴敏")]
    }
    found = organisation([Scene(catalog, "standard-4s", "zh")], roster=people)
    said = words(pages(found, "A4", Wish())[0])
    assert all(
        any(name in text for text in said) for name in ("王小明", "李堃", "欧阳思远", "张三", "赵六", "钱七", "孙丽", "周杰", "吴敏")
    )


def test_the_file_is_named_without_a_stray_hyphen(catalog: Catalog) -> None:
    assert [name for name, _ in Chart(drawn(catalog, "standard-4s", "en")).files(["svg"])] == ["Standard 4S store organization chart.svg"]
