"""Templates: their fields are told, a house's own win, unsafe ones are refused, and `dealer jd` prints by them."""

from __future__ import annotations

import json
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.batch.files import file_name
from dealer_cli.documents.checking.check import check
from dealer_cli.documents.picture.occasion import LAYOUTS, Occasion
from dealer_cli.documents.picture.position import WORDS, picture
from dealer_cli.documents.picture.schemas import context_schemas
from dealer_cli.documents.picture.shapes import CONTEXTS, NOTICE, POSITION
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing import guarded
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import USUAL, renderer
from dealer_cli.documents.printing.sandbox import FILTERS
from dealer_cli.documents.roster import Person
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import GUARD, Ran
from tests.documents.reading_back import word_text

Dealer = Callable[..., Ran]


@pytest.fixture(scope="module")
def pictures(catalog: Catalog) -> list[Any]:
    """Every position of every store."""
    voices = [Voice(Scene(catalog, store, "zh"), Manner()) for store in catalog.store_ids()]
    return [picture(voice, seat) for voice in voices for seat in voice.scene.chart.seats.values()]


def fields(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from fields(part, f"{path}.{key}" if path else key)
    elif isinstance(value, str):
        yield path
    else:
        yield path + "[]"
        for part in value:
            yield from fields(part, path + "[]")


def leaves(shape: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(shape, str):
        yield path, shape
    elif isinstance(shape, list):
        yield from leaves(shape[0], path + "[]")
    else:
        for key, part in shape.items():
            yield from leaves(part, f"{path}.{key}" if path else key)


# Fields


def test_the_page_tells_every_field_as_it_is_declared(root: Path) -> None:
    page = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    told = {field: text for field, text in re.findall(r"^\| `([a-z_.\[\]]+)` \| (.*) \|$", page, re.MULTILINE) if field not in LAYOUTS}
    declared = (
        dict(leaves(NOTICE))
        | dict(leaves(POSITION))
        | {path: text for path, text in leaves(NOTICE) if path.startswith(("notice", "handlers"))}
    )
    assert told.keys() == declared.keys()
    # What the notice says of its post stands in its own table, behind that of the position.
    assert {path: told[path] for path, text in declared.items() if text and not path.startswith("post.")} == {
        path: text for path, text in declared.items() if text and not path.startswith("post.")
    }
    assert sorted(FILTERS) == sorted(re.search(r"Filters: `([^`]+)`", page).group(1).split())  # type: ignore[union-attr]


def test_every_position_has_the_declared_fields_and_no_other(catalog: Catalog, pictures: list[Any]) -> None:
    voice = Voice(Scene(catalog, None, "zh"), Manner())
    seat = next(iter(voice.scene.chart.seats.values()))
    letter = picture(voice, seat, Occasion("letter", people={seat.key: [Person("A")]}))
    real = {field for one in [*pictures, letter] for field in fields(one)}
    assert {field for field in real if not any(other.startswith(field + ".") for other in real)} == dict(leaves(POSITION)).keys()


@pytest.mark.parametrize("kind", CONTEXTS)
def test_the_schema_of_a_picture_is_not_stale(shipped_folder: Path, kind: str) -> None:
    on_disk = json.loads((shipped_folder / "schema" / "contexts" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert on_disk == context_schemas()[kind]


def test_every_picture_is_as_its_schema_says(pictures: list[Any]) -> None:
    judge = Draft202012Validator(context_schemas()["jd"])
    for one in pictures:
        judge.validate(one)


def test_every_field_is_always_there_and_none_is_called_as_a_method(pictures: list[Any]) -> None:
    assert all(set(one) == WORDS for one in pictures)
    shapes = {tuple(sorted(one["post"])) + tuple(sorted(one["document"])) + tuple(sorted(one["labels"])) for one in pictures}
    assert len(shapes) == 1
    names = {name for one in pictures for field in fields(one) for name in field.replace("[]", "").split(".")}
    assert not names & set(dir(dict))


# Templates from outside


def word_template(folder: Path, old: str, new: str) -> Path:
    """The shipped Word template with something replaced in its text."""
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(shipped("templates") / "jd.docx") as source, zipfile.ZipFile(folder / "jd.docx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new, 1).encode()
            target.writestr(name, data)
    return folder


def test_a_template_that_libreoffice_saved_still_renders(pictures: list[Any], tmp_path: Path) -> None:
    # Made from templates/jd.docx: bold switched on and off inside of tags, a word added to the title,
    # then `soffice --headless --convert-to docx`.
    shutil.copy(Path(__file__).parent.parent / "data" / "jd-libreoffice.docx", tmp_path / "jd.docx")
    own, ours = renderer("jd", "docx", [tmp_path]), renderer("jd", "docx", [])
    for one in pictures[:20]:
        said = word_text(own(one))
        assert "岗位说明书（一汽-大众）" in said
        assert said.replace("岗位说明书（一汽-大众）", "岗位说明书").split() == word_text(ours(one)).split()


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{{ pots.title }}", "unknown-word"),
        ("{{ post.titel }}", "undefined"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "unknown-word"),
        ("{{ lipsum(9) }}", "unknown-word"),
        ("{% for n in range(99999) %}{% endfor %}", "unknown-word"),
        ("{{ post.__class__ }}", "undefined"),
        ("{{ ''.__class__.__mro__ }}", "forbidden"),
        ("{{ post.title.format(1) }}", "forbidden"),
        ("{{ duties.append(1) }}", "forbidden"),
        ("{% for duty in duties %}{{ loop._iterator }}{% endfor %}", "forbidden"),
        ("{{ 'x' * 999999999 }}", "forbidden"),
        ("{{ 9 ** 9 ** 9 }}", "forbidden"),
        ("{{ '%999999999d' % 1 }}", "forbidden"),
        ("{{ post.title|attr('x') }}", "syntax"),
        ("{{ post.title|safe }}", "syntax"),
        ("{{ duties|random }}", "syntax"),
        ("{% autoescape false %}{{ post.title }}{% endautoescape %}", "syntax"),
        ("{% include '/etc/passwd' %}", "failed"),
        ("{% if %}", "syntax"),
        ("{{ post.title", "syntax"),
    ],
)
def test_a_template_that_is_wrong_or_unsafe_is_refused_at_its_line(
    pictures: list[Any], tmp_path: Path, form: str, text: str, cause: str
) -> None:
    (tmp_path / f"jd.{form}").write_text(f"first line\n{text}\n", encoding="utf-8")
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", form, [tmp_path])(pictures[0])
    assert (caught.value.cause, caught.value.part) == (cause, "2")
    assert caught.value.template == str(tmp_path / f"jd.{form}")


@pytest.mark.parametrize(
    ("old", "new", "cause", "near"),
    [
        ("post.superior or", "post.boss or", "undefined", "post.boss"),
        ("{{ post.title }}", "{{ cycler }}", "unknown-word", "cycler"),
        ("{%tr endfor %}", "{%p endfor %}", "broken-xml", ""),
        ("{%p if indicators %}", "{%p if %}", "syntax", "if"),
    ],
)
def test_a_word_template_that_is_wrong_is_refused_with_its_part(
    pictures: list[Any], tmp_path: Path, old: str, new: str, cause: str, near: str
) -> None:
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", "docx", [word_template(tmp_path, old, new)])(max(pictures, key=lambda one: len(one["duties"])))
    assert (caught.value.cause, caught.value.part) == (cause, "word/document.xml")
    assert near in caught.value.near


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "jd.docx").write_bytes(data)
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", "docx", [tmp_path])
    assert caught.value.cause == "no-word-file"


def test_macros_of_a_template_are_not_escaped_twice(pictures: list[Any], tmp_path: Path) -> None:
    for form in ("html", "md"):
        text = "{% macro b(x) %}<b>{{ x }}</b>\n{% endmacro %}{{ b(post.title ~ '&') }}"
        (tmp_path / f"jd.{form}").write_text(text, encoding="utf-8")
        said = renderer("jd", form, [tmp_path])(pictures[0]).decode()
        assert said.strip() == f"<b>{pictures[0]['post']['title']}{'&amp;' if form == 'html' else chr(92) + '&'}</b>"


def test_shipped_templates_are_small(root: Path) -> None:
    assert all(path.stat().st_size < 20_000 for path in (root / "templates").iterdir())
    for layout in LAYOUTS:
        assert {path.suffix[1:] for path in (root / "templates").glob(f"{layout}.*")} == {*USUAL}


# Files


def test_names_of_files_are_names_everywhere() -> None:
    assert file_name('XS-07 a/b\\c:d*e?f"g<h>i|j') == "XS-07 a-b-c-d-e-f-g-h-i-j"
    assert file_name("../..") == "-" or "/" not in file_name("../..")
    assert file_name("a. ") == "a" and file_name("...") == "-"
    assert len(file_name("长" * 300).encode()) <= 240


# The command


def test_jd_writes_every_format_of_a_position(dealer: Dealer, tmp_path: Path) -> None:
    ran = dealer("jd", "销售顾问", "--store", "faw-vw-4s", "-o", tmp_path, "--doc-lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".html", ".md"]
    assert all(re.fullmatch(r"XS-\d\d Sales consultant\.\w+", path.name) for path in tmp_path.iterdir())
    assert "3 documents" in ran.out


def test_jd_of_two_languages_has_a_folder_each(dealer: Dealer, tmp_path: Path) -> None:
    ran = dealer("jd", "-d", "销售部", "--store", "faw-vw-4s", "-o", tmp_path, "--doc-lang", "zh", "--doc-lang", "en", "-f", "md")
    assert ran.code == 0
    assert len(list((tmp_path / "zh").iterdir())) == len(list((tmp_path / "en").iterdir())) > 5


def test_jd_all_twice_gives_the_same_bytes(dealer: Dealer, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert dealer("jd", "--all", "--store", "faw-vw-4s", "-o", tmp_path / name).code == 0
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert first == second and len(first) > 100


@pytest.mark.parametrize(
    "words", [[], ["no such post at all"], ["-d", "no such department"], ["service-station-head", "--store", "faw-vw-4s"]]
)
def test_jd_of_nothing_ends_in_words(dealer: Dealer, tmp_path: Path, words: list[str]) -> None:
    ran = dealer("jd", *words, "-o", tmp_path / "out")
    assert ran.code == 2 and ran.err.startswith("dealer: ") and not (tmp_path / "out").exists()


def test_errors_of_a_role_refuse_its_document_only(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    path = small / "roles" / "sales" / "sales-consultant.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    ran = dealer("jd", "--all", "--catalog", small, "-o", tmp_path / "out", "-f", "md")
    assert ran.code == 2 and "sales-consultant.yaml" in ran.err and "S001" in ran.err
    assert not [path for path in (tmp_path / "out").iterdir() if "onsultant" in path.name or "顾问" in path.name]
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_context_is_the_picture_as_json(dealer: Dealer) -> None:
    ran = dealer("jd", "showroom-manager", "--store", "faw-vw-4s", "--context")
    assert json.loads(ran.out)["post"]["title"] == "展厅经理"
    poor = dealer("jd", "showroom-manager", "--store", "faw-vw-4s", "--context", encoding="gbk")
    assert json.loads(poor.out) == json.loads(ran.out)


def test_own_templates_win_one_by_one(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    for folder in (tmp_path / "mine", small / "templates"):
        folder.mkdir()
        (folder / "jd.md").write_text(f"{folder.name}: {{{{ post.title }}}}", encoding="utf-8")
    for options, wanted in (([], "templates: "), (["--templates", tmp_path / "mine"], "mine: ")):
        ran = dealer("jd", "general-manager", "--catalog", small, "-o", tmp_path / wanted[:4], "-f", "md", "-f", "html", *options)
        assert ran.code == 0
        assert next((tmp_path / wanted[:4]).glob("*.md")).read_text(encoding="utf-8").startswith(wanted)
        assert "<!DOCTYPE html>" in next((tmp_path / wanted[:4]).glob("*.html")).read_text(encoding="utf-8")


def test_a_wrong_template_ends_with_its_name_place_and_cause(dealer: Dealer, tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text("\n{{ post.boss }}", encoding="utf-8")
    for lang, word in (("en", "line 2"), ("zh", "第 2 行")):
        ran = dealer("jd", "general-manager", "--templates", tmp_path, "-o", tmp_path / "out", "-f", "md", lang=lang)
        flat = "".join(ran.err.split())
        assert ran.code == 2 and "jd.md" in flat and word.replace(" ", "") in flat and "boss" in flat
    assert not (tmp_path / "out").exists()


def test_templates_are_copied_and_never_overwritten_unasked(dealer: Dealer, tmp_path: Path) -> None:
    assert dealer("templates", "copy", tmp_path).code == 0
    (tmp_path / "jd.md").write_text("mine", encoding="utf-8")
    again = dealer("templates", "copy", tmp_path)
    assert again.code == 2 and "jd.md" in again.err.replace("\n  ", "")
    assert (tmp_path / "jd.md").read_text(encoding="utf-8") == "mine"
    assert dealer("templates", "copy", tmp_path, "--force").code == 0
    assert (tmp_path / "jd.md").read_bytes() == (shipped("templates") / "jd.md").read_bytes()


def test_a_word_template_too_large_to_unpack_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dealer_cli.documents.printing import docx as word

    monkeypatch.setattr(word, "MAX_UNPACKED", 10)
    with pytest.raises(TemplateFault) as caught:
        word.load((shipped("templates") / "jd.docx").read_bytes(), "jd.docx")
    assert caught.value.cause == "too-large"


# Limits of templates from outside


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{% for a in duties %}" * 12 + "{% endfor %}" * 12, "out-of-time"),
        ("{% set x = 'xxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 32, "out-of-memory"),
        ("{% set x = 'xxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 20 + "{{ x }}" * 9, "too-long"),
        ("{% macro again(x) %}{{ again(x) }}{% endmacro %}{{ again(1) }}", "failed"),
        ("{% for n in range(10**9) %}{% endfor %}", "unknown-word"),
    ],
)
def test_a_template_without_end_ends_within_its_limits(
    pictures: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, cause: str
) -> None:
    monkeypatch.setattr(guarded, "SECONDS", 1)
    monkeypatch.setattr(guarded, "MEMORY", 512 * 1024 * 1024)
    (tmp_path / "jd.md").write_text(text, encoding="utf-8")
    start = time.monotonic()
    with pytest.raises(TemplateFault) as caught:
        renderer("jd", "md", [tmp_path])(max(pictures, key=lambda one: len(one["duties"])))
    assert caught.value.cause == cause
    assert time.monotonic() - start < GUARD


def test_after_a_template_has_ended_badly_others_still_render(pictures: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jd.md").write_text("{% for a in duties %}" * 12 + "{% endfor %}" * 12, encoding="utf-8")
    longest = max(pictures, key=lambda one: len(one["duties"]))
    bad = renderer("jd", "md", [tmp_path])
    monkeypatch.setattr(guarded, "PATIENCE", 0.3)
    with pytest.raises(TemplateFault) as caught:
        bad(longest)
    assert caught.value.cause == "out-of-time"
    (tmp_path / "jd.md").write_text("{{ post.title }}", encoding="utf-8")
    assert renderer("jd", "md", [tmp_path])(longest).decode().strip() == longest["post"]["title"]


def test_an_own_template_prints_what_the_shipped_one_prints(pictures: list[Any], tmp_path: Path) -> None:
    for form in USUAL:
        shutil.copy(shipped("templates") / f"jd.{form}", tmp_path)
        own, ours = renderer("jd", form, [tmp_path]), renderer("jd", form, [])
        assert type(own) is not type(ours)
        assert [own(one) for one in pictures[:5]] == [ours(one) for one in pictures[:5]]


# `dealer templates check`


def test_shipped_templates_are_right_in_every_field(root: Path) -> None:
    for path in sorted((root / "templates").iterdir()):
        if path.suffix in (".docx", ".html", ".md") and path.stem in CONTEXTS:
            assert check(path) == []


BROKEN = """first
{{ post.titel }} and {{ pots.title }}
{% for duty in duties %}{{ duty.txt }}{% endfor %}
{% for one in held %}{% for duty in one.duties %}{{ duty.texts }}{% endfor %}{% endfor %}
{% macro row(given) %}{{ given.name }}{% endmacro %}{{ row(duties[0]) }}
{{ post.people|map(attribute="nam")|join(", ") }} {{ held|selectattr("duty")|list }}
{{ post.title|uper }} {{ loop.index }}
{% if %}x{% endif %}
{% endfor %}
{% for duty in duties %}{{ duty.no }}
{{ post.level
{% frob %} {{ post.subordinates.text }} {{ post['numbr'] }}
"""


def test_everything_wrong_in_a_text_is_named_with_its_place_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text(BROKEN, encoding="utf-8")
    assert [(flaw.line, flaw.column, flaw.cause, flaw.nearest) for flaw in check(tmp_path / "jd.md")] == [
        (2, 9, "undefined", ("title",)),
        (2, 25, "unknown-word", ("post",)),
        (3, 33, "undefined", ("text",)),
        (4, 58, "undefined", ("text",)),
        (5, 32, "undefined", ()),
        (6, 31, "undefined", ("name",)),
        (6, 71, "undefined", ("duties",)),
        (7, 15, "syntax", ("upper",)),
        (7, 26, "unknown-word", ()),
        (8, 1, "syntax", ()),
        (9, 1, "syntax", ()),
        (10, 1, "syntax", ()),
        (11, 1, "syntax", ()),
        (12, 1, "syntax", ()),
        (12, 33, "undefined", ()),
        (12, 50, "undefined", ("number",)),
    ]


def test_everything_wrong_in_a_word_file_is_named_with_its_paragraph(tmp_path: Path) -> None:
    edits = {"post.level": "post.levle", "{{ duty.text }}": "{{ duty.txt }}", "{%p if relations %}": "{%p if relation %}"}
    with zipfile.ZipFile(shipped("templates") / "jd.docx") as source, zipfile.ZipFile(tmp_path / "jd.docx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                for old, new in edits.items():
                    data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data.replace(b"document.number", b"document.no") if "footer" in name else data)
    found = [(flaw.part, flaw.detail, flaw.near[:12]) for flaw in check(tmp_path / "jd.docx")]
    assert [(part, detail) for part, detail, _ in found] == [
        ("word/document.xml", "post.levle"),
        ("word/document.xml", "duty.txt"),
        ("word/document.xml", "relation"),
        ("word/footer1.xml", "document.no"),
    ]
    assert found[1][2] == "{{ duty.txt "


def test_templates_check_ends_by_what_it_found(dealer: Dealer, tmp_path: Path, small: Path) -> None:
    assert dealer("templates", "copy", "letter", "safety", tmp_path / "t").code == 0
    assert {path.stem for path in (tmp_path / "t").iterdir()} <= {"letter", "safety", "look", "paper", "header", "footer", "signatures"}
    assert dealer("templates", "check", tmp_path / "t").code == 0
    (small / "templates").mkdir()
    (small / "templates" / "jd.md").write_text(BROKEN, encoding="utf-8")
    for lang, word in (("en", "Did you mean: title"), ("zh", "title")):
        ran = dealer("templates", "check", "--catalog", small, lang=lang)
        assert ran.code == 1 and "jd.md:2:9:" in ran.out.replace("\n  ", "") and word in ran.out
    assert dealer("templates", "check", tmp_path / "nowhere").code == 2
    assert dealer("templates", "check", small / "roles").code == 2
    assert dealer("templates", "copy", "no-such-kind", tmp_path / "u").code == 2


def test_a_copied_template_has_a_guide_that_is_never_printed(pictures: list[Any]) -> None:
    for form in USUAL:
        path = shipped("templates") / f"letter.{form}"
        source = zipfile.ZipFile(path).read("word/document.xml").decode() if form == "docx" else path.read_text(encoding="utf-8")
        assert "dealer templates check" in source
        data = renderer("letter", form, [])(pictures[0])
        assert "templates check" not in (word_text(data) if form == "docx" else data.decode())
