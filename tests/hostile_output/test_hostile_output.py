"""Whatever a catalog holds, no output obeys it: nothing moves a cursor, nothing is a command to a CI, everything parses."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from dealer_cli.writing.safe import command_value, quote, show, show_parts, uri_path, xml_text
from tests.conftest import Ran
from tests.hostile_output.corpus import ILLEGAL, LEGAL, NAMES
from tests.rules.harness import BASE, merged

Dealer = Callable[..., Ran]

RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""What no output may hold as it is; written down here again, so that one mistake is not made twice."""

OBEYED = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[", re.MULTILINE)
"""What a CI runner obeys in the output of any step: blanks before `::` do not count, and `##[` counts anywhere."""

COMMAND = re.compile(r"::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,endColumn=\d+,title=[^:,]+::[^\n]+")
SCHEMA = Path(__file__).parents[1] / "reports" / "data" / "sarif-2.1.0.schema.json"


def put(folder: Path, name: str, **part: Any) -> None:
    (folder / name).write_text(merged(folder / name, part), encoding="utf-8")


def quoted(text: str) -> str:
    """The text as YAML in double quotes, everything but its printable characters escaped."""
    return '"' + "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog that can be read, and whose titles and sentences are hostile."""
    folder = tmp_path_factory.mktemp("said") / "catalog"
    shutil.copytree(BASE, folder)
    store = (folder / "stores" / "small.yaml").read_text(encoding="utf-8")
    role = (folder / "roles" / "sales" / "test-driver.yaml").read_text(encoding="utf-8")
    seat = "  - role: evil-{}\n    reports_to: sales-director\n    title: {{zh: {}}}\n"
    positions = "".join(seat.format(i, quoted(text)) for i, text in enumerate(LEGAL))
    store = store.replace("accountable:", positions + "accountable:").replace("values:", f"values:\n  evil: {quoted(LEGAL[0])}")
    (folder / "stores" / "small.yaml").write_text(store, encoding="utf-8")
    for i, text in enumerate(LEGAL):
        mine = role.replace("id: test-driver", f"id: evil-{i}").replace("zh: 试驾专员\n", f"zh: {quoted(text)}\n")
        mine = mine.replace("en: Test-drive specialist\n", f"en: {quoted(text + str(i))}\naliases: [{quoted('a ' + text)}]\n", 1)
        mine = mine.replace("zh: 陪同客户试驾", f"zh: {quoted(text)}").replace("en: Rides along on test drives", f"en: {quoted(text)}")
        mine = mine.replace("why: common practice", f"why: {quoted(text)}", 1)
        (folder / "roles" / "sales" / f"evil-{i}.yaml").write_text(mine, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog full of what is refused: keys, ids, references and file names."""
    folder = tmp_path_factory.mktemp("spoilt") / "catalog"
    shutil.copytree(BASE, folder)
    put(folder, "stores/small.yaml", positions=[{"role": "cashier", "reports_to": text} for text in LEGAL])
    texts = [*LEGAL, *ILLEGAL]
    for i, text in enumerate(texts):
        (folder / "policies" / f"key-{i}.yaml").write_text(f"id: key-{i}\n{quoted(text[:900])}: 1\n", encoding="utf-8")
        (folder / "policies" / f"id-{i}.yaml").write_text(f"id: {quoted(text)}\ntitle: {quoted(text)}\n", encoding="utf-8")
        raw = f"id: raw-{i}\ntitle: {{zh: {text}}}\n{text}\n"
        (folder / "policies" / f"raw-{i}.yaml").write_bytes(raw.encode("utf-8", "surrogatepass"))
    for name in NAMES:
        try:
            (folder / "stores" / f"{name}.yaml").write_text("id: x\nunknown: [\n", encoding="utf-8")
            (folder / "roles" / name).mkdir()
            (folder / "roles" / name / f"{name}.yml").write_text("", encoding="utf-8")
            (folder / "roles" / name / f"{name}.yaml").write_text(f"id: {quoted(name)}\n", encoding="utf-8")
        except (OSError, UnicodeError):
            pass  # a file system that cannot hold this name needs no protection from it
    return folder


def hold_screen(ran: Ran) -> None:
    for text in (ran.out, ran.err):
        assert not (found := RAW.search(text)), f"raw {found.group()!r} in {text[max(0, found.start() - 60) : found.end() + 20]!r}"
        assert not (found := OBEYED.search(text)), text[max(0, found.start() - 60) : found.end() + 40]
    assert "an error of dealer itself" not in ran.err + ran.out


@cache
def sarif_schema() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "markdown"])
@pytest.mark.parametrize("catalog", ["said", "spoilt"])
def test_check_in_every_format(dealer: Dealer, request: pytest.FixtureRequest, catalog: str, form: str, lang: str) -> None:
    folder = request.getfixturevalue(catalog)
    ran = dealer("check", "--catalog", folder, "--profile", "strict", "-f", form, "--statistics", lang=lang)
    assert ran.code == 1
    assert len(ran.out) > 5_000
    if form == "github":
        lines = ran.out.splitlines()
        assert all(COMMAND.fullmatch(line) for line in lines[:-1]), [line for line in lines[:-1] if not COMMAND.fullmatch(line)][:1]
        assert not RAW.search(ran.out)
        return
    hold_screen(ran)
    if form == "json":
        assert len(json.loads(ran.out)["findings"]) > 50
    elif form == "sarif":
        log = json.loads(ran.out)
        sarif_schema().validate(log)
        uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]}
        assert all(re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri) and not uri.startswith("/") for uri in uris)
    elif form == "junit":
        cases = list(ElementTree.fromstring(ran.out).iter("testcase"))
        names = [(case.get("classname"), case.get("name")) for case in cases]
        assert len(set(names)) == len(names)
    elif form == "markdown":
        rows = [line for line in ran.out.splitlines() if line.startswith("| ")]
        counts = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}
        assert counts <= {4, 5}
        assert not re.search(r"(?<!\\)<(?!br>)", ran.out)


def test_no_line_begins_with_a_file_name_as_it_is(dealer: Dealer, spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(spoilt / "stores")
    ran = dealer("check", "--catalog", spoilt)
    hold_screen(ran)
    assert "\n./-rf.yaml:" in ran.out
    assert [line for line in ran.out.splitlines() if not re.match(r"[\w./]| |$", line)] == []


QUESTIONS = [
    *(("list", kind) for kind in ("roles", "stores", "departments", "functions", "policies")),
    ("tree",),
    ("tree", "--lang", "zh"),
    ("team", "sales-director", "--all"),
    ("matrix",),
    ("find", "pwned"),
    ("covers", "showroom-sales"),
    ("waivers",),
    ("sources",),
    ("who", "sales-director"),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_questions(dealer: Dealer, said: Path, words: tuple[str, ...], lang: str) -> None:
    ran = dealer(*words, "--catalog", said, lang=lang)
    if "No such command" not in ran.err:
        hold_screen(ran)


@pytest.mark.parametrize("command", ["who", "show", "boss"])
def test_questions_about_each(dealer: Dealer, said: Path, command: str) -> None:
    for i in range(len(LEGAL)):
        words = (command, f"evil-{i}", *(("cashier",) if command == "boss" else ()))
        ran = dealer(*words, "--catalog", said)
        assert ran.code == 0, ran.err
        hold_screen(ran)


FOR_PROGRAMS = [("list", "roles"), ("tree",), ("team", "sales-director", "--all"), ("who", "evil-0"), ("find", "pwned")]


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
@pytest.mark.parametrize("words", FOR_PROGRAMS, ids=" ".join)
def test_questions_for_programs(dealer: Dealer, said: Path, words: tuple[str, ...], form: str) -> None:
    ran = dealer(*words, "--catalog", said, "-f", form)
    assert ran.code == 0, ran.err
    assert not RAW.search(ran.out)
    assert not re.search(r"##\[|##vso\[", ran.out)
    if form == "json":
        json.loads(ran.out)
    elif form == "csv":
        for row in csv.reader(io.StringIO(ran.out)):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    else:
        hold_screen(ran)


def test_what_is_typed_is_shown_safely_too(dealer: Dealer, said: Path) -> None:
    for text in [*LEGAL, *(text for text in ILLEGAL if "\0" not in text)]:
        if not text.startswith("-"):
            hold_screen(dealer("who", text, "--catalog", said))
            hold_screen(dealer("explain", text))


@pytest.mark.parametrize("text", [*LEGAL, *ILLEGAL, *NAMES])
def test_one_function_a_medium(text: str) -> None:
    for shown in (show(text), quote(text), xml_text(show(text))):
        assert not RAW.search(shown)
        assert not OBEYED.search(shown)
    ElementTree.fromstring(f"<a>{xml_text(text).replace('&', '&amp;').replace('<', '&lt;').replace(']]>', ']]&gt;')}</a>")
    assert not set(command_value(text)) & set("\r\n")
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]*", uri_path(text))
    for cut in range(min(len(text), 60)):
        parts = show_parts(text, cut, min(cut + 3, len(text)))
        assert "".join(parts) == show(text)
