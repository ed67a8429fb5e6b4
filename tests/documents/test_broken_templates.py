"""Templates that would lose content in silence: every such fault is named with its place, before printing and by it."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.checking.check import check, check_pieces
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.braces import strays_of_text, strays_of_word
from dealer_cli.documents.printing.docx import strays
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import PIECES, renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import TESTS, Ran

Dealer = Callable[..., Ran]


@pytest.fixture(scope="module")
def drawn() -> Any:
    """A position whose people nobody has named."""
    voice = Voice(Scene(Catalog(TESTS / "data" / "small"), None, "zh"), Manner())
    return picture(voice, voice.scene.chart.seats["showroom-manager"])


def word_template(folder: Path, old: str, new: str, part: str = "word/document.xml") -> Path:
    """The shipped Word template with something replaced in it."""
    with zipfile.ZipFile(shipped("templates") / "jd.docx") as source, zipfile.ZipFile(folder / "jd.docx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old in data.decode()
                data = data.decode().replace(old, new, 1).encode()
            target.writestr(name, data)
    return folder / "jd.docx"


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def refused(drawn: Any, path: Path) -> TemplateFault:
    """How printing ends."""
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", path.suffix[1:], [path.parent])(drawn)
    return caught.value


# Braces


@pytest.mark.parametrize(
    ("old", "new", "cause", "near"),
    [
        ("{{ signer.who }}", "{{ signer.who }", "braces", "{{ signer.who }"),
        ("{{ post.number }}", "{{ post.number", "braces", "{{ post.number"),
        ("{{ duty.part }}", "{ duty.part }}", "braces", "{ duty.part }}"),
        ("{{ duty.part }}", "duty.part }}", "braces", "duty.part }}"),
        ("{{ duty.part }}", "{ { duty.part } }", "braces", "{ { duty.part } }"),
        ("{%p if tasks %}", "{%p if tasks }", "braces", "{%p if tasks }"),
        ("{%p if tasks %}", "{p if tasks %}", "braces", "{p if tasks %}"),
        ("{%p if tasks %}", "{ %p if tasks %}", "braces", "{ %p if tasks %}"),
        ("{{ post.number }}", "｛｛ post.number ｝｝", "full-width", "｛｛ post.number ｝｝"),
        ("{{ post.number }}", "｛% if tasks %｝", "full-width", "｛% if tasks %｝"),
        ("{{ post.number }}", "{# no end", "braces", "{# no end"),
        # Word cuts what is typed into runs wherever it likes.
        ("{{ post.number }}", "{</w:t></w:r><w:r><w:t>{ post.number }", "braces", "{{ post.number }"),
    ],
)
def test_braces_that_make_no_tag_are_refused_in_a_word_file(drawn: Any, tmp_path: Path, old: str, new: str, cause: str, near: str) -> None:
    path = word_template(tmp_path, old, new)
    fault = refused(drawn, path)
    assert (fault.template, fault.part, fault.cause) == (str(path), "word/document.xml", cause)
    assert near in fault.near and "<" not in fault.near
    assert [(flaw.part, flaw.cause, flaw.near) for flaw in check(path)] == [("word/document.xml", cause, fault.near)]


def test_braces_are_looked_for_in_headers_and_footers_too(drawn: Any, tmp_path: Path) -> None:
    path = word_template(tmp_path, "{{ document.number }}", "{{ document.number }", "word/footer1.xml")
    assert refused(drawn, path).part == "word/footer1.xml"
    assert [flaw.part for flaw in check(path)] == ["word/footer1.xml"]


def test_all_braces_of_a_word_file_are_named_and_other_faults_with_them(tmp_path: Path) -> None:
    path = word_template(tmp_path, "{{ signer.who }}", "{{ signer.who }")
    copy = tmp_path / "second"
    copy.mkdir()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy / "jd.docx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"{{ post.level }}", b"{ post.level }}", 1).replace(b"duty.text", b"duty.txet", 1)
            target.writestr(name, data)
    assert {(flaw.cause, flaw.detail) for flaw in check(copy / "jd.docx")} == {
        ("braces", "{ post.level }}"),
        ("braces", "{{ signer.who }"),
        ("undefined", "duty.txet"),
    }


def test_what_word_has_in_one_paragraph_is_one_text() -> None:
    box = (
        "<w:p><w:r><w:t>{{ a</w:t></w:r><w:r><w:txbxContent>"
        + paragraph("{{ b }}")
        + "</w:txbxContent></w:r><w:r><w:t> }}</w:t></w:r></w:p>"
    )
    for fine in (
        paragraph("{", "{ post.title }", "}"),
        paragraph("{{ post.title", "<w:br/>", " }}") + "<w:p/>",
        paragraph("{#p a { lone }} brace in a remark #}"),
        paragraph("{{ '{{' }} {{ \"}}\" }}"),
        paragraph("{% raw %}{{ x }") + paragraph("{ y }}{% endraw %}"),
        paragraph("{{ a &gt; b }} 100 % }"),
        paragraph("{1} {a} ｛注｝ 50%"),
        box,
    ):
        assert strays_of_word(fine) == [], fine
    two = paragraph("{{ post.title") + paragraph("}}")
    assert [stray.at for stray in strays_of_word(paragraph("x") + two)] == [1, 2]


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{ post.title }}", "braces"),
        ("{{ post.title }", "braces"),
        ("{{ post.title } and {{ post.number }}", "braces"),
        ("{post.subordinates|join(', ')}}", "braces"),
        ("{ % for duty in duties %}", "braces"),
        ("｛｛ post.title ｝｝", "full-width"),
        ("｛％ if tasks ％｝", "full-width"),
        ("{｛ post.title }}", "full-width"),
    ],
)
def test_braces_that_make_no_tag_are_refused_in_a_text(drawn: Any, tmp_path: Path, form: str, text: str, cause: str) -> None:
    path = tmp_path / f"jd.{form}"
    path.write_text(f"first\n  {text}\n{{{{ post.title }}}}\n", encoding="utf-8")
    fault = refused(drawn, path)
    assert (fault.cause, fault.part, fault.near) == (cause, "2", text)
    assert [(flaw.cause, flaw.line, flaw.column, flaw.near) for flaw in check(path)] == [(cause, 2, 3, text)]


def test_braces_of_style_sheets_scripts_and_remarks_are_no_fault(drawn: Any, tmp_path: Path) -> None:
    text = """<style>@media print{p{color:red}} @page { @top { width: 50% }} a{b:c}}</style>
<script>const f = {a:{b:1}}; g({x}}; `${y}`</script> {"json": {"a": {"b": 1}}} {"a":{"b":[]}}
{# { post.title }} ｛｛ #}{% raw %}{ post.title }}{% endraw %}{{ "{ post.title }}" }} {1} 50% }"""
    assert strays_of_text(text) == []
    (tmp_path / "jd.html").write_text(text, encoding="utf-8")
    assert b"{ post.title }}" in renderer("jd", "html", [tmp_path])(drawn)


def test_no_shipped_template_has_such_braces(root: Path) -> None:
    files = [*sorted((root / "templates").iterdir()), TESTS / "data" / "jd-libreoffice.docx"]
    assert sum(path.suffix == ".docx" for path in files) > 5
    for path in files:
        if path.suffix == ".docx":
            assert strays(path.read_bytes(), str(path)) == {}
        elif path.suffix in (".html", ".md"):
            assert strays_of_text(path.read_text(encoding="utf-8")) == []


def test_braces_of_a_value_are_printed_as_they_are(drawn: Any, tmp_path: Path) -> None:
    said = {**drawn, "post": {**drawn["post"], "title": "｛｛ x ｝｝ { post.title }} {{"}}
    (tmp_path / "jd.html").write_text("{{ post.title }}", encoding="utf-8")
    assert renderer("jd", "html", [tmp_path])(said).decode() == said["post"]["title"]


# What is no text


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("{{ duties }}", "duties"),
        ("{{ post }}", "post"),
        ("{{ post.people }}", "post.people"),
        ("{% for duty in duties %}{{ duty }}{% endfor %}", "duty"),
        ("{{ duties|map(attribute='text') }}", "duties"),
        ("{{ duties|join('、') }}", "duties|join"),
        ("{{ post.subordinates|sort }}", "post.subordinates"),
    ],
)
def test_a_list_or_a_group_of_fields_is_not_printed_whole(drawn: Any, tmp_path: Path, text: str, detail: str) -> None:
    assert drawn["duties"]
    (tmp_path / "jd.md").write_text(f"first\n{text}\n", encoding="utf-8")
    assert [(flaw.cause, flaw.line, flaw.detail) for flaw in check(tmp_path / "jd.md")] == [("whole", 2, detail)]
    fault = refused(drawn, tmp_path / "jd.md")
    assert (fault.cause, fault.part, fault.near) == ("whole", "2", text)


def test_what_is_a_text_is_printed(drawn: Any, tmp_path: Path) -> None:
    text = (
        "{{ duties|length }} {{ 1.5 }} {{ loop_is or 'x' if false else 'y' }} {{ duties|map(attribute='no')|join('+') }}"
        " {{ duties|join('+', attribute='no') }} {{ post.subordinates|join(', ') or labels.none }} {{ duties[0].no }}"
    ).replace("loop_is or ", "")
    (tmp_path / "jd.md").write_text("{% if duties %}" + text + "{% endif %}", encoding="utf-8")
    assert check(tmp_path / "jd.md") == []
    numbers = "\\+".join(duty["no"] for duty in drawn["duties"])
    said = renderer("jd", "md", [tmp_path])(drawn).decode().replace("\\+", "+")
    assert said.startswith(f"{len(drawn['duties'])} 1.5 y {numbers} {numbers} ".replace("\\+", "+"))


# Entries that are not there


@pytest.mark.parametrize(
    ("text", "detail"),
    [("{{ post.people[0].name }}", "post.people[0].name"), ("{{ (post.people|first).name }}", "post.people|first")],
)
def test_an_entry_of_an_empty_list_is_called_that(drawn: Any, tmp_path: Path, text: str, detail: str) -> None:
    assert not drawn["post"]["people"]
    (tmp_path / "jd.md").write_text(f"first\n{text}\n", encoding="utf-8")
    fault = refused(drawn, tmp_path / "jd.md")
    assert (fault.cause, fault.part, fault.detail) == ("no-entry", "2", detail)
    assert [(flaw.cause, flaw.line, flaw.detail) for flaw in check(tmp_path / "jd.md")] == [("no-entry", 2, detail)]


def test_an_entry_that_is_asked_for_or_always_there_is_no_fault(drawn: Any, tmp_path: Path) -> None:
    text = "{% if post.people %}{{ post.people[0].name }}{% endif %}{{ control[0].step }}{{ signatures[0].who }}"
    (tmp_path / "jd.md").write_text(text, encoding="utf-8")
    assert check(tmp_path / "jd.md") == []
    assert drawn["control"][0]["step"] in renderer("jd", "md", [tmp_path])(drawn).decode()


# Blocks without an end


@pytest.mark.parametrize("text", ["{% if tasks %}", "{% for duty in duties %}{{ duty.no }}"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_block_without_its_end_is_told_where_it_begins(drawn: Any, tmp_path: Path, form: str, text: str) -> None:
    path = tmp_path / f"jd.{form}"
    path.write_text(f"first\n{{% if post %}}\n{text}\n{{% if held %}}{{% endif %}}\n{{% endif %}}\nlast\n", encoding="utf-8")
    # Of two ifs and one endif, the outer one is left open.
    line = "2" if text.startswith("{% if") else "3"
    fault = refused(drawn, path)
    assert (fault.cause, fault.part) == ("syntax", line) and "has no 'end" in fault.detail
    assert [flaw.line for flaw in check(path)] == [int(line)]


def test_a_block_without_its_end_is_told_by_its_paragraph_in_a_word_file(drawn: Any, tmp_path: Path) -> None:
    path = word_template(tmp_path, "{{ post.number }}", "{{ post.number }}{% if post.title %}")
    fault = refused(drawn, path)
    assert (fault.cause, fault.part) == ("syntax", "word/document.xml")
    assert "has no 'end" in fault.detail and "{% if post.title %}" in fault.near


# Shared pieces


def test_a_fault_of_a_shared_piece_is_told_of_it(drawn: Any, tmp_path: Path) -> None:
    source = (shipped("templates") / "signatures.html").read_text(encoding="utf-8")
    assert source.count("{{ signer.who }}") == 1
    line = source[: source.index("{{ signer.who }}")].count("\n") + 1
    path = tmp_path / "signatures.html"
    for new, cause in (
        ("{{ signer.whom }}", "undefined"),
        ("{ signer.who }}", "braces"),
        ("{{ signer }}", "whole"),
        ("{% if %}", "syntax"),
    ):
        path.write_text(source.replace("{{ signer.who }}", new), encoding="utf-8")
        with pytest.raises(TemplateFault) as caught:
            renderer("jd", "html", [tmp_path])(drawn)
        fault = caught.value
        assert (fault.template, fault.part, fault.cause) == (str(path), str(line), cause)
        assert new in fault.near and "{#" not in fault.near
        column = source.split("\n")[line - 1].index("{{ signer.who") + 1
        flaws = check_pieces(tmp_path)
        assert {(flaw.file, flaw.line, flaw.cause) for flaw in flaws} == {(str(path), line, cause)}
        assert all(column <= flaw.column <= column + 10 for flaw in flaws)


def test_a_template_keeps_its_lines_behind_a_shared_piece(drawn: Any, tmp_path: Path) -> None:
    text = '<p>\n{% include "look.html" %}\n{% include "header.html" %}\n{{ post.titel }}\n'
    (tmp_path / "jd.html").write_text(text, encoding="utf-8")
    fault = refused(drawn, tmp_path / "jd.html")
    assert (fault.template, fault.part, fault.near) == (str(tmp_path / "jd.html"), "4", "{{ post.titel }}")
    assert [(flaw.file, flaw.line, flaw.column) for flaw in check(tmp_path / "jd.html")] == [("", 4, 9)]


def test_pieces_of_ones_own_that_are_ours_print_the_same(drawn: Any, tmp_path: Path) -> None:
    for name in PIECES:
        shutil.copy(shipped("templates") / name, tmp_path / name)
    assert check_pieces(tmp_path) == []
    assert renderer("jd", "html", [tmp_path])(drawn) == renderer("jd", "html", [])(drawn)


def test_templates_check_judges_a_folder_of_pieces_alone(dealer: Dealer, tmp_path: Path) -> None:
    path = tmp_path / "header.html"
    path.write_text("<p>\n{{ labels.titel }}</p>\n", encoding="utf-8")
    ran = dealer("templates", "check", tmp_path)
    flat = ran.out.replace("\n  ", "")
    assert ran.code == 1 and flat.count("header.html:2:11:") == 1 and "jd.html" not in flat
    path.write_text("<p>{{ labels.title }}</p>\n", encoding="utf-8")
    assert dealer("templates", "check", tmp_path).code == 0
    path.write_bytes(b"\xff\xfe")
    ran = dealer("templates", "check", tmp_path)
    assert ran.code == 1 and "header.html" in ran.out.replace("\n  ", "")


def test_templates_check_judges_what_a_page_on_paper_shares(dealer: Dealer, tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    shutil.copy(shipped("templates") / "paper.html", path)
    assert dealer("templates", "check", tmp_path).code == 0
    path.write_text(path.read_text(encoding="utf-8").replace("labels.page_before", "labels.page_befor"), encoding="utf-8")
    ran = dealer("templates", "check", tmp_path)
    assert ran.code == 1 and "paper.html" in ran.out.replace("\n  ", "") and "page_before" in ran.out


def test_a_template_of_earlier_versions_is_named_and_never_printed(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "jd.typ").write_text("#panic()", encoding="utf-8")
    ran = dealer("templates", "check", tmp_path / "t")
    assert ran.code == 2 and "jd.typ" in ran.err.replace("\n  ", "")
    (tmp_path / "t" / "jd.md").write_text("{{ post.title }}", encoding="utf-8")
    asked = ("--catalog", small, "-f", "pdf", "--templates", tmp_path / "t", "-o", tmp_path / "out")
    ran = dealer("jd", "general-manager", *asked)
    assert ran.code == 0 and "jd.typ" in ran.err.replace("\n  ", "")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".pdf"]


# Names


@pytest.mark.parametrize("names", [["岗位说明书.docx"], ["jd.doc"], ["JD v2.docx", "notes.md"], []])
def test_a_folder_without_a_template_of_a_known_name_is_refused(dealer: Dealer, small: Path, tmp_path: Path, names: list[str]) -> None:
    (tmp_path / "t").mkdir()
    for name in names:
        (tmp_path / "t" / name).write_bytes(b"")
    for lang in ("en", "zh"):
        ran = dealer("jd", "general-manager", "--catalog", small, "--templates", tmp_path / "t", "-o", tmp_path / "out", lang=lang)
        assert ran.code == 2 and re.search(r"\bjd\b.*\bletter\b", " ".join(ran.err.split())) and not (tmp_path / "out").exists()


def test_files_of_unknown_names_beside_a_template_are_named_and_no_others(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    for folder in (tmp_path / "t", small / "templates"):
        folder.mkdir()
        (folder / "jd.md").write_text("{{ post.title }}", encoding="utf-8")
        for name in ("岗位说明书.docx", "~$jd.docx", ".~lock.jd.docx#", "README.md", "logo.png", "look.html"):
            (folder / name).write_bytes(b"")
    for options, places in (([], 1), (["--templates", tmp_path / "t"], 2)):
        ran = dealer("jd", "general-manager", "--catalog", small, "-o", tmp_path / "out", "-f", "md", *options)
        flat = "".join(ran.err.split())
        assert ran.code == 0 and flat.count("岗位说明书.docx") == places
        assert not any(name in flat for name in ("~$", "lock", "README", "logo", "look"))
    ran = dealer("templates", "check", tmp_path / "t")
    assert ran.code == 0 and "岗位说明书.docx" in "".join(ran.err.split())


def test_a_catalog_whose_templates_have_other_names_is_only_warned(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "jd.doc").write_bytes(b"")
    ran = dealer("jd", "general-manager", "--catalog", small, "-o", tmp_path / "out", "-f", "md")
    assert ran.code == 0 and "jd.doc" in ran.err and list((tmp_path / "out").iterdir())


def test_printing_names_each_fault_in_both_languages(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    for text, english, chinese in (
        ("{ post.title }}", "no whole tag", "不是完整的标记"),
        ("｛｛ post.title ｝｝", "full-width", "全角"),
        ("{{ duties }}", "whole list", "整个列表"),
        ("{{ post.people[0].name }}", "where the list is empty", "列表为空"),
    ):
        (tmp_path / "jd.md").write_text(f"\n{text}", encoding="utf-8")
        for lang, word, line in (("en", english, "line 2"), ("zh", chinese, "第 2 行")):
            ran = dealer(
                "jd", "general-manager", "--catalog", small, "--templates", tmp_path, "-o", tmp_path / "out", "-f", "md", lang=lang
            )
            flat = "".join(ran.err.split())
            assert ran.code == 2 and "".join(word.split()) in flat and "".join(line.split()) in flat
    assert not (tmp_path / "out").exists()
