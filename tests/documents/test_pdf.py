"""PDF: says all that the catalog's YAML says, holds its fonts, is the same twice; what cannot be printed right is refused."""

from __future__ import annotations

import base64
import json
import os
import re
import struct
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing import office, paged
from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.fonts import FACES, font_set
from dealer_cli.documents.printing.formats import PIECES, Pdf, renderer
from dealer_cli.documents.printing.glyphs import NoFont, face_of, needs_glyph
from dealer_cli.documents.printing.pdf import PdfTemplate, load, prepare
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import Ran
from tests.documents.pdf_reading import fonts, metadata, outside, pages, pictures, plain, said, sizes
from tests.documents.reading_back import HOSTILE

Dealer = Callable[..., Ran]

STORE = "standard-4s"


@pytest.fixture(scope="module")
def render() -> PdfTemplate:
    found = renderer("jd", "pdf", [])
    assert isinstance(found, PdfTemplate)
    return found


@pytest.fixture(scope="module")
def voice(catalog: Catalog) -> Voice:
    return Voice(Scene(catalog, STORE, "zh"), Manner())


@pytest.fixture
def drawn(voice: Voice) -> Any:
    """A picture that a test may change."""
    return json.loads(json.dumps(picture(voice, voice.scene.chart.seats["showroom-manager"])))


# Everything is said, by the YAML itself


@pytest.fixture(scope="module")
def store_file(shipped_folder: Path) -> Any:
    return read(shipped_folder / "stores" / f"{STORE}.yaml")


def read(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CBaseLoader)


def stated(role: Any, held: bool, values: dict[str, Any], kpis: dict[str, Any], lang: str) -> Iterator[str]:
    """What a document has to say of a role's file."""

    def value(found: re.Match[str]) -> str:
        one = values[found[1]]
        return one if isinstance(one, str) else one[lang]  # type: ignore[no-any-return]

    def text(element: Any) -> str:
        return re.sub(r"\$([a-z-]+)", value, element[lang])

    parts = [role["duties"], role["requirements"]["list"]]
    if not held:
        parts += [role.get(part, {}).get("list", []) for part in ("authority", "relations", "conditions")]
    for part in parts:
        yield from (text(one) for one in part if STORE in one.get("stores", [STORE]))
    for use in () if held else role["kpis"]["list"]:
        yield text(kpis[use["kpi"]]["title"])
        yield f"{use['weight']}%"
    if "purpose" in role and not held:
        yield text(role["purpose"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_position_says_all_that_its_files_say(
    catalog: Catalog, render: PdfTemplate, shipped_folder: Path, store_file: Any, lang: str
) -> None:
    roles = {path.stem: path for path in (shipped_folder / "roles").glob("*/*.yaml")}
    kpis = {entry["id"]: entry for entry in read(shipped_folder / "kpis.yaml")["kpis"]}
    voice = Voice(Scene(catalog, STORE, lang), Manner())
    seats = voice.scene.chart.seats
    documents = [render(picture(voice, seats[key])) for key in seats]
    keys = [position.get("id", position["role"]) for position in store_file["positions"]]
    assert len(keys) > 50 and set(keys) == set(seats)
    for key, position in zip(keys, store_file["positions"], strict=True):
        document = documents[list(seats).index(key)]
        printed = [plain(page) for page in pages(document)]
        found = "".join(printed)
        names = [position["role"], *(held if isinstance(held, str) else held["role"] for held in position.get("also_holds", []))]
        for name in names:
            role = read(roles[name])
            wanted = [role["title"][lang] if name != names[0] else position.get("title", role["title"])[lang]]
            wanted += stated(role, name != names[0], store_file["values"], kpis, lang)
            assert [text for text in wanted if plain(text) not in found] == [], key
        number = voice.numbers[key]
        assert number in found and plain(metadata(document)["Title"]).startswith(f"GW-{number}")
        assert all(f"GW-{number}" in page and "V1.0" in page and "2026-12-01" in page for page in printed)


def test_every_layout_prints_what_its_picture_says(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    for layout in ("letter", "safety", "appointment"):
        found = picture(voice, voice.scene.chart.seats["showroom-manager"], Occasion(layout))  # type: ignore[arg-type]
        text = said(renderer(layout, "pdf", [])(found))
        labels: Any = found["labels"]
        wanted = [labels["title"], found["opening"], found["closing"], *(one["text"] for one in found["authority"] if layout != "safety")]  # type: ignore[union-attr, index]
        wanted += [promise for side in found["commitments"] for promise in side["list"] if layout != "appointment"]  # type: ignore[union-attr, index]
        assert [one for one in wanted if plain(one) not in text] == [], layout  # type: ignore[arg-type]


# The file


def test_fonts_are_in_the_file_and_pages_are_numbered(render: PdfTemplate, drawn: Any) -> None:
    # The task sheet says the duties again.
    drawn["duties"], drawn["tasks"] = drawn["duties"] * 3, []
    data = render(drawn)
    assert {("NotoSansCJKsc" in name, embedded) for name, embedded in fonts(data)} == {(True, True)}
    found = [plain(page) for page in pages(data)]
    assert len(found) > 1
    assert all(f"第{number}页，共{len(found)}页" in page for number, page in enumerate(found, 1))
    # A table that goes on has its heads again.
    heads = plain(drawn["labels"]["no"] + drawn["labels"]["duty"] + drawn["labels"]["part"] + drawn["labels"]["frequency"])
    rows = [page for page in found if any(plain(duty["text"]) in page for duty in drawn["duties"])]
    assert all(heads in page for page in rows)


def test_places_to_sign_are_on_one_page(render: PdfTemplate, drawn: Any) -> None:
    titles = [drawn["labels"]["control"], drawn["labels"]["signatures"], *(one["who"] for one in drawn["signatures"])]
    assert any(all(plain(title) in plain(page) for title in titles) for page in pages(render(drawn)))


@pytest.mark.parametrize("size", [500, 20_000])
def test_one_long_text_tears_no_other_row_and_no_places_to_sign(render: PdfTemplate, drawn: Any, size: int) -> None:
    drawn["duties"][0]["text"] = "堃" * size
    drawn["duties"] = drawn["duties"] * (3 if size == 500 else 1)
    found = [plain(page) for page in pages(render(drawn))]
    titles = [drawn["labels"]["control"], drawn["labels"]["signatures"], *(one["who"] for one in drawn["signatures"])]
    assert all(plain(title) in found[-1] for title in titles)
    torn = [page for page in found if "堃" in page]
    assert len(torn) > 3 if size > 500 else all(page.count("堃") % 500 == 0 for page in torn)
    assert all(any(plain(duty["text"]) in page for page in found) for duty in drawn["duties"][1:20])


@pytest.mark.parametrize("before", range(0, 40, 3))
def test_a_table_of_indicators_is_divided_between_rows_only_and_stays_with_its_heads(render: PdfTemplate, drawn: Any, before: int) -> None:
    drawn["duties"], drawn["tasks"], drawn["statutory"] = drawn["duties"][:1] * before, [], []
    found = [plain(page) for page in pages(render(drawn))]
    labels = drawn["labels"]
    heads = plain(labels["indicator"] + labels["formula"] + labels["target"] + labels["weight"])
    with_rows = []
    for one in drawn["indicators"]:
        row = [plain(text) for text in (one["name"], one["formula"] or one["definition"], one["data_source"])]
        assert any(all(text in page for text in row) for page in found), one["name"]
        with_rows += [page for page in found if row[0] in page]
    assert all(heads in page for page in with_rows)
    # The title is neither alone below nor above all rows.
    assert plain(labels["indicators"]) + heads in with_rows[0]


@pytest.mark.parametrize("width", range(60, 76, 2))
def test_the_mark_begins_no_line(render: PdfTemplate, drawn: Any, width: int) -> None:
    for end in ("字", "。", "（SSI）", "（字）"):
        drawn["purpose"] = {"text": "字" * (width - len(end)) + end, "mark": "*"}
        lines = [line.strip() for page in pages(render(drawn)) for line in page.splitlines()]
        assert not [line for line in lines if line.startswith(("*", "）", "。")) and "* 为" not in line], end


def test_the_same_bytes_twice_alone_and_after_others(render: PdfTemplate, drawn: Any) -> None:
    other = {**drawn, "purpose": {"text": "x", "mark": ""}}
    first = render(drawn)
    assert renderer("jd", "pdf", [])(drawn) == first
    render(other)
    assert render(drawn) == first
    assert metadata(first)["CreationDate"].removeprefix("D:").startswith("1970") and not metadata(first)["ModDate"]


def test_the_look_of_the_house_is_printed(render: PdfTemplate, drawn: Any) -> None:
    row = b"\0" + b"\xff\0\0" * 4
    chunks = [(b"IHDR", struct.pack(">2I5B", 4, 2, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(row * 2)), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    logo = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    drawn["house"] |= {"logo": logo, "header": "首页文字", "footer": "页脚文字", "accent": "#8A1538"}
    found = render(drawn)
    assert all("首页文字" in plain(page) and "页脚文字" in plain(page) for page in pages(found))
    assert pictures(found) == len(pages(found)) and pictures(render({**drawn, "house": {**drawn["house"], "logo": ""}})) == 0


# Texts are data


@pytest.mark.parametrize(
    "text",
    [text for text in HOSTILE if "🚗" not in text]
    + [
        "</td></tr></table></main><style>*{display:none}</style>",
        '<img src="file:///etc/passwd"><link rel=stylesheet href="http://127.0.0.1/x.css">',
        '<nav><a href="#x">1</a></nav><figure class="sheet" id="x">',
        '"; } * { display: none } @page { size: 1px } p::after { content: "',
        "&nbsp;&shy;&zwnj;&#0;&#x110000; <br> <!-- x -->",
        "堃喆珺玥 ①㎡℃≥→✓",
        "\\u{41} \\41  ~ -- --- … —",
    ],
)
def test_a_hostile_text_is_printed_as_it_is(render: PdfTemplate, drawn: Any, text: str) -> None:
    drawn["duties"][0]["text"] = text
    drawn["purpose"]["text"] = text
    drawn["post"]["title"] = text
    assert said(render(drawn)).count(plain(text)) >= 3


@pytest.mark.parametrize("text", ["x" * 10_000, "字" * 10_000, "a/" * 5_000])
def test_a_long_word_stays_on_the_page_whole(render: PdfTemplate, drawn: Any, text: str) -> None:
    drawn["duties"][0]["text"] = text
    found = render(drawn)
    assert outside(found) == []
    assert sum(page.count(text[0]) for page in pages(found)) >= 10_000 / len(set(text))


def test_a_row_higher_than_a_page_is_printed_whole(render: PdfTemplate, drawn: Any) -> None:
    words = [f"w{number:05}x" for number in range(3000)]
    drawn["duties"][0]["text"] = " ".join(words)
    found = render(drawn)
    assert [number for page in pages(found) for number in re.findall(r"w\d{5}x", plain(page))] == words
    assert outside(found) == []


def test_more_pages_than_anybody_reads_are_refused_with_the_name_of_the_document(
    render: PdfTemplate, drawn: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(pages(render(drawn)))
    monkeypatch.setattr(paged, "MAX_PAGES", count)
    assert len(pages(render(drawn))) == count
    monkeypatch.setattr(paged, "MAX_PAGES", count - 1)
    with pytest.raises(Unprintable) as caught:
        render(drawn)
    assert (caught.value.hindrance, caught.value.document) == ("too-long", drawn["document"]["name"])


@pytest.mark.parametrize("what", ["pages", "characters"])
def test_a_document_without_measure_is_refused_soon(dealer: Dealer, small: Path, tmp_path: Path, what: str) -> None:
    words = "<p class='x'>a</p>" * 1_001 if what == "pages" else "字" * paged.MAX_CHARACTERS
    (tmp_path / "jd.html").write_text("<style>.x { break-after: page }</style>" + words, encoding="utf-8")
    for lang, word in (("en", "too long"), ("zh", "太长")):
        ran = dealer("jd", "general-manager", "--catalog", small, "-f", "pdf", "--templates", tmp_path, "-o", tmp_path / "out", lang=lang)
        told = " ".join(ran.err.split())
        assert ran.code == 2 and word in told and "总经理" in told, ran
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("text", "missing"), [("售后🚗", "🚗"), ("שלום", "ש"), ("\ue000", "\ue000")])
def test_a_character_that_the_font_lacks_is_refused_with_its_place(render: PdfTemplate, drawn: Any, text: str, missing: str) -> None:
    drawn["duties"][2]["text"] = text
    with pytest.raises(Unprintable) as caught:
        render(drawn)
    assert (caught.value.hindrance, caught.value.detail, caught.value.field) == ("no-glyph", missing, "duties[3].text")
    assert caught.value.document == drawn["document"]["name"]


def test_what_is_not_seen_needs_no_glyph() -> None:
    assert not [character for character in "\n\t\r\u200b\u200d\ufe0f\u202e\u2066\xad" if needs_glyph(character)]
    assert all(needs_glyph(character) for character in "a字🚗\x80 ")


# Fonts


def chinese(text: str) -> set[str]:
    return {character for character in text if "CJK UNIFIED" in unicodedata.name(character, "")}


def test_the_character_map_is_that_which_fonttools_reads() -> None:
    for path in font_set().files:
        with TTFont(path, lazy=True) as font:
            known = set(font.getBestCmap())
            family = font["name"].getDebugName(1)
        face = face_of(path)
        assert face.family == family
        assert len(known) > 4_000 and all(chr(code) in face.coverage for code in known)
        assert not any(chr(code) in face.coverage for code in range(0x20, 0x30000) if code not in known)


def test_the_fonts_have_every_character_of_gbk_in_both_weights() -> None:
    known = {bytes([first, second]).decode("gbk", "ignore") for first in range(0x81, 0xFF) for second in range(0x40, 0xFF)}
    known = {text for text in known if len(text) == 1 and needs_glyph(text) and text.isprintable()}
    assert len(chinese("".join(known))) > 20_900
    for weight in ("Regular", "Bold"):
        files = tuple(sorted(FACES.glob(f"*{weight}*.otf")))
        lacking = {text for text in known if font_set(files).lacking(text)}
        # Noto Sans CJK SC itself has no sign for this.
        assert files and lacking <= {"\u2252"}, weight


def test_the_fonts_have_all_that_the_catalog_and_the_templates_say(shipped_folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in shipped_folder.rglob("*.yaml")]
    texts += [path.read_text(encoding="utf-8") for end in ("html", "md") for path in shipped("templates").glob(f"*.{end}")]
    assert len(texts) > 100 and len(chinese("".join(texts))) > 1_000
    assert font_set().lacking("".join(sorted({*"".join(texts)}))) == ""


def _in_gbk(text: str) -> bool:
    try:
        return bool(text.encode("gbk"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("name", ["堃", "喆", "珺", "玥", "镕", "昇", "淼", "囧", "䶮", "㛃", "𬀩", "𠮷"])
def test_a_rare_name_is_printed_or_refused_and_never_a_box(render: PdfTemplate, drawn: Any, name: str) -> None:
    drawn["post"]["people"] = [{"name": f"王{name}", "number": ""}]
    if font_set().lacking(name):
        # What no encoding of before 2000 has.
        assert not _in_gbk(name)
        with pytest.raises(Unprintable) as caught:
            render(drawn)
        assert (caught.value.hindrance, caught.value.detail, caught.value.field) == ("no-glyph", name, "post.people[1].name")
    else:
        assert f"王{name}" in said(render(drawn))


def test_the_fonts_come_with_their_licence() -> None:
    assert any("SIL OPEN FONT LICENSE" in path.read_text(encoding="utf-8").upper() for path in FACES.iterdir() if path.suffix != ".otf")


@pytest.mark.parametrize("data", [b"", b"no font", b"ttcf" + b"\xff" * 20, b"\0\1\0\0\0\1" + b"\0" * 40])
def test_what_is_no_font_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(data)
    with pytest.raises(NoFont):
        face_of(path)
    with pytest.raises(Unprintable) as caught:
        font_set((path,))
    assert caught.value.hindrance == "bad-font" and str(path) in caught.value.detail


def letters(drawn: Any) -> str:
    """All characters that the page of a position has, its marks and style included."""
    templates = shipped("templates")
    sources = [(templates / name).read_text(encoding="utf-8") for name in ("jd.html", *PIECES)]
    return "".join(sorted({*json.dumps(drawn, ensure_ascii=False), *"".join(sources), *map(chr, range(32, 127))} - {"\n"}))


def squares(characters: str, family: str, path: Path) -> Path:
    """A font that draws these characters as squares, and no others."""
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (750, 700), (750, 0)):
        pen.lineTo(point)
    pen.closePath()
    names = {ord(character): f"u{ord(character):05X}" for character in characters}
    glyphs = [".notdef", *names.values()]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap(names)
    font.setupGlyf(dict.fromkeys(glyphs, pen.glyph()))
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (800, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    font.setupOS2()
    font.setupPost()
    font.save(path)
    return path


def test_a_font_of_the_house_is_used_for_text_and_its_gaps_are_refused(tmp_path: Path, drawn: Any) -> None:
    path = squares(letters(drawn), "House Gothic", tmp_path / "house.ttf")
    own = renderer("jd", "pdf", [], Pdf(fonts=(path,)))
    assert all("HouseGothic" in name for name, _ in fonts(own(drawn)))
    drawn["purpose"]["text"] = "堃"
    with pytest.raises(Unprintable):
        own(drawn)


def test_of_two_fonts_one_is_for_headings(tmp_path: Path, drawn: Any) -> None:
    paths = tuple(squares(letters(drawn), name, tmp_path / f"{name}.ttf") for name in ("House Song", "House Hei"))
    used = {name.rpartition("+")[2] for name, _ in fonts(renderer("jd", "pdf", [], Pdf(fonts=paths))(drawn))}
    assert used == {"HouseSong", "HouseHei"}


def test_of_a_collection_the_face_for_mainland_china_is_used(tmp_path: Path, drawn: Any) -> None:
    files = [squares(letters(drawn) if name.endswith("SC") else "a", name, tmp_path / f"{name}.ttf") for name in ("House JP", "House SC")]
    collection = TTCollection()
    collection.fonts = [TTFont(path) for path in files]
    path = tmp_path / "house.ttc"
    collection.save(path)
    assert face_of(path).family == "House SC" and "展" in face_of(path).coverage
    assert {name.rpartition("+")[2] for name, _ in fonts(renderer("jd", "pdf", [], Pdf(fonts=(path,)))(drawn))} == {"HouseSC"}


def test_neighbours_of_a_given_font_are_not_used(tmp_path: Path, drawn: Any) -> None:
    squares(letters(drawn) + "堃", "A Neighbour", tmp_path / "a.ttf")
    own = renderer("jd", "pdf", [], Pdf(fonts=(squares(letters(drawn), "House Gothic", tmp_path / "house.ttf"),)))
    drawn["house"] = {**drawn["house"], "font": "A Neighbour", "heading_font": "A Neighbour"}
    assert {name.rpartition("+")[2] for name, _ in fonts(own(drawn))} == {"HouseGothic"}
    drawn["purpose"]["text"] = "堃"
    with pytest.raises(Unprintable):
        own(drawn)


def test_without_what_lays_out_pages_the_run_ends_and_says_what_to_install(
    dealer: Dealer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang in ("en", "zh"):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "plutoprint", None)
            ran = dealer("jd", "general-manager", "-f", "pdf", "-f", "md", "-o", tmp_path / "out", lang=lang)
        assert ran.code == 2 and "dealer-cli[pdf]" in ran.err and ran.err.startswith("dealer: ")
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_font_ends_the_run_with_its_name(dealer: Dealer, tmp_path: Path) -> None:
    (tmp_path / "no-font.ttf").write_bytes(b"no font")
    for lang in ("en", "zh"):
        for path in (tmp_path / "no-font.ttf", tmp_path / "nowhere.ttf", tmp_path):
            ran = dealer("jd", "general-manager", "-f", "pdf", "--font", path, "-o", tmp_path / "out", lang=lang)
            # The end of a path as long as this one is cut.
            assert ran.code == 2 and str(path)[:60] in "".join(ran.err.split()) and ran.err.startswith("dealer:"), ran
    assert not (tmp_path / "out").exists()


def test_a_missing_character_ends_the_run_with_its_name(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    path = small / "roles" / "sales" / "sales-consultant.yaml"
    text = path.read_text(encoding="utf-8")
    title = re.search(r"zh: (\S+)", text).group(1)  # type: ignore[union-attr]
    path.write_text(text.replace(f"zh: {title}", f"zh: {title}🚗", 1), encoding="utf-8")
    ran = dealer("jd", "sales-consultant", "--catalog", small, "-f", "pdf", "-o", tmp_path / "out")
    assert ran.code == 2 and "U+1F697" in ran.err and "post.title" in ran.err.replace("\n  ", " ")
    assert not list((tmp_path / "out").rglob("*.pdf"))


# Templates from outside


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{{ post.boss }}", "undefined"),
        ("{{ nobody }}", "unknown-word"),
        ("{% for %}", "syntax"),
        ("{% include '/etc/passwd' %}", "failed"),
        ("{{ duties }}", "whole"),
    ],
)
def test_a_template_that_is_wrong_or_unsafe_is_refused_at_its_line(tmp_path: Path, drawn: Any, text: str, cause: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        load(f"<p>first</p>\n{text}\n".encode(), str(tmp_path / "jd.html"))(drawn)
    assert (caught.value.cause, caught.value.part) == (cause, "2")


@pytest.mark.parametrize("spelt", ["售后🚗", "售后&#x1f697;", '<style>p::after { content: "\\1F697 x" }</style>'])
def test_a_template_s_own_words_need_glyphs_too(tmp_path: Path, drawn: Any, spelt: str) -> None:
    (tmp_path / "jd.html").write_text(f"<p>{{{{ post.title }}}}\n{spelt}", encoding="utf-8")
    with pytest.raises(Unprintable) as caught:
        renderer("jd", "pdf", [tmp_path])(drawn)
    assert (caught.value.hindrance, caught.value.detail, caught.value.field) == ("no-glyph", "🚗", "2")
    assert caught.value.document == str(tmp_path / "jd.html")


def test_the_surroundings_of_the_run_stay_as_they_are(drawn: Any, render: PdfTemplate) -> None:
    before = dict(os.environ)
    render(drawn)
    assert dict(os.environ) == before


def test_own_templates_win_and_may_share_a_piece(dealer: Dealer, tmp_path: Path) -> None:
    (tmp_path / "paper.html").write_text("<style>@page { size: A5; @top-left { content: '自己的页眉' } }</style>", encoding="utf-8")
    (tmp_path / "jd.html").write_text('{% include "look.html" %}\n{% include "paper.html" %}\n<p>自己的模板</p>', encoding="utf-8")
    ran = dealer("jd", "general-manager", "-f", "pdf", "--templates", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    data = next((tmp_path / "out").glob("*.pdf")).read_bytes()
    assert "自己的模板" in said(data) and "自己的页眉" in said(data) and sizes(data) == [(420, 595)]


def test_a_piece_of_the_house_alone_changes_the_paper_of_our_template(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (tmp_path / "paper.html").write_text("<style>@page { size: A5; margin: 10mm }</style>", encoding="utf-8")
    ran = dealer("jd", "general-manager", "--catalog", small, "-f", "pdf", "--templates", tmp_path, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    data = next((tmp_path / "out").glob("*.pdf")).read_bytes()
    assert {*sizes(data)} == {(420, 595)} and outside(data) == []


# LibreOffice


def test_via_libreoffice_takes_many_in_one_call(monkeypatch: pytest.MonkeyPatch, drawn: Any) -> None:
    calls: list[list[str]] = []

    def convert(command: list[str], cwd: Path, **settings: Any) -> None:
        calls.append(command)
        for name in command:
            if name.endswith(".docx"):
                assert (cwd / name).read_bytes().startswith(b"PK")
                (cwd / name).with_suffix(".pdf").write_bytes(name.encode())

    monkeypatch.setattr(office.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(office.subprocess, "run", convert)
    made = renderer("jd", "pdf", [], Pdf(via="libreoffice")).many([drawn] * 3)  # type: ignore[attr-defined]
    assert made == [b"0.docx", b"1.docx", b"2.docx"] and len(calls) == 1
    assert any(word.startswith("-env:UserInstallation=file://") for word in calls[0])
    monkeypatch.setattr(office.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(subprocess.TimeoutExpired("soffice", 1)))
    with pytest.raises(Unprintable) as caught:
        renderer("jd", "pdf", [], Pdf(via="libreoffice"))(drawn)
    assert caught.value.hindrance == "office-failed"


def test_without_libreoffice_the_run_says_so(dealer: Dealer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = dealer("jd", "general-manager", "-f", "pdf", "--via", "libreoffice", "-o", tmp_path / "out")
    assert ran.code == 2 and "LibreOffice" in ran.err and not (tmp_path / "out").exists()


def test_libreoffice_has_the_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, drawn: Any) -> None:
    """What lays out pages is told its fonts by the environment, which the programs that this one calls would inherit."""
    prepare()
    program = tmp_path / "soffice"
    program.write_text('#!/bin/sh\nfor file; do case $file in *.docx) env > "${file%.docx}.pdf";; esac; done\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    told = renderer("jd", "pdf", [], Pdf(via="libreoffice"))(drawn).decode()
    assert "PATH=" in told and "FONTCONFIG_PATH" not in told
