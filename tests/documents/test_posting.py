"""Postings: what an opening must say and must not, and structured data that the vocabulary and Google accept."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture import parts
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.posting.duties import MOST
from dealer_cli.documents.posting.duties import main as main_duties
from dealer_cli.documents.posting.example import example
from dealer_cli.documents.posting.links import link
from dealer_cli.documents.posting.opening import read_opening
from dealer_cli.documents.posting.picture import posting
from dealer_cli.documents.posting.printing import printed, renders
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.opening import Opening
from dealer_cli.model.role import Duty
from dealer_cli.reading.faults import Refused
from tests.documents.reading_back import HOSTILE, page_text

STORE = "standard-4s"
VOCABULARY = Path(__file__).parents[1] / "data" / "schema-org" / "jobposting.jsonld"

REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
"""By Google's rules for job postings."""
RECOMMENDED = {
    "validThrough",
    "employmentType",
    "baseSalary",
    "identifier",
    "directApply",
    "educationRequirements",
    "experienceRequirements",
}


def opening(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(example(("标准4S店", "Standard 4S store")))
    # A day is a text to us.
    found |= {"posted": "2027-01-04", "valid_through": "2027-02-28", **changes}
    return {key: value for key, value in found.items() if value is not None}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write_opening(**changes: Any) -> Path:
        path = tmp_path / "opening.yaml"
        text = yaml.safe_dump(opening(**changes), allow_unicode=True, sort_keys=False, width=10**6)
        path.write_text(text, "utf-8")
        return path

    return write_opening


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Entry[Opening]:
    path = tmp_path_factory.mktemp("opening") / "opening.yaml"
    path.write_bytes(example(("标准4S店", "Standard 4S store")))
    return read_opening(path)


class Data(HTMLParser):
    """The JSON-LD of a page, found as a browser finds it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.policy = ""
        self._in = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "script":
            assert self._in, "a page of ours runs nothing"
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""

    def handle_data(self, data: str) -> None:
        if self._in and data.strip():
            self.found.append(json.loads(data))
            self._in = False


def data_of(page: bytes) -> Any:
    parser = Data()
    parser.feed(page.decode())
    assert len(parser.found) == 1
    assert parser.policy.startswith("default-src 'none'")
    return parser.found[0]


TEMPLATES = renders(("html", "md"), [])


@cache
def voice_of(catalog: Catalog, lang: str) -> Voice:
    return Voice(Scene(catalog, STORE, lang), Manner(mark=False))


def files(catalog: Catalog, lang: str, key: str, terms: Entry[Opening], *forms: str) -> dict[str, bytes]:
    voices = [voice_of(catalog, one) for one in lang.split("+")]
    seat = voices[0].scene.chart.seats[key]
    found = printed(voices, seat, terms, forms or ("html", "md", "txt", "json"), TEMPLATES)
    return {name.rpartition(".")[2]: data for name, data in found}


# The vocabulary


class Vocabulary:
    """The part of schema.org that postings use."""

    def __init__(self) -> None:
        graph = json.loads(VOCABULARY.read_text("utf-8"))["@graph"]
        self.above = {node["@id"]: node["rdfs:subClassOf"] for node in graph if node["@type"] == "rdfs:Class"}
        self.properties = {node["@id"]: node for node in graph if node["@type"] == "rdf:Property"}

    def family(self, kind: str) -> set[str]:
        return {kind}.union(*(self.family(above) for above in self.above.get(kind, ())))

    def faults(self, node: dict[str, Any]) -> Iterator[str]:
        kind = f"schema:{node['@type']}"
        if kind not in self.above:
            yield f"no type {kind}"
        for name, value in node.items():
            if name.startswith("@"):
                continue
            found = self.properties.get(f"schema:{name}")
            if found is None or not set(found["schema:domainIncludes"]) & self.family(kind):
                yield f"{kind} has no {name}"
                continue
            if "schema:supersededBy" in found:
                yield f"{name} is superseded"
            for one in value if isinstance(value, list) else [value]:
                yield from self._value(name, one, set(found["schema:rangeIncludes"]))

    def _value(self, name: str, value: Any, ranges: set[str]) -> Iterator[str]:
        if isinstance(value, dict):
            if not ranges & self.family(f"schema:{value['@type']}"):
                yield f"{name} takes no {value['@type']}"
            yield from self.faults(value)
            return
        wanted: set[str]
        if isinstance(value, bool):
            wanted = {"schema:Boolean"}
        elif isinstance(value, (int, float)):
            wanted = {"schema:Number", "schema:Integer"}
        else:
            wanted = {"schema:Text", "schema:URL", "schema:Date", "schema:DateTime", "schema:Country"}
        if not ranges & wanted:
            yield f"{name} takes no {value!r}"


def test_the_vocabulary_itself_finds_faults() -> None:
    known = Vocabulary()
    bad = {"@type": "JobPosting", "salary": 1, "title": {"@type": "Place"}, "baseSalary": True, "directApply": "no", "benefits": "x"}
    assert len(list(known.faults(bad))) == 5


@pytest.mark.parametrize("lang", ["zh", "en", "zh+en"])
def test_data_of_every_position_is_what_schema_org_and_google_ask(catalog: Catalog, terms: Entry[Opening], lang: str) -> None:
    known = Vocabulary()
    for key in Scene(catalog, STORE, "zh").chart.seats:
        made = files(catalog, lang, key, terms, "html", "json") if lang != "zh+en" or key == "sales-consultant" else None
        if made is None:
            continue
        data = data_of(made["html"])
        assert data == json.loads(made["json"])
        assert data.pop("@context") == "https://schema.org"
        assert not list(known.faults(data)), key
        assert set(data) >= REQUIRED | {"validThrough", "employmentType", "baseSalary", "identifier", "directApply"}
        assert data["jobLocation"]["address"]["addressCountry"] == "CN"
        assert data["description"] != data["title"]
        shown = " ".join(page_text(made["html"]).split()).replace(",", "")
        for text in leaves(data):
            assert " ".join(str(text).split()).replace(",", "") in shown, (key, text)


SHOWN_OTHERWISE = {"@type", "description", "employmentType", "unitText", "currency", "directApply", "responsibilities", "qualifications"}
SHOWN_OTHERWISE |= {"skills", "educationRequirements", "experienceRequirements", "jobBenefits"}
"""Words of the vocabulary, and lists that the page has as lists: these are held against it part by part."""


def leaves(data: Any, name: str = "") -> Iterator[Any]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, name)
    elif name in ("responsibilities", "qualifications", "jobBenefits"):
        # A duty may have a `; ` of its own.
        yield from data.split("; ")
    elif name == "description":
        page = HTMLText()
        page.feed(data)
        yield from page.parts
    elif name not in SHOWN_OTHERWISE:
        yield data


class HTMLText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in ("h3", "ul", "li")
        assert not attrs

    def handle_data(self, data: str) -> None:
        # Kind and requirement stand in two cells of the page.
        self.parts += data.replace("：", ": ").split(": ")


def test_a_role_with_all_kinds_of_requirements_gives_every_recommended_field(catalog: Catalog, terms: Entry[Opening]) -> None:
    assert set(data_of(files(catalog, "zh", "sales-consultant", terms, "html")["html"])) >= REQUIRED | RECOMMENDED


def of_role(catalog: Catalog, lang: str, key: str) -> tuple[Voice, list[Duty], list[str]]:
    """Who tells, the duties that hold in the store, and what is asked for."""
    voice = voice_of(catalog, lang)
    role = catalog.role(voice.scene.chart.seats[key].position.role).record
    here = [duty for duty in role.duties if holds(duty, voice.scene.store.record)]
    return voice, here, [voice.text(one) for one in (role.requirements.list if role.requirements else ())]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_says_the_main_duties_and_all_requirements(catalog: Catalog, terms: Entry[Opening], lang: str) -> None:
    for key in Scene(catalog, STORE, lang).chart.seats:
        voice, here, asked = of_role(catalog, lang, key)
        made = files(catalog, lang, key, terms)
        main = [voice.text(duty) for duty in main_duties(here)]
        assert len(main) == min(len(here), MOST)
        note = voice.words("layout.posting.main")
        texts = [page_text(made["html"]), made["txt"].decode(), markdown_text(made["md"]), json.loads(made["json"])["description"]]
        for text in texts:
            flat = " ".join(html.unescape(text).split())
            for said in [*main, *asked]:
                assert " ".join(said.split()) in flat, (key, said)
            assert (note in flat) == (len(here) > MOST or not main_is_all(catalog, voice, key))


def markdown_text(made: bytes) -> str:
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", made.decode())


def main_is_all(catalog: Catalog, voice: Voice, key: str) -> bool:
    """Whether duties and clauses together are few enough to be printed."""
    return len(parts.duties(voice, catalog.role(voice.scene.chart.seats[key].position.role).record)) <= MOST


def test_main_duties_are_the_roles_own_in_its_order() -> None:
    def duty(name: str, part: str) -> Duty:
        return cast(Duty, SimpleNamespace(id=name, part=part))

    listed = [
        duty("helps", "supports"),
        *(duty(f"d{n}", "responsible") for n in range(7)),
        duty("answers", "accountable"),
        duty("last", "responsible"),
    ]
    assert [one.id for one in main_duties(listed)] == [*(f"d{n}" for n in range(7)), "answers"]
    assert [one.id for one in main_duties(listed[:3])] == ["helps", "d0", "d1"], "with too few of its own, the others too"


@pytest.mark.parametrize("lang", ["zh", "en", "zh+en"])
def test_an_opening_chooses_the_duties_and_their_order(catalog: Catalog, write: Callable[..., Path], lang: str) -> None:
    one_lang = lang.split("+")[0]
    voice, here, _ = of_role(catalog, one_lang, "sales-consultant")
    wanted = [here[9], here[2], here[20]]
    terms = read_opening(write(duties=[duty.id for duty in wanted]))
    made = files(catalog, lang, "sales-consultant", terms)
    plain = made["txt"].decode()
    assert sorted(wanted, key=lambda duty: plain.index(voice.text(duty))) == wanted
    assert all(f"{no}. {voice.text(duty)}" in plain for no, duty in enumerate(wanted, 1))
    assert voice.text(here[0]) not in plain + page_text(made["html"]) + made["md"].decode() + made["json"].decode()
    assert all(voice.text(duty) in json.loads(made["json"])["responsibilities"] for duty in wanted)
    assert voice.words("layout.posting.main") in plain


def test_an_opening_asks_for_all_duties(catalog: Catalog, write: Callable[..., Path]) -> None:
    voice, here, _ = of_role(catalog, "zh", "sales-consultant")
    made = files(catalog, "zh", "sales-consultant", read_opening(write(duties="all")))
    assert len(here) > MOST
    assert all(voice.text(duty) in made["txt"].decode() and voice.text(duty) in page_text(made["html"]) for duty in here)
    assert voice.words("layout.posting.main") not in made["txt"].decode()


def test_a_duty_that_the_role_does_not_have_is_named(catalog: Catalog, write: Callable[..., Path]) -> None:
    _, here, _ = of_role(catalog, "zh", "sales-consultant")
    terms = read_opening(write(duties=[here[0].id, f"{here[1].id}s"]))
    with pytest.raises(Refused) as refused:
        files(catalog, "zh", "sales-consultant", terms)
    (fault,) = refused.value.faults
    assert (fault.code, fault.params["value"], fault.params["nearest"]) == ("S004", f"{here[1].id}s", (here[1].id,))
    assert fault.place.path.endswith("opening.yaml") and fault.place.line > 1


def test_an_id_is_no_text_that_asks_for_money(write: Callable[..., Path]) -> None:
    assert read_opening(write(duties=["collect-deposit-fees"])).record.duties == ("collect-deposit-fees",)


def test_posts_held_together_are_named(catalog: Catalog, terms: Entry[Opening]) -> None:
    key = next(key for key, seat in Scene(catalog, STORE, "zh").chart.seats.items() if seat.held)
    voice = voice_of(catalog, "zh")
    held = voice.scene.role_title(voice.scene.chart.seats[key].held[0].role)
    made = files(catalog, "zh", key, terms)
    assert f"兼任岗位：{held}" in made["txt"].decode()
    assert held in page_text(made["html"]) and f"| 兼任岗位 | {held}" in made["md"].decode()


def test_two_languages_stand_one_under_the_other(catalog: Catalog, terms: Entry[Opening]) -> None:
    made = files(catalog, "zh+en", "sales-consultant", terms)
    chinese, english = (of_role(catalog, lang, "sales-consultant") for lang in ("zh", "en"))
    plain = made["txt"].decode()
    assert f"1. {chinese[0].text(chinese[1][0])}\n   {english[0].text(english[1][0])}\n" in plain
    assert "招聘人数 Openings：1人\n" in plain


def test_a_reader_can_touch_how_to_apply(catalog: Catalog, write: Callable[..., Path]) -> None:
    contact = {"email": "hr@example.com", "phone": "+86 0531-8800", "url": "https://example.com/jobs?id=1", "how": "写信"}
    page = files(catalog, "zh", "cashier", read_opening(write(contact=contact)), "html")["html"].decode()
    found = html.unescape(page)
    assert '<a href="mailto:hr@example.com" rel="noopener">hr@example.com</a>' in found
    assert '<a href="tel:+8605318800" rel="noopener">+86 0531-8800</a>' in found
    assert '<a href="https://example.com/jobs?id=1" rel="noopener">' in found


@pytest.mark.parametrize(
    ("way", "text"),
    [
        ("email", "hr@example.com?bcc=a@b.com"),
        ("email", "a%0Ab@example.com"),
        ("email", "hr@例子.com"),
        ("phone", "0531-88001234转801"),
        ("phone", "110"),
        ("phone", "*21*0531#"),
        ("url", "https://user@example.com/"),
        ("url", "https://例子.com/"),
        ("url", "javascript:alert(1)"),
        ("how", "https://example.com/"),
        ("name", "hr@example.com"),
    ],
)
def test_what_leads_elsewhere_than_it_says_is_no_link(way: str, text: str) -> None:
    assert link(way, text) == ""


@pytest.mark.parametrize(("name", "header"), [({"zh": "大德公司", "en": "Dade"}, "大德公司"), (None, "")])
def test_what_is_internal_stands_on_no_posting(small: Path, terms: Entry[Opening], name: Any, header: str) -> None:
    path = small / "catalog.yaml"
    settings = yaml.safe_load(path.read_text("utf-8"))
    settings["house"] = {**settings.get("house", {}), "header": "内部文件"} | ({"name": name} if name else {})
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    voice = Voice(Scene(Catalog(small), None, "zh"), Manner())
    seat = next(iter(voice.scene.chart.seats.values()))
    picture: Any = posting(voice, seat, terms)
    assert picture["house"]["header"] == header
    for _, data in printed([voice], seat, terms, ("html", "md", "txt", "json"), TEMPLATES):
        assert "内部文件" not in data.decode()


def test_the_same_bytes_every_time(catalog: Catalog, terms: Entry[Opening]) -> None:
    assert files(catalog, "zh", "cashier", terms) == files(Catalog(catalog.folder), "zh", "cashier", terms)


@pytest.mark.parametrize("hostile", [*HOSTILE, "</script><script>alert(1)</script>", "<!--", "\u2028x", "w" * 10_000])
def test_hostile_texts_come_out_as_they_are(catalog: Catalog, write: Callable[..., Path], hostile: str) -> None:
    said = " ".join(hostile.split())
    path = write(organisation={"name": said}, hours=said, benefits=[said], contact={"how": said})
    if "\u2028" in hostile:
        said = "x"
    terms = read_opening(path)
    made = files(catalog, "zh", "cashier", terms, "html", "txt", "json")
    data = data_of(made["html"])
    assert data["hiringOrganization"]["name"] == said == data["workHours"] == data["jobBenefits"]
    assert said in page_text(made["html"])
    assert said in made["txt"].decode()


# The opening


@pytest.mark.parametrize("key", ["organisation", "site", "posted", "valid_through", "employment_type", "contact"])
def test_a_missing_field_is_named_with_its_file(dealer: Callable[..., Any], write: Callable[..., Path], tmp_path: Path, key: str) -> None:
    ran = dealer("posting", "销售顾问", "--opening", write(**{key: None}), "-o", tmp_path / "out")
    assert ran.code == 2
    assert "opening.yaml:" in ran.err
    assert f"‘{key}’ is missing" in ran.err.replace("\n  ", " ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [
        ({"valid_through": "2027-01-03"}, "S006", "valid_through"),
        ({"salary": {"min": 5000, "max": 4000, "unit": "month"}}, "S006", "max"),
        ({"contact": {"name": "HR"}}, "S002", "name"),
        ({"posted": "2027-02-30"}, "S005", "posted"),
        ({"openings": 0}, "S006", "openings"),
        ({"employment_type": []}, "S006", "employment_type"),
        ({"contact": {"url": "javascript:alert(1)"}}, "S005", "url"),
        ({"benefits": ["限女性"]}, "D020", "限女性"),
        ({"hours": {"en": "For people under 35 years of age"}}, "D020", "35"),
        ({"contact": {"how": "报到时交押金"}}, "S005", "押金"),
        ({"benefits": [{"en": "Uniform fees of 300 yuan"}]}, "S005", "300"),
        ({"age": 30}, "S001", "age"),
    ],
)
def test_what_no_opening_may_say(write: Callable[..., Path], changes: dict[str, Any], code: str, line: str) -> None:
    path = write(**changes)
    with pytest.raises(Refused) as refused:
        read_opening(path)
    assert [fault.code for fault in refused.value.faults] == [code]
    assert line in path.read_text("utf-8").split("\n")[refused.value.faults[0].place.line - 1]


def test_a_role_that_discriminates_is_not_published(
    small: Path, dealer: Callable[..., Any], write: Callable[..., Path], tmp_path: Path
) -> None:
    role = next(path for path in sorted((small / "roles").rglob("*.yaml")) if "requirements:" in path.read_text("utf-8"))
    text = role.read_text("utf-8")
    at = text.index("zh:", text.index("requirements:"))
    role.write_text(text[:at] + "zh: 限女性，" + text[at + 4 :], "utf-8")
    ran = dealer("posting", role.stem, "--opening", write(), "--catalog", small, "-o", tmp_path / "out")
    assert ran.code == 2
    assert "D020" in ran.err
    assert role.name in ran.err


def test_an_opening_to_begin_with_lists_the_duties_to_choose_from(tmp_path: Path) -> None:
    path = tmp_path / "opening.yaml"
    text = example(("店", "Store"), [("sell-cars", "卖车"), ("count-cash", "点款")]).decode()
    assert "#   - sell-cars  # 卖车\n#   - count-cash  # 点款\n" in text
    path.write_text(text.replace("# duties:\n", "duties:\n").replace("#   - ", "  - "), "utf-8")
    assert read_opening(path).record.duties == ("sell-cars", "count-cash")
    assert b"DUTIES" not in example(("店", "Store"))


def test_an_opening_to_begin_with_prints_at_once(dealer: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    assert dealer("posting", "出纳", "--new", path).code == 0
    assert dealer("posting", "出纳", "--new", path).code == 2, "what is there stays"
    ran = dealer("posting", "出纳", "--opening", path, "--doc-lang", "zh", "--doc-lang", "en", "-o", tmp_path / "out", lang="zh")
    assert ran.code == 0, ran.err
    assert len(list((tmp_path / "out").rglob("*.*"))) == 4
    assert "hr@example.com" in ran.err and "某路1号" in ran.err, "an example that was not changed is not published unnoticed"
    assert "#   - " in path.read_text("utf-8"), "the duties to choose from"


def test_one_of_opening_and_new(dealer: Callable[..., Any], tmp_path: Path) -> None:
    assert dealer("posting", "出纳").code == 2
    assert dealer("posting", "出纳", "--opening", tmp_path / "none.yaml").code == 2
