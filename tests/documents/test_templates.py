"""Templates: their fields are told, a house's own win, unsafe ones are refused, and `dealer jd` prints by them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.batch.files import file_name, print_all
from dealer_cli.documents.picture.position import WORDS, picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import FORMATS, renderer
from dealer_cli.documents.printing.sandbox import FILTERS
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import Ran
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


# Fields


def test_every_field_is_told_and_every_told_field_exists(pictures: list[Any], root: Path) -> None:
    page = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z_.\[\]]+)` \|", page, re.MULTILINE))
    real = {field for one in pictures for field in fields(one)}
    # A list of records is told by the fields of its records.
    real = {field for field in real if not any(other.startswith(field + ".") for other in real)}
    assert real == told
    assert sorted(FILTERS) == sorted(re.search(r"Filters: `([^`]+)`", page).group(1).split())  # type: ignore[union-attr]


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
    assert {path.suffix[1:] for path in (root / "templates").glob("jd.*")} == set(FORMATS)


# Files


def test_names_of_files_are_names_everywhere() -> None:
    assert file_name('XS-07 a/b\\c:d*e?f"g<h>i|j') == "XS-07 a-b-c-d-e-f-g-h-i-j"
    assert file_name("../..") == "-" or "/" not in file_name("../..")
    assert file_name("a. ") == "a" and file_name("...") == "-"
    assert len(file_name("长" * 300).encode()) <= 240


def test_two_documents_never_share_a_file(tmp_path: Path) -> None:
    twins = [{"post": {"number": "XS-01", "title": title}} for title in ("A", "a", "A")]
    written = list(print_all(twins, {"md": lambda one: b"x"}, tmp_path))
    assert [path.name for path in written] == ["XS-01 A.md", "XS-01 a (2).md", "XS-01 A (3).md"]


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
