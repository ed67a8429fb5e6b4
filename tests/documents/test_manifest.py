"""The manifest of an issue, what changed since, and the confirmation that is signed for it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import docx
import pytest

from dealer_cli.documents.batch.changes import Teller, compare
from dealer_cli.documents.batch.content import EVERYTHING, Parts, content_of, hash_of, narrowed, parts_of
from dealer_cli.documents.batch.manifest import ManifestFault, holder_of, read_manifest
from dealer_cli.documents.printing.docx import tagged_parts
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.layout import shipped
from tests.conftest import Ran

Dealer = Callable[..., Ran]
ROLE = "roles/sales/showroom-manager.yaml"


def edit(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    edited, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE | re.DOTALL)
    assert count == 1
    path.write_text(edited, encoding="utf-8")


@pytest.fixture
def issued(dealer: Dealer, small: Path, tmp_path: Path) -> Path:
    """The first issue of the small store."""
    ran = dealer("jd", "--all", "--catalog", small, "-f", "docx", "-f", "md", "--manifest", "-o", tmp_path / "v1")
    assert ran.code == 0, ran.err
    return tmp_path / "v1"


def again(dealer: Dealer, small: Path, issued: Path, *words: object, out: str = "v2") -> Ran:
    asked = ("--catalog", small, "-f", "docx", "-f", "md", "--changed-since", issued, "-o", issued.parent / out)
    return dealer("jd", *(words or ("--all",)), *asked)


def printed(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()} - {"manifest.json"}


# What it says


def test_it_lists_every_file_with_its_hash(issued: Path) -> None:
    manifest = read_manifest(issued)
    assert {one.file for one in manifest.documents} == printed(issued)
    for one in manifest.documents:
        assert hashlib.sha256((issued / one.file).read_bytes()).hexdigest() == one.sha256
        assert hash_of(manifest.contents[one.content]) == one.content
        assert one.format in one.file and one.language == "zh" and one.version
    assert manifest.layout == "jd" and not manifest.sourced_only


def test_it_fits_its_schema(issued: Path, shipped_folder: Path) -> None:
    import jsonschema

    schema = json.loads((shipped_folder / "schema" / "manifest.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((issued / "manifest.json").read_text(encoding="utf-8")), schema)


def test_no_name_of_a_person_is_kept() -> None:
    said = content_of(
        {"post": {"title": "顾问", "people": [{"name": "王堃"}]}, "person": {"name": "王堃"}, "signatures": [{"name": "王堃"}]}
    )
    assert "王堃" not in json.dumps(said, ensure_ascii=False)
    assert holder_of(Person("王堃", "7")) != holder_of(Person("王堃", "8")) and "王" not in holder_of(Person("王堃"))


def test_order_and_looks_are_no_change() -> None:
    one = {
        "purpose": {"text": "a", "mark": "*"},
        "duties": [{"no": "1", "text": "b"}, {"no": "2", "text": "c"}],
        "document": {"version": "V1"},
    }
    other = {
        "purpose": {"text": "a", "mark": ""},
        "duties": [{"no": "1", "text": "c"}, {"no": "2", "text": "b"}],
        "document": {"version": "V2"},
    }
    assert hash_of(content_of(one)) == hash_of(content_of(other))
    assert hash_of(content_of(one)) != hash_of(content_of({**one, "purpose": {"text": "d"}}))


def test_in_two_languages_a_detail_is_one_piece() -> None:
    said = {
        "duties": [{"text": "点款\nCounts cash", "frequency": "每日\ndaily", "records": ["台账 Register", "日报 Report"]}],
        "requirements": [{"kind": "学历\nEducation", "list": [{"text": "大专\nCollege"}]}],
    }
    labels = {"colon": "：", "frequency": "频次\nFrequency", "records": "表单 Records"}
    told = "点款\nCounts cash（频次 Frequency：每日 daily；表单 Records：台账 Register、日报 Report）"
    tell = Teller(labels, "zh+en")
    assert tell.lines("duties", said["duties"]) == [told]
    assert tell.lines("requirements", said["requirements"]) == ["学历 Education：大专\nCollege"]


# What a layout prints


@pytest.mark.parametrize("layout", ["jd", "letter", "safety", "appointment", "complaint-notice"])
@pytest.mark.parametrize("end", ["docx", "html", "md"])
def test_what_is_compared_is_what_the_shipped_templates_print(layout: str, end: str) -> None:
    path = shipped("templates") / f"{layout}.{end}"
    data = path.read_bytes()
    text = " ".join(tagged_parts(data, path.name).values()) if end == "docx" else data.decode("utf-8")
    text = " ".join(re.findall(r"\{[{%].*?[%}]\}", text, re.DOTALL))
    named = set(re.findall(r"(?<![\w.])(?:d\.)?([a-z_]+)\b", text)) & EVERYTHING.sections
    assert named == parts_of(layout, []).sections
    fields = set(re.findall(r"\bpost\.(\w+)", text))
    if "full_title" in fields:
        fields |= {"title", "holds"}
    assert fields & EVERYTHING.post <= parts_of(layout, []).post


def test_a_template_of_the_house_adds_what_it_names(tmp_path: Path) -> None:
    assert parts_of("jd", [tmp_path]) == parts_of("jd", [])
    (tmp_path / "letter.md").write_text("{{ labels.safety }} {{ post.level }} {% for duty in duties %}{% endfor %}", "utf-8")
    known, found = parts_of("letter", []), parts_of("letter", [tmp_path])
    assert found == Parts(known.post | {"level"}, known.sections | {"duties"})
    (tmp_path / "jd.docx").write_bytes(b"no Word file")
    assert parts_of("jd", [tmp_path]) == parts_of("jd", []), "whoever prints it is told"
    (tmp_path / "jd.docx").write_bytes((shipped("templates") / "safety.docx").read_bytes())
    assert "safety" in parts_of("jd", [tmp_path]).sections


def test_a_new_safety_target_changes_the_letter_of_safety_alone() -> None:
    one = {"post": {"title": "顾问", "level": "专员"}, "purpose": {"text": "a"}, "safety": {"targets": ["零事故"]}}
    other = {**one, "safety": {"targets": ["零事故", "零火情"]}}
    hashes = {layout: [hash_of(content_of(said, parts_of(layout, []))) for said in (one, other)] for layout in ("jd", "letter", "safety")}
    assert {layout: len(set(pair)) for layout, pair in hashes.items()} == {"jd": 1, "letter": 1, "safety": 2}


def test_what_earlier_manifests_kept_besides_is_no_change(dealer: Dealer, small: Path, issued: Path) -> None:
    manifest = json.loads((issued / "manifest.json").read_text("utf-8"))
    for old, content in list(manifest["contents"].items()):
        said = {**content, "safety": {"targets": ["零事故"]}}
        manifest["contents"][hash_of(said)] = said
        del manifest["contents"][old]
        for one in manifest["documents"]:
            one["content"] = hash_of(said) if one["content"] == old else one["content"]
        assert narrowed(said, parts_of("jd", [])) == content
    (issued / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    ran = again(dealer, small, issued)
    assert ran.code == 0, ran.err
    assert not printed(issued.parent / "v2")


# What changed since


def test_nothing_changed(dealer: Dealer, small: Path, issued: Path) -> None:
    edit(small / "catalog.yaml", "version: V1.0", "version: V9.0")
    ran = again(dealer, small, issued)
    assert ran.code == 0 and "unchanged" in ran.out
    assert not printed(issued.parent / "v2")
    assert read_manifest(issued.parent / "v2") == read_manifest(issued), "what was signed is still V1.0"


def test_what_changed_is_printed_with_a_confirmation(dealer: Dealer, small: Path, issued: Path) -> None:
    before = read_manifest(issued)
    edit(small / "catalog.yaml", "version: V1.0", "version: V2.0")
    edit(small / ROLE, r"(duties:\n  - id: \S+\n    zh: )[^\n]*", r"\1接待每一位到店客户并在当日登记")
    ran = again(dealer, small, issued)
    assert ran.code == 0, ran.err
    files = printed(issued.parent / "v2")
    assert len(files) == 4 and sum("变更确认单" in name for name in files) == 2
    old = next(one for one in before.documents if one.position == "showroom-manager")
    signed = before.contents[old.content]["duties"][0]["text"]
    confirmation = next((issued.parent / "v2").glob("*变更确认单.docx"))
    cells = [cell.text for table in docx.Document(str(confirmation)).tables for row in table.rows for cell in row.cells]
    assert any(signed in cell for cell in cells) and any("接待每一位到店客户并在当日登记" in cell for cell in cells)
    assert {"V1.0", "V2.0", "修改"} <= set(cells)
    versions = {one.title: one.version for one in read_manifest(issued.parent / "v2").documents}
    assert sorted(versions.values()) == ["V1.0"] * (len(versions) - 1) + ["V2.0"]
    assert again(dealer, small, issued.parent / "v2", out="v3").out.count("changed, to be signed") == 0


def test_what_was_withdrawn_and_what_is_new(dealer: Dealer, small: Path, issued: Path) -> None:
    store = next((small / "stores").iterdir())
    edit(store, "id: consultant-fleet", "id: seller")
    ran = again(dealer, small, issued)
    assert ran.code == 0, ran.err
    said = " ".join(ran.out.split())
    assert "new, to be signed" in said and "withdrawn, holds no longer" in said
    rows = read_manifest(issued.parent / "v2").documents
    assert "seller" in {one.position for one in rows} and "consultant-fleet" not in {one.position for one in rows}


def test_what_nobody_asked_about_stays(dealer: Dealer, small: Path, issued: Path) -> None:
    edit(small / ROLE, r"(duties:\n  - id: \S+\n    zh: )[^\n]*", r"\1接待客户")
    ran = again(dealer, small, issued, "general-manager")
    assert ran.code == 0 and "withdrawn" not in ran.out and not printed(issued.parent / "v2")
    assert set(read_manifest(issued.parent / "v2").documents) == set(read_manifest(issued).documents)


def test_a_document_that_cannot_be_drawn_keeps_its_row(dealer: Dealer, small: Path, issued: Path) -> None:
    edit(small / ROLE, "^duties:", "dutys:")
    ran = again(dealer, small, issued)
    assert ran.code == 2 and "withdrawn" not in ran.out
    assert set(read_manifest(issued.parent / "v2").documents) == set(read_manifest(issued).documents)


@pytest.mark.parametrize("lang", ["zh", "en", "zh+en"])
def test_confirmations_speak_the_language_of_their_document(dealer: Dealer, small: Path, tmp_path: Path, lang: str) -> None:
    words = ("jd", "--all", "--catalog", small, "-f", "html", "-f", "md", "--doc-lang", lang)
    assert dealer(*words, "--manifest", "-o", tmp_path / "v1").code == 0
    edit(small / ROLE, r"(duties:\n  - id: \S+\n    zh: [^\n]*\n    en: )[^\n]*", r"\1Greets <b>everybody</b> | at once")
    edit(small / ROLE, r"(duties:\n  - id: \S+\n    zh: )[^\n]*", r"\1立即接待到店的人")
    ran = dealer(*words, "--changed-since", tmp_path / "v1" / "manifest.json", "-o", tmp_path / "v2")
    assert ran.code == 0, ran.err
    name = {"zh": "变更确认单", "en": "Change confirmation", "zh+en": "变更确认单 Change confirmation"}[lang]
    (page,) = (tmp_path / "v2").glob(f"*{name}.html")
    text = page.read_text(encoding="utf-8")
    assert ("立即接待到店的人" in text) == (lang != "en") and ("&lt;b&gt;everybody&lt;/b&gt; | at once" in text) == (lang != "zh")


# Manifests that cannot be used


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "no manifest": (lambda told: [], "no manifest of documents"),
    "another file": (lambda told: {"format": "x"}, "no manifest of documents"),
    "newer": (lambda told: {**told, "version": 2}, "manifest version 2"),
    "another layout": (lambda told: {**told, "layout": "letter"}, "layout letter"),
    "another store": (lambda told: {**told, "store": "elsewhere"}, "store elsewhere"),
    "another choice": (lambda told: {**told, "sourced_only": True}, "sourced-only"),
    "a missing key": (lambda told: {name: part for name, part in told.items() if name != "store"}, "damaged at store"),
    "a number for a text": (lambda told: {**told, "documents": [{**told["documents"][0], "title": 7}]}, "documents[0].title"),
    "no content": (lambda told: {**told, "contents": {}}, "documents[0].content"),
    "another content": (
        lambda told: {**told, "contents": {key: {"purpose": {"text": "x"}} for key in told["contents"]}},
        "damaged at contents",
    ),
    "an odd content": (lambda told: {**told, "contents": {key: {"purpose": 7} for key in told["contents"]}}, "damaged at contents"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_manifest_that_does_not_fit_is_refused(dealer: Dealer, small: Path, issued: Path, name: str) -> None:
    path = issued / "manifest.json"
    spoil, said = BROKEN[name]
    path.write_text(json.dumps(spoil(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
    ran = again(dealer, small, issued)
    assert ran.code == 2 and said in " ".join(ran.err.split()) and "manifest.json" in "".join(ran.err.split())
    assert not (issued.parent / "v2").exists()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"format":"dealer-manifest","version":1,"documents":[]}', b"null"]
)
def test_any_bytes_are_refused_in_order(dealer: Dealer, small: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m.json").write_bytes(data)
    ran = dealer("jd", "--all", "--catalog", small, "--changed-since", tmp_path / "m.json", "-o", tmp_path / "out")
    assert ran.code == 2 and "m.json" in "".join(ran.err.split()) and "dealer itself" not in ran.err
    with pytest.raises(ManifestFault):
        read_manifest(tmp_path / "nowhere.json")


# Side by side


def test_entries_are_matched_by_their_words() -> None:
    old = ["接待到店客户", "登记来电客户", "整理车辆资料", "same"]
    new = ["same", "接待每位到店客户", "报告市场情况", "登记来电客户"]
    assert compare(old, new) == [
        ("changed", "接待到店客户", "接待每位到店客户"),
        ("new", "", "报告市场情况"),
        ("dropped", "整理车辆资料", ""),
    ]
    assert compare(["a", "a"], ["a"]) == [("dropped", "a", "")] and compare([], []) == []


def test_a_changed_indicator_says_what_changed_of_it_alone() -> None:
    from dealer_cli.documents.batch.changes import _sections

    def told(weight: str) -> dict[str, Any]:
        return {"indicators": [{"name": "成交率", "formula": "成交 ÷ 来店", "weight": weight, "unit": "%"}]}

    kinds = {"changed": "修改", "new": "新增", "dropped": "取消"}
    labels = {"colon": "：", "weight": "权重", "formula": "计算方法", "unit": "单位", "indicators": "绩效指标"}
    (section,) = _sections(told("20%"), told("25%"), labels, kinds, "zh")
    assert section["rows"] == [{"no": "1", "change": "修改", "old": "成交率（权重：20%）", "new": "成交率（权重：25%）"}]
    (section,) = _sections({}, told("25%"), labels, kinds, "zh")
    assert section["rows"][0]["new"] == "成交率（计算方法：成交 ÷ 来店；权重：25%；单位：%）"


def test_many_changes_end_soon() -> None:
    rows = compare([f"{i} 旧" * 200 for i in range(500)], [f"{i} 新" * 200 for i in range(500)])
    assert len(rows) == 1000


def test_every_field_is_told(root: Path) -> None:
    from dealer_cli.documents.batch.changes import SHAPE
    from dealer_cli.documents.batch.manifest import Manifest, Printed
    from dealer_cli.documents.book.shape import BOOK

    told = (root / "docs" / "batch.md").read_text(encoding="utf-8")
    names = {*SHAPE, *BOOK, *SHAPE["labels"], *BOOK["book"], *BOOK["chart"], *BOOK["positions"][0]}  # type: ignore[index]
    names |= {field.name for kind in (Printed, Manifest) for field in fields(kind)}
    assert [name for name in sorted(names) if not re.search(rf"[`.]{name}\b", told)] == []
