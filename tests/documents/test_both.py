"""Chinese and English in one document: everything is said in both, once where both say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.documents.picture.both import both, told, voices
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran
from tests.documents.pdf_reading import plain, said
from tests.documents.reading_back import READ

STORE = "standard-4s"
LAYOUTS = ["jd", "letter", "safety", "appointment"]


def leaves(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, f"{field}.{name}" if field else name)
    else:
        for number, part in enumerate(value):
            yield from leaves(part, f"{field}[{number}]")


def drawn(catalog: Catalog, lang: str, key: str = "sales-director", layout: str = "jd") -> Any:
    tellers = voices(catalog, STORE, lang, Manner())
    return told(tellers, lambda voice: picture(voice, voice.scene.chart.seats[key], Occasion(layout)))  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_position_has_both_texts_in_every_field(catalog: Catalog, layout: str) -> None:
    seats = voices(catalog, STORE, "zh", Manner())[0].scene.chart.seats
    for key in list(seats) if layout == "jd" else ["sales-director", "cashier"]:
        zh, en, two = (dict(leaves(drawn(catalog, lang, key, layout))) for lang in ("zh", "en", "zh+en"))
        assert set(zh) == set(en) == set(two)
        for field, text in two.items():
            if field.startswith("labels.page_") or field in ("document.lang", "document.name", "labels.comma", "labels.colon"):
                continue
            assert text in (zh[field], f"{zh[field]} {en[field]}", f"{zh[field]}\n{en[field]}"), field
            assert (text == zh[field]) == (zh[field] == en[field] or not en[field]), field


def test_names_stand_in_a_line_and_sentences_below_each_other(catalog: Catalog) -> None:
    found = drawn(catalog, "zh+en")
    assert found["post"]["title"] == "销售总监 Sales director"
    assert found["labels"]["duties"].count("\n") == 0 and found["labels"]["part"] == "权责\nPart"
    assert all("\n" not in name for name in found["post"]["subordinates"]) and all("\n" in duty["text"] for duty in found["duties"])
    assert (found["document"]["lang"], found["labels"]["comma"]) == ("zh-CN", "、")


@pytest.mark.parametrize(
    ("chinese", "english", "name"),
    [
        ("XS-01 销售总监", "XS-01 Sales director", "XS-01 销售总监 Sales director"),
        ("XS-01 总监 责任书 王某", "XS-01 Director Letter 王某", "XS-01 总监 责任书 Director Letter 王某"),
        ("投诉公示", "Notice on complaints", "投诉公示 Notice on complaints"),
        ("XS-01 CEO", "XS-01 CEO", "XS-01 CEO"),
        ("XS-01 总监", "XS-01 总监 Director", "XS-01 总监 Director"),
    ],
)
def test_the_name_of_a_file_says_the_number_and_the_person_once(chinese: str, english: str, name: str) -> None:
    assert both({"document": {"name": chinese}}, {"document": {"name": english}}) == {"document": {"name": name}}


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_the_same_templates_print_both(catalog: Catalog, form: str) -> None:
    data = renderer("jd", form, [])(drawn(catalog, "zh+en"))
    found = said(data) if form == "pdf" else plain(READ[form](data))
    for lang in ("zh", "en"):
        one = drawn(catalog, lang)
        wanted = [duty["text"] for duty in one["duties"]] + [indicator["name"] for indicator in one["indicators"]]
        wanted += [one["purpose"]["text"], one["post"]["title"], one["labels"]["title"], one["labels"]["signatures"]]
        assert [text for text in wanted if plain(text) not in found] == []


def test_the_command_prints_both_beside_one(dealer: Callable[..., Ran], tmp_path: Path) -> None:
    ran = dealer("jd", "sales-director", "--store", STORE, "-f", "md", "--doc-lang", "zh+en", "--doc-lang", "en", "-o", tmp_path)
    assert ran.code == 0, ran.err
    assert [path.name for path in (tmp_path / "zh+en").iterdir()] == ["XS-01 销售总监 Sales director.md"]
    assert [path.name for path in (tmp_path / "en").iterdir()] == ["XS-01 Sales director.md"]


def test_errors_of_a_role_are_told_once(dealer: Callable[..., Ran], small: Path, tmp_path: Path) -> None:
    path = small / "roles" / "sales" / "sales-consultant.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    ran = dealer("jd", "sales-consultant", "--catalog", small, "-o", tmp_path / "out", "-f", "md", "--doc-lang", "zh+en")
    assert ran.code == 2 and ran.err.count("S001") == 1
