"""What a file of the right shape gets wrong: each fault has its code and stands where «» marks it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROLE = "roles/sales/showroom-manager.yaml"
STORE = "stores/small-4s.yaml"

CASES: list[tuple[str, str, str, str, str]] = [
    # code, what, file, text that stands there, text put in its place
    ("S001", "unknown key", ROLE, "level: manager", "level: manager\n«boss»: x"),
    ("S001", "key almost right", ROLE, "aliases:", "«alias»:"),
    ("S001", "unknown key deep down", ROLE, "by: day-5", "«until»: day-5"),
    ("S001", "a comma split a text", ROLE, "title:\n  zh: 展厅经理\n  en: Showroom manager", "title: {en: Specialist, «sales»}"),
    ("S001", "unknown key of a position", STORE, "deputy: consultant-retail", "«deputi»: consultant-retail"),
    ("S001", "the key of another kind of file", STORE, "business: [new-cars]", "«duties»: []"),
    ("S002", "missing key", ROLE, "id: showroom-manager\ntitle:", "«id: showroom-manager»\ntitel:"),
    ("S002", "missing key of an entry", ROLE, "- id: check-showroom\n    zh: 每日三次巡查展厅", "- «zh: 每日三次巡查展厅»"),
    ("S003", "truth for a text", ROLE, "level: manager", "level: «true»"),
    ("S003", "number for a text", ROLE, "department: sales", "department: «12»"),
    ("S003", "list for a text", ROLE, "department: sales", "department: «[»sales]"),
    ("S003", "mapping for a text", ROLE, "department: sales", "department: «{»zh: sales}"),
    ("S003", "text for a mapping", ROLE, "title:\n  zh: 展厅经理\n  en: Showroom manager", "title: «展厅经理»"),
    ("S003", "text for a list", ROLE, "previous: [sales-consultant]", "previous: «sales-consultant»"),
    ("S003", "nothing for a text", ROLE, "level: manager", "level:«»"),
    ("S003", "nothing for a list", ROLE, "aliases: [展厅主管, {name: 展厅店长, stores: [small-4s]}]", "aliases: «~»"),
    ("S003", "nothing in a list", ROLE, "aliases: [展厅主管,", "aliases: [«null»,"),
    ("S003", "a text that a # made nothing of", ROLE, "zh: 展厅经理", "zh:«» #1 展厅经理"),
    ("S003", "no for a number", STORE, "employees: 6", "employees: «no»"),
    ("S003", "a time for a number", STORE, "employees: 6", "employees: «13:30»"),
    ("S003", "a date for a number", STORE, "employees: 6", "employees: «2024-13-45»"),
    ("S003", "quoted number", STORE, "employees: 6", "employees: «'6'»"),
    ("S003", "a fraction that is none", STORE, "employees: 6", "employees: «6.0»"),
    ("S003", "truth for a number", STORE, "employees: 6", "employees: «true»"),
    ("S003", "text for a truth", STORE, "headcount: 3", "contracted: «no»"),
    ("S004", "none of the choices", ROLE, "level: manager", "level: «managr»"),
    ("S004", "no where a number or one word may stand", STORE, "headcount: 3", "headcount: «no»"),
    ("S004", "a choice in capitals", ROLE, "kind: skill", "kind: «Skill»"),
    ("S004", "text where a number or one word may stand", STORE, "headcount: 3", "headcount: «three»"),
    ("S004", "a number that is none of the choices", STORE, "size: {employees: 6}", "size: {repair_class: «4»}"),
    ("S005", "capitals in an id", ROLE, "id: plan-sales", "id: «Plan-Sales»"),
    ("S005", "Chinese in an id", ROLE, "id: plan-sales", "id: «制定计划»"),
    ("S005", "a device of Windows", ROLE, "id: plan-sales", "id: «con»"),
    ("S005", "a line break in an id", ROLE, "id: plan-sales", 'id: «"plan-sales\\n"»'),
    ("S005", "no such time", ROLE, '"13:30"', '«"25:00"»'),
    ("S005", "no such day", ROLE, "by: day-5", "by: «day-32»"),
    ("S005", "no such span", ROLE, "within: 2 working-days", "within: «2 working-day»"),
    ("S005", "no item", ROLE, "    part: accountable", "    from: [«D3.4-22»]"),
    ("S005", "a key that is no id", STORE, "showroom-sales: showroom-manager", "«展厅销售»: showroom-manager"),
    ("S005", "empty text", ROLE, "zh: 展厅经理", 'zh: «""»'),
    ("S005", "blank in front", ROLE, "zh: 展厅经理", 'zh: «" 展厅经理"»'),
    ("S005", "ideographic blank behind", ROLE, "zh: 展厅经理", 'zh: «"展厅经理\u3000"»'),
    ("S005", "a block that ends with a line break", ROLE, "zh: 展厅经理", "zh: «|»\n    展厅\n    经理"),
    ("S005", "no such date", "catalog.yaml", "2026-12-01", "«2026-13-45»"),
    ("S005", "a date that this year lacks", "catalog.yaml", "2026-12-01", "«2026-02-29»"),
    ("S005", "a version that ends in a line break", "catalog.yaml", "V1.0", '«"V1.0\\n"»'),
    ("S006", "too small", STORE, "headcount: 3", "headcount: «0»"),
    ("S006", "negative", STORE, "employees: 6", "employees: «-1»"),
    ("S006", "too large", ROLE, "weight: 50", "weight: «101»"),
    ("S006", "empty list", ROLE, "stores: [small-4s]", "stores: «[»]"),
    ("S005", "empty key", STORE, "  oem:", "  «''»:"),
    ("S007", "lost to a comment", ROLE, "zh: 展厅经理", "zh: 展厅经理 «# 又称店长»"),
    ("S007", "lost behind a tab", ROLE, "zh: 展厅经理", "zh: 展厅经理\t«#1»"),
    ("S007", "lost in the second line", ROLE, "zh: 展厅经理", "zh: 展厅\n    经理 «# 又称店长»"),
    ("S007", "lost in a list", ROLE, "aliases: [展厅主管,", "aliases: [展厅主管  «# 一»\n  ,"),
    ("S008", "two parties", ROLE, "with: {role: general-manager}", "with: «{»role: general-manager, external: board}"),
    ("S008", "no party", ROLE, "with: {role: general-manager}", "with: «{»}"),
    ("S009", "not the file's name", ROLE, "id: showroom-manager", "id: «showroom-boss»"),
    ("S010", "two duties of one name", ROLE, "id: check-showroom", "id: «plan-sales»"),
    ("S010", "two positions of one name", STORE, "id: consultant-fleet", "id: «consultant-retail»"),
]

FINE: list[tuple[str, str, str, str]] = [
    ("comment behind a quoted text", ROLE, "zh: 展厅经理", "zh: '展厅经理'  # 又称店长"),
    ("comment behind an id", ROLE, "id: plan-sales", "id: plan-sales  # ours"),
    ("comment behind a number", ROLE, "weight: 50", "weight: 50 # half"),
    ("comment behind a mapping", STORE, "size: {employees: 6}", "size: {employees: 6} # 2026"),
    ("comment on a line of its own", ROLE, "zh: 展厅经理", "# 又称店长\n  zh: 展厅经理"),
    ("comment behind the sign of a block", ROLE, "zh: 展厅经理", "zh: >- # 又称店长\n    展厅经理"),
    ("# inside a word", ROLE, "en: Showroom manager", "en: Showroom manager No.#1"),
    ("a day that leap years have", "catalog.yaml", "2026-12-01", "2028-02-29"),
    ("a day that the century has", "catalog.yaml", "2026-12-01", "2000-02-29"),
    ("what YAML 1.1 took for other things", ROLE, "zh: 展厅经理", "zh: no"),
    ("a whole number where a fraction may stand", ROLE, "min: 0.95", "min: 1"),
    ("unknown headcount", STORE, "headcount: 3", "headcount: unknown"),
]


def spoil(folder: Path, file: str, old: str, new: str) -> str:
    """Put `new` in the place of `old`; the place between « and » as `file:line:column: `, columns behind."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    marked = text.replace(old, new, 1)
    path.write_text(marked.replace("«", "").replace("»", ""), encoding="utf-8")
    before = marked.partition("«")[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: "


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("code", "file", "old", "new"), [(c[0], *c[2:]) for c in CASES], ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_fault(
    code: str, file: str, old: str, new: str, lang: str, small: Path, dealer: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = spoil(small, file, old, new)
    monkeypatch.chdir(small)
    code_, out, err = dealer("check", lang=lang)
    assert code_ in (1, 2)
    found = re.findall(r"^(\S+: )\S+ ([A-Z]\d{3})", out + err, re.MULTILINE)
    assert (at, code) in found, out + err
    marked = new.partition("«")[2].partition("»")[0]
    excerpt = (out + err).partition(at)[2].split("\n")
    line = next(line for line in excerpt if re.match(r" *\d+ \| ", line))
    carets = excerpt[excerpt.index(line) + 1].strip()
    wide = sum(2 if character >= "\u1100" else 1 for character in marked)
    assert carets == "^" * max(wide, 1)


@pytest.mark.parametrize(("file", "old", "new"), [case[1:] for case in FINE], ids=[case[0] for case in FINE])
def test_no_fault(file: str, old: str, new: str, small: Path, dealer: Callable[..., object]) -> None:
    spoil(small, file, old, new)
    _code, out, err = dealer("check", "--catalog", small)
    assert not re.findall(r" S\d{3} ", out + err), out + err


def test_one_run_names_all_faults_of_a_file(small: Path, dealer: Callable[..., object]) -> None:
    path = small / ROLE
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("level: manager", "level: boss").replace("weight: 50", "weight: x").replace("zh: 能带队", "zh:"), encoding="utf-8"
    )
    _, out, _ = dealer("check", "--catalog", small)
    assert re.findall(r"\bS\d{3}\b", out) == ["S004", "S003", "S003"]


def test_a_file_of_nothing_but_faults_is_cut_short(small: Path, dealer: Callable[..., object]) -> None:
    path = small / ROLE
    path.write_text(path.read_text(encoding="utf-8") + "".join(f"duty{i}: x\n" for i in range(40_000)), encoding="utf-8")
    _, out, _ = dealer("check", "--catalog", small)
    assert 50 < out.count("S001") < 200
