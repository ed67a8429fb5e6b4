"""Hostile texts in every field of a catalog, an opening and a roster: printed as they are, or refused by their place.

What a document says is held against the texts; how it is built, against the same document of a
catalog with harmless ones: no text may add an element, a row, a formula, a link or a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.hostile_documents.expected import lost
from tests.hostile_documents.reading import READERS, Read, files
from tests.hostile_documents.spoilt import DRAWN, LONG, MARK, UNDRAWN, Texts, spoil

Dealer = Callable[..., Ran]


KINDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    # the command, the formats that need no font, those that need one
    "jd": (("jd", "own-head", "own-other"), "docx html md json csv", "pdf"),
    "letter": (("jd", "own-other", "-l", "letter", "--year", "2027"), "docx html md json csv", "pdf"),
    "safety": (("jd", "own-other", "-l", "safety"), "docx html md json csv", "pdf"),
    "appointment": (("jd", "own-other", "-l", "appointment", "--from", "2027-01-01"), "docx html md json csv", "pdf"),
    "complaint-notice": (("jd", "-l", "complaint-notice"), "docx html md json", "pdf"),
    "book": (("book",), "html", "docx pdf"),
    "kpi": (("sheet", "kpi", "--all"), "xlsx csv json", ""),
    "matrix": (("sheet", "matrix"), "xlsx csv json", ""),
    "headcount": (("sheet", "headcount"), "xlsx csv json", ""),
    "calendar": (("sheet", "calendar"), "xlsx csv json", ""),
    "handover": (("sheet", "handover", "own-head"), "xlsx csv json docx html", ""),
    "approvals": (("sheet", "approvals"), "xlsx csv json docx html", ""),
    "certificates": (("sheet", "certificates"), "xlsx csv json", ""),
    "posting": (("posting", "own-clerk"), "html md txt json", ""),
    "chart": (("chart",), "svg html mermaid", "png pdf"),
}

CUT = {("chart", "pdf"), ("book", "pdf"), ("book", "html")}
"""Where a label of the chart that does not fit is cut with a mark."""

Documents = dict[str, list[tuple[list[int], Read, Path]]]


def rotated(shift: int, texts: list[str] = DRAWN) -> Callable[[int], str]:
    """One text after the other over the fields."""
    return lambda number: texts[(number * 7 + shift) % len(texts)]


def everywhere(text: str) -> Callable[[int], str]:
    return lambda number: text


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[int], str]], tuple[Path, Texts]]:
    """Catalogs by their names, each written once."""
    made: dict[str, tuple[Path, Texts]] = {}

    def catalog(name: str, chosen: Callable[[int], str]) -> tuple[Path, Texts]:
        if name not in made:
            folder = tmp_path_factory.mktemp(name)
            made[name] = folder, spoil(folder, chosen)
        return made[name]

    return catalog


def printed(dealer: Dealer, kind: str, catalog: Path, out: Path, forms: str, *more: object, langs: str = "zh+en") -> Ran:
    words = KINDS[kind][0]
    given: list[object] = ["--roster", catalog / "roster.csv"] if words[0] in ("jd", "book", "chart") else []
    given += ["--opening", catalog / "opening.yaml"] if words[0] == "posting" else []
    asked = [part for form in forms.split() for part in ("-f", form)]
    asked += [part for lang in langs.split() for part in ("--doc-lang", lang)]
    return dealer(*words, *asked, "--catalog", catalog, *given, "-o", out, *more)


def read(folder: Path) -> Documents:
    """The documents by language and format, each with the numbers of its texts."""
    found: Documents = defaultdict(list)
    for place, path in files(folder):
        document = READERS[path.suffix[1:]](path.read_bytes())
        found[place].append((sorted({int(number) for number in MARK.findall(document.said)}), document, path))
    for documents in found.values():
        documents.sort(key=lambda one: one[0])
    return found


def compare(kind: str, harmless: Documents, hostile: Documents, texts: Texts) -> Iterator[str]:
    """Everything that is other than it should be."""
    if {place: len(found) for place, found in harmless.items()} != {place: len(found) for place, found in hostile.items()}:
        yield f"files: {sorted(harmless)} {sorted(hostile)}"
    for place in hostile:
        form = place.rpartition("/")[2]
        for (wanted, plain, _), (found, document, path) in zip(harmless[place], hostile[place], strict=False):
            where = f"{kind} {place} {path.name}"
            lacking, surplus = set(wanted) - set(found), set(found) - set(wanted)
            # The matrix calls a department by its title or by its code, whichever fits above its columns.
            if (surplus or (lacking and (kind, form) not in CUT)) and kind != "matrix":
                yield f"{where}: lost {lacking}, new {surplus}"
            if not alike(kind, form, plain.build, document.build):
                yield f"{where}: built in another way"
            for number in found:
                if lost(form, kind, texts.said[number], document.said):
                    yield f"{where}: {texts.said[number][:80]!r}"
            if form in ("docx", "html", "md") and any(
                document.said.count(a) > document.said.count(b) for a, b in ("\u202e\u202c", "\u2067\u2069")
            ):
                yield f"{where}: a direction is left open"


def alike(kind: str, form: str, plain: Any, hostile: Any) -> bool:
    """Whether two documents are built in the same way. Longer labels may take more pages of a chart, and a note on codes in the matrix."""
    if (kind, form) in (("chart", "html"), ("book", "html")):
        return {tag[0] for tag in plain} == {tag[0] for tag in hostile}
    if (kind, form) == ("matrix", "xlsx"):
        return not any(kind.startswith("=") for cells in hostile for _, kind in cells)
    return (kind, form) in (("matrix", "json"), ("book", "docx")) or bool(plain == hostile)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_hostile_texts_as_they_are(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path, kind: str
) -> None:
    untypeset, typeset = KINDS[kind][1:]
    # Setting pages takes the most time by far, and both languages at once say all texts.
    for langs, forms, shift in (("zh en", untypeset, 0), ("zh+en", f"{untypeset} {typeset}", 17)):
        plain, _ = catalogs("plain", everywhere(""))
        catalog, texts = catalogs(f"rotated{shift}", rotated(shift))
        documents = []
        for folder in (plain, catalog):
            out = tmp_path / f"{shift} {folder.name}"
            ran = printed(dealer, kind, folder, out, forms, langs=langs)
            assert ran.code == 0, ran.err
            documents.append(read(out))
        assert list(compare(kind, documents[0], documents[1], texts)) == []


@pytest.mark.parametrize("kind", [kind for kind, (_, _, typeset) in KINDS.items() if typeset])
def test_a_character_without_a_glyph_is_named_and_nothing_is_written(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path, kind: str
) -> None:
    catalog, _ = catalogs("undrawn", rotated(0, UNDRAWN))
    for form in KINDS[kind][2].split():
        ran = printed(dealer, kind, catalog, tmp_path / "out", form)
        said = " ".join(ran.err.split())
        assert ran.code == 2 and re.search(r"the font has no .+ \(U\+[0-9A-F]{4,5}\), which .+ has at .+: name another font", said), ran
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["jd", "complaint-notice", "posting", "chart", "handover"])
def test_characters_of_any_script_where_no_font_is_asked(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path, kind: str
) -> None:
    catalog, texts = catalogs("undrawn", rotated(0, UNDRAWN))
    plain, _ = catalogs("plain", everywhere(""))
    for folder, where in ((plain, "plain"), (catalog, "out")):
        assert printed(dealer, kind, folder, tmp_path / where, KINDS[kind][1]).code == 0
    assert list(compare(kind, read(tmp_path / "plain"), read(tmp_path / "out"), texts)) == []


@pytest.mark.parametrize("kind", ["jd", "complaint-notice", "posting", "chart", "handover"])
def test_a_word_of_ten_thousand_characters_in_every_field(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path, kind: str
) -> None:
    catalog, texts = catalogs("long", rotated(0, LONG))
    forms = KINDS[kind][1].replace("xlsx ", "")
    ran = printed(dealer, kind, catalog, tmp_path / "out", forms)
    assert ran.code == 0, ran.err
    for place, documents in read(tmp_path / "out").items():
        for numbers, document, path in documents:
            assert len(path.name.encode()) < 256
            form = place.rpartition("/")[2]
            cut = [number for number in numbers if lost(form, kind, texts.said[number], document.said)]
            assert numbers and (not cut or (kind == "chart" and document.said.count("…") >= len(cut))), path.name


@pytest.mark.parametrize("text", LONG)
def test_a_word_of_ten_thousand_characters_on_paper(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path, text: str
) -> None:
    sparse = partial(lambda found, number: found if number % 31 == 0 else "", text)
    catalog, texts = catalogs(f"sparse{LONG.index(text)}", sparse)
    ran = dealer("jd", "own-head", "-f", "pdf", "--catalog", catalog, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    ((_, ((numbers, document, _),)),) = read(tmp_path / "out").items()
    long = [number for number in numbers if len(texts.said[number]) > 100]
    assert long and document.said.count(text[0]) >= len(long) * text.count(text[0])


def test_a_text_that_no_cell_of_excel_holds_is_refused_by_its_sheet(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path
) -> None:
    catalog, _ = catalogs("long", rotated(0, LONG))
    ran = printed(dealer, "kpi", catalog, tmp_path / "out", "xlsx")
    said = " ".join(ran.err.split())
    assert ran.code == 2 and "Excel takes 32767 characters in a cell" in said and len(said) < 400
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", ["A{oem}", "A{weight:all}", "A[[x]]B", "A]]!B"])
def test_a_position_s_number_is_no_part_of_a_formula(dealer: Dealer, small: Path, tmp_path: Path, number: str) -> None:
    (store,) = (small / "stores").glob("*.yaml")
    text = store.read_text(encoding="utf-8")
    assert "{role: general-manager, " in text
    store.write_text(text.replace("{role: general-manager, ", f'{{role: general-manager, number: "{number}", ', 1), encoding="utf-8")
    ran = dealer("sheet", "kpi", "--all", "--catalog", small, "-f", "xlsx", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    (path,) = (tmp_path / "out").iterdir()
    assert number in READERS["xlsx"](path.read_bytes()).said


@pytest.mark.parametrize("character", ["\u2028", "\ufeff", "\ufffe", "\x85", "\x07", "\ud800"])
def test_what_no_document_can_hold_is_refused_where_it_stands(dealer: Dealer, small: Path, tmp_path: Path, character: str) -> None:
    role = small / "roles" / "sales" / "showroom-manager.yaml"
    text = role.read_text(encoding="utf-8")
    role.write_text(text.replace("en: Leads a team", f'en: "a\\u{ord(character):04x}b"'), encoding="utf-8")
    ran = dealer("jd", "showroom-manager", "--catalog", small, "-f", "md", "-f", "docx", "-o", tmp_path / "out")
    assert ran.code == 2 and re.search(r"showroom-manager\.yaml:\d+:\d+: *\n? *error Y0\d\d", ran.err)
    assert not (tmp_path / "out").exists()


def test_a_change_confirmation_says_old_and_new_as_they_are(
    dealer: Dealer, catalogs: Callable[..., tuple[Path, Texts]], tmp_path: Path
) -> None:
    plain, _ = catalogs("plain", everywhere(""))
    catalog, texts = catalogs("rotated0", rotated(0))
    assert printed(dealer, "jd", plain, tmp_path / "old", "html", "--manifest").code == 0
    ran = printed(dealer, "jd", catalog, tmp_path / "new", "docx html md pdf", "--changed-since", tmp_path / "old")
    assert ran.code == 0, ran.err
    read_back = [(path, READERS[path.suffix[1:]](path.read_bytes())) for _, path in files(tmp_path / "new")]
    confirmed = [(path, document) for path, document in read_back if "变更确认单" in document.said]
    assert {path.suffix for path, _ in confirmed} == {".docx", ".html", ".md", ".pdf"}
    for path, document in confirmed:
        numbers = {int(number) for number in MARK.findall(document.said)}
        assert len(numbers) > 20
        assert not [number for number in numbers if lost(path.suffix[1:], "confirmation", texts.said[number], document.said)], path.name
