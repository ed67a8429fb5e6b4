"""Templates made to loop, to read, to reach out of their sandbox, or to make documents that do: a clear error, within the limits.

What every format of Jinja refuses is in `tests/documents/test_templates.py`; here is what takes a
process down, what only Word files can do, and what `dealer templates check` says of it.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.documents.checking.check import check
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.model.layout import shipped
from tests.conftest import Ran

Dealer = Callable[..., Ran]
Edit = Callable[[str, bytes], bytes]

DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


pytestmark = pytest.mark.usefixtures("little")


def refused(drawn: Any, folder: Path, form: str, data: bytes) -> TemplateFault:
    """How printing ends, and that checking ends in words too."""
    end = "html" if form == "pdf" else form
    (folder / f"jd.{end}").write_bytes(data)
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", form, [folder])(drawn)
    # Checking tries what printing does: what takes its time once need not take it twice here.
    assert caught.value.cause.startswith("out-of-") or check(folder / f"jd.{end}")
    return caught.value


# Jinja, what goes too deep or on for ever


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "failed"),
        ("{{ " + "1+" * 5_000 + "1 }}", "failed"),
        ("{% if 1 %}" * 300 + "{% endif %}" * 300, "failed"),
        ("{% for a in duties %}" * 25 + "{% endfor %}" * 25, "failed"),
        ("{{ " + "9" * 6000 + " }}", "failed"),
        ("{{ post.title|truncate(2) }}", "failed"),
        ("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}", "failed"),
        ("{% for d in duties recursive %}{{ loop(duties) }}{% endfor %}", "failed"),
        ("{% set a = duties + duties %}" + "{% set a = a + a %}" * 40, "out-of-memory"),
        ("{% set x %}" + "a" * 1000 + "{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 30, "out-of-memory"),
        ("{{ 'a'" + "|replace('', 'xxxxxxxxxx')" * 9 + "|length }}", "out-of-"),
        ("{{" * 20_000, "failed"),
        ("{#" * 10_000, "syntax"),
        ("{% import 'os' as os %}", "failed"),
        ("{% include ['/etc/passwd'] ignore missing %}", "failed"),
        ("{{ self._TemplateReference__context }}", "forbidden"),
        ("{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{{ m() }}", "forbidden"),
        ("{% for d in duties %}{{ loop.changed.__globals__ }}{% endfor %}", "forbidden"),
        ("{{ duties|groupby('__class__') }}", "undefined"),
        ("{{ [post.title]|map('attr', '__class__')|list }}", "failed"),
        ("{% set ns = namespace(a=1) %}", "unknown-word"),
    ],
)
def test_a_text_template(drawn: Any, tmp_path: Path, text: str, cause: str) -> None:
    fault = refused(drawn, tmp_path, "md", text.encode())
    assert fault.cause.startswith(cause) and fault.detail


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_a_template_of_a_hundred_megabytes_is_not_even_read(drawn: Any, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"jd.{'html' if form == 'pdf' else form}"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", form, [tmp_path])
    assert caught.value.cause == "too-large"
    assert [flaw.cause for flaw in check(path)] == ["too-large"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{% for a in duties %}" * 25 + "{% endfor %}" * 25, "failed"),
        ("{% for a in duties %}" * 12 + "{% endfor %}" * 12, "out-of-time"),
        ("{% set x %}" + "a" * 1000 + "{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 30, "out-of-memory"),
        ("{% include '/etc/passwd' %}", "failed"),
        ("{{ post.__class__.__mro__ }}", ""),
    ],
)
def test_jinja_on_its_way_to_paper(drawn: Any, tmp_path: Path, text: str, cause: str) -> None:
    drawn = {**drawn, "duties": drawn["duties"] * 9}
    fault = refused(drawn, tmp_path, "pdf", text.encode())
    assert fault.cause.startswith(cause)
    assert "root:" not in f"{fault.detail}{fault.near}"


# Word


def word(edit: Edit = lambda name, data: data, *, add: dict[str, bytes] | None = None, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(shipped("templates") / "jd.docx") as source, zipfile.ZipFile(target, "w", packing) as package:
        for name in source.namelist():
            package.writestr(name, edit(name, source.read(name)))
        for name, data in (add or {}).items():
            package.writestr(name, data)
    return target.getvalue()


def put(part: str, before: str, text: str) -> Edit:
    """Something put before a text of a part."""

    def edit(name: str, data: bytes) -> bytes:
        assert name != part or before.encode() in data
        return data.replace(before.encode(), (text + before).encode(), 1) if name == part else data

    return edit


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> Edit:
    return put(RELATIONS, "</Relationships>", f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>')


ENTITIES = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
RUN = "</w:t></w:r><w:r>{}</w:r><w:r><w:t>"
ACTIVE: dict[str, tuple[bytes, str, str]] = {
    # what: the file, the part that is named, a word of the reason
    "entity that reads a file": (word(put(DOCUMENT, "<w:document", ENTITIES)), DOCUMENT, "entity"),
    "entities of entities": (word(put("word/styles.xml", "<w:styles", LAUGHS)), "word/styles.xml", "entity"),
    "UTF-16, which hides them": (word(lambda name, data: data.decode().encode("utf-16") if name == DOCUMENT else data), DOCUMENT, "UTF-8"),
    "template from the network": (word(relation("attachedTemplate", "http://e.example/x.dotm")), RELATIONS, "attachedTemplate"),
    "picture from the network": (word(relation("image", "http://e.example/x.png")), RELATIONS, "http://e.example/x.png"),
    "picture from a share": (word(relation("image", "file://///e.example/x.png")), RELATIONS, "file:"),
    "link to a file": (word(relation("hyperlink", "file:///etc/passwd")), RELATIONS, "file:"),
    "link to a script": (word(relation("hyperlink", "javascript:alert(1)")), RELATIONS, "javascript:"),
    "frame": (word(relation("frame", "x.htm", "")), RELATIONS, "frame"),
    "object": (word(relation("oleObject", "x.bin", "")), RELATIONS, "oleObject"),
    "macros": (word(add={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "word/vbaProject.bin", "macro"),
    "macros under another name": (word(relation("vbaProject", "x.bin", ""), add={"word/x.bin": b"\xd0\xcf"}), RELATIONS, "vbaProject"),
    "type of a file with macros": (
        word(put(TYPES, "</Types>", '<Override PartName="/a" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>')),
        TYPES,
        "macroEnabled",
    ),
    "embedded file": (word(add={"word/embeddings/a.xlsx": b"x"}), "word/embeddings/a.xlsx", "embedded"),
    "chunk of HTML": (word(put(DOCUMENT, "<w:sectPr", "<w:altChunk/>")), DOCUMENT, "altChunk"),
    "field that runs a program": (
        word(put(DOCUMENT, "{{ post.title", RUN.format("<w:instrText> DD</w:instrText><w:instrText>EAUTO c:\\x </w:instrText>"))),
        DOCUMENT,
        "DDEAUTO",
    ),
    "field that reads a file": (
        word(put(DOCUMENT, "{{ post.title", RUN.format('<w:fldSimple w:instr="includetext /etc/passwd"/>'))),
        DOCUMENT,
        "INCLUDETEXT",
    ),
}


@pytest.mark.parametrize("what", ACTIVE)
def test_a_word_file_that_would_run_or_fetch_is_refused_with_its_part(drawn: Any, tmp_path: Path, what: str) -> None:
    data, part, reason = ACTIVE[what]
    fault = refused(drawn, tmp_path, "docx", data)
    assert (fault.cause, fault.part) == ("forbidden", part) and reason in fault.detail


def corrupt() -> bytes:
    data = bytearray(word())
    start = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo(DOCUMENT).header_offset + 30 + len(DOCUMENT)
    data[start + 20 : start + 60] = b"\xff" * 40
    return bytes(data)


def lying() -> bytes:
    """A part that is a thousand times larger than the list of parts says."""
    data = bytearray(word(add={"zz.xml": b"\0" * (64 * 1024 * 1024)}))
    entry = data.rfind(b"zz.xml") - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(data)


BROKEN = {
    "bomb": (word(add={"x.png": b"\0" * (64 * 1024 * 1024)}), "too-large"),
    "bomb that lies": (lying(), "no-word-file"),
    "bomb of parts": (word(add={f"a{n}": b"" for n in range(3000)}), "too-large"),
    "bytes changed": (corrupt(), "no-word-file"),
    "other packing": (word(packing=zipfile.ZIP_LZMA), "no-word-file"),
    "name that leads out": (word(add={"../../x.txt": b"x"}), "no-word-file"),
    "name of another system": (word(add={"word\\..\\x.txt": b"x"}), "no-word-file"),
    "part twice": (word(add={"Word/Document.xml": b"<x/>"}), "no-word-file"),
    "nested without end": (word(lambda name, data: b"<x>" * 100_000 if name == DOCUMENT else data), "broken-xml"),
    "styles cut off": (word(lambda name, data: data[:-20] if name == "word/styles.xml" else data), "broken-xml"),
    "loop without end": (word(put(DOCUMENT, "{{ post.title", "{% for a in duties %}" * 18 + "{% endfor %}" * 18)), "out-of-time"),
    "braces without end": (word(put(DOCUMENT, "{{ post.title", "{" * 20_000)), "braces"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_word_file_that_is_broken_or_endless_is_refused(drawn: Any, tmp_path: Path, what: str) -> None:
    data, cause = BROKEN[what]
    assert refused(drawn, tmp_path, "docx", data).cause == cause


def test_a_word_file_as_offices_write_it_is_taken(drawn: Any, tmp_path: Path) -> None:
    data = word(relation("hyperlink", "https://www.example.com/"), add={"word/printerSettings/printerSettings1.bin": b"x"})
    (tmp_path / "jd.docx").write_bytes(data)
    assert renderer("jd", "docx", [tmp_path])(drawn).startswith(b"PK") and check(tmp_path / "jd.docx") == []


# The command


def test_it_ends_in_words_and_writes_nothing(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "jd.docx").write_bytes(ACTIVE["template from the network"][0])
    for lang, words in (("en", "may not do this"), ("zh", "模板不能这样做|模板不可|不允许")):
        ran = dealer("jd", "--all", "--catalog", small, "-f", "md", "-f", "docx", "-o", tmp_path / "out", lang=lang)
        said = "".join(ran.err.split())
        assert ran.code == 2 and "jd.docx" in said and "attachedTemplate" in said and RELATIONS in said
        assert lang == "zh" or re.search(words, " ".join(ran.err.split()))
        assert not (tmp_path / "out").exists()
    ran = dealer("templates", "check", "--catalog", small)
    assert ran.code == 1 and "attachedTemplate" in "".join(ran.out.split())
