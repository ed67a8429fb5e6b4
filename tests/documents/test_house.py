"""The look of the house in every format, and logos that are none."""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import yaml
from lxml import etree

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.house.logo import MAX_BYTES, picture_of
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import Ran

Dealer = Callable[..., Ran]


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xb3\x26\x1e" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 40, 100) + b"\x03" + bytes(9) + b"\xff\xd9"

HOUSE = """house:
  name: {zh: 济南某某汽车, en: Jinan Motors}
  logo: images/logo.png
  accent: "#b3261e"
  font: 仿宋
  heading_font: 微软雅黑
  header: <内部> & 文件
  footer: 某某路 1 号
"""


@pytest.fixture
def house(small: Path) -> Path:
    """A small catalog with a look of its own."""
    (small / "images").mkdir()
    (small / "images" / "logo.png").write_bytes(png(300, 120))
    with (small / "catalog.yaml").open("a", encoding="utf-8") as file:
        file.write(HOUSE)
    return small


def printed(folder: Path, form: str, lang: str = "zh", kind: str = "jd") -> bytes:
    voice = Voice(Scene(Catalog(folder), None, lang), Manner())
    return renderer(kind, form, [])(picture(voice, next(iter(voice.scene.chart.seats.values()))))


def test_a_word_file_has_logo_colour_fonts_header_and_footer(house: Path) -> None:
    data = printed(house, "docx")
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert "<内部> & 文件" in section.header.paragraphs[0].text
    assert "某某路 1 号" in [paragraph.text for paragraph in section.footer.paragraphs]
    image = next(part for part in section.header.part.related_parts.values() if "image" in part.content_type)
    assert image.blob == png(300, 120)
    extent = section.header._element.xpath(".//wp:extent")[0]
    assert round(int(extent.get("cx")) / int(extent.get("cy")), 2) == 2.5
    heading = document.styles["Heading 1"].element
    assert heading.xpath("./w:rPr/w:color/@w:val") == ["B3261E"]
    assert heading.xpath("./w:rPr/w:rFonts/@w:eastAsia") == heading.xpath("./w:rPr/w:rFonts/@w:ascii") == ["微软雅黑"]
    assert document.styles["Normal"].element.xpath("./w:rPr/w:rFonts/@w:eastAsia") == ["仿宋"]
    assert document.core_properties.author == "济南某某汽车"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
        assert b"1F4E79" not in part and "宋体".encode() not in part.replace("仿宋".encode(), b""), name


def test_a_jpeg_has_its_own_kind_of_part(house: Path) -> None:
    (house / "images" / "logo.jpg").write_bytes(JPEG)
    path = house / "catalog.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("logo.png", "logo.jpg"), encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(printed(house, "docx"))) as package:
        assert package.read("word/media/house-logo.jpeg") == JPEG
        assert b'Extension="jpeg" ContentType="image/jpeg"' in package.read("[Content_Types].xml")


def test_a_page_has_logo_colour_fonts_header_and_footer(house: Path) -> None:
    text = printed(house, "html").decode()
    assert base64.b64encode(png(300, 120)).decode() in text and "img-src data:" in text
    assert "--accent: #B3261E" in text and '"仿宋", ' in text and '"微软雅黑", ' in text
    assert "&lt;内部&gt; &amp; 文件" in text and "某某路 1 号" in text and 'alt="济南某某汽车"' in text


def test_markdown_has_header_and_footer(house: Path) -> None:
    text = printed(house, "md").decode()
    assert text.startswith(r"\<内部\> \& 文件") and text.rstrip().endswith("某某路 1 号")


def test_without_a_house_a_document_names_the_store_and_has_no_head(small: Path) -> None:
    data = printed(small, "docx")
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert not section.header._element.xpath(".//w:drawing") and not "".join(p.text for p in section.header.paragraphs)
    assert '<header class="head">' not in printed(small, "html").decode()


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_the_same_bytes_twice(house: Path, form: str) -> None:
    assert printed(house, form) == printed(house, form)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("images/logo.png", "../logo.png", "S005"),
        ("images/logo.png", "/etc/logo.png", "S005"),
        ("images/logo.png", "images/../../logo.png", "S005"),
        ("images/logo.png", "images/logo.svg", "S005"),
        ("images/logo.png", "images/none.png", "Y001"),
        ("images/logo.png", "images/text.png", "Y001"),
        ("images/logo.png", "images/huge.png", "Y002"),
        ("images/logo.png", "images/link.png", "Y001"),
        ("images/logo.png", "linked/logo.png", "Y001"),
        ("#b3261e", "red", "S005"),
        ("仿宋", "'a\";}'", "S005"),
        ("header: ", "heading: x\n  header: ", "S001"),
    ],
)
def test_a_wrong_look_is_named_at_its_place(dealer: Dealer, house: Path, tmp_path: Path, old: str, new: str, code: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "logo.png").write_bytes(png(3, 3))
    (house / "images" / "text.png").write_bytes(b"GIF89a")
    (house / "images" / "huge.png").write_bytes(png(3, 3) + bytes(MAX_BYTES))
    (house / "images" / "link.png").symlink_to(tmp_path / "out" / "logo.png")
    (house / "linked").symlink_to(tmp_path / "out")
    path = house / "catalog.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").split("\n")
    line = next(i for i, text in enumerate(lines, 1) if new.split("\n")[0] in text)
    ran = dealer("jd", "--all", "--catalog", house, "-o", tmp_path / "printed", "-f", "md")
    flat = ran.err.replace("\n  ", "")
    assert ran.code == 2 and f"catalog.yaml:{line}:" in flat and code in flat, ran.err
    assert not (tmp_path / "printed").exists()


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", JPEG[:10], b"\xff\xd8\xff\xff\xff\xff", png(3, 3)[:20]])
def test_a_picture_that_is_cut_is_none(data: bytes) -> None:
    assert picture_of(data) is None


def test_one_look_serves_every_page(small: Path, dealer: Dealer, tmp_path: Path) -> None:
    """A house that changes look.html alone changes all its pages; the templates stay ours."""
    own = (shipped("templates") / "look.html").read_text(encoding="utf-8")
    (small / "templates").mkdir()
    (small / "templates" / "look.html").write_text(own.replace("#8a8f98", "#123456"), encoding="utf-8")
    for layout in ("jd", "letter"):
        ran = dealer("jd", "--all", "-l", layout, "-f", "html", "--catalog", small, "-o", tmp_path / layout)
        assert ran.code == 0, ran.err
        assert all("#123456" in page.read_text(encoding="utf-8") for page in (tmp_path / layout).iterdir())
    (small / "templates" / "footer.html").write_text("<footer>our own</footer>", encoding="utf-8")
    ran = dealer("jd", "--all", "-f", "html", "--catalog", small, "-o", tmp_path / "own foot")
    assert ran.code == 0, ran.err
    assert all("<footer>our own</footer>" in page.read_text(encoding="utf-8") for page in (tmp_path / "own foot").iterdir())
    (small / "templates" / "look.html").write_text("<style>{{ house.acent }}</style>", encoding="utf-8")
    ran = dealer("jd", "--all", "-f", "html", "--catalog", small, "-o", tmp_path / "broken")
    assert ran.code == 2 and "acent" in ran.err and not (tmp_path / "broken").exists()


def test_check_names_a_logo_that_is_not_there(dealer: Dealer, house: Path) -> None:
    """CI says it, not the printer."""
    assert "logo" not in dealer("check", "--catalog", house).out
    (house / "images" / "logo.png").unlink()
    ran = dealer("check", "--catalog", house)
    assert ran.code == 1 and re.search(r"catalog\.yaml:\d+:\d+: *\n? *error Y001", ran.out), ran.out


def test_a_house_without_a_header_stands_at_the_top_by_its_name(dealer: Dealer, house: Path, tmp_path: Path) -> None:
    path = house / "catalog.yaml"
    text = re.sub(r"(?m)^  header: .*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    name = yaml.safe_load(text)["house"]["name"]
    said = name if isinstance(name, str) else name["zh"]
    assert dealer("jd", "--all", "--catalog", house, "-o", tmp_path, "-f", "html").code == 0
    assert all(f"<span>{said}</span></header>" in page.read_text(encoding="utf-8") for page in tmp_path.glob("*.html"))
