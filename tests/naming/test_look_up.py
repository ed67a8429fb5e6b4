"""One look-up for every command: what beats what, what is asked back, and what a question must not load."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.names import Ambiguous, find_any, find_named, find_role, title_of
from dealer_cli.reading.faults import Refused

FOUND = [
    ("sales-director", "sales-director"),
    ("SALES  Director", "sales-director"),
    ("销售总监", "sales-director"),
    ("销售 副总", "sales-director"),
    ("客服专员(销售)", "sales-follow-up-specialist"),
    ("總經理", "general-manager"),
    ("業務代表", "sales-consultant"),
    ("業務經理", "sales-manager"),
    ("行銷總監", "marketing-director"),
    ("零件經理", "parts-manager"),
    ("品質檢驗員", "quality-inspector"),
    ("中古車鑑定評估師", "used-car-appraiser"),
    ("總經理特助", "gm-assistant"),
    ("網路銷售顧問", "internet-sales-consultant"),
    ("xszj", "sales-director"),
    ("XSZJ", "sales-director"),
    ("xiaoshouzongjian", "sales-director"),
    ("xiao shou zong jian", "sales-director"),
    ("xiāoshòu zǒngjiān", "sales-director"),
    ("kuaiji", "accountant"),
    ("huiji", "accountant"),
    ("pdijcjs", "pdi-technician"),
    ("质检", "quality-inspector"),
    ("質檢", "quality-inspector"),
    ("used car manager", "used-car-manager"),
    ("testdrive specialist", "test-drive-specialist"),
    ("used-carmanager", "used-car-manager"),
    ("chief financial", "financial-controller"),
]


@pytest.mark.parametrize(("typed", "role"), FOUND)
def test_a_name_is_found(catalog: Catalog, typed: str, role: str) -> None:
    assert find_role(catalog, typed) == role


SEVERAL = [
    ("客服专员", {"sales-follow-up-specialist", "service-follow-up-specialist", "customer-service-representative"}),
    ("客服專員", {"sales-follow-up-specialist", "service-follow-up-specialist", "customer-service-representative"}),
    ("信息员", {"vehicle-order-clerk", "showroom-traffic-clerk"}),
    ("資訊員", {"vehicle-order-clerk", "showroom-traffic-clerk"}),
    ("网络经理", {"sub-dealer-manager", "internet-sales-supervisor"}),
    ("库管", {"vehicle-stock-controller", "parts-storekeeper"}),
    ("展厅", {"showroom-manager", "showroom-supervisor", "showroom-receptionist"}),
    ("服总监", {"aftersales-director", "customer-relations-director"}),
]


@pytest.mark.parametrize(("typed", "roles"), SEVERAL)
@pytest.mark.parametrize("store", [None, "faw-vw-4s"])
def test_what_means_several_is_never_guessed(catalog: Catalog, typed: str, roles: set[str], store: str | None) -> None:
    with pytest.raises(Ambiguous) as several:
        find_role(catalog, typed, store)
    assert set(several.value.candidates) >= roles


def test_a_name_of_one_store_holds_there_only(catalog: Catalog) -> None:
    assert find_role(catalog, "销售经理", "sales-office") == "channel-sales-manager"
    assert find_role(catalog, "销售经理", "faw-vw-4s") == "sales-manager"
    assert find_role(catalog, "市场部经理", "faw-car-4s") == "marketing-director"
    assert find_role(catalog, "scbjl", "faw-car-4s") == "marketing-director"
    with pytest.raises((NotFound, Ambiguous)):
        find_role(catalog, "scbjl", "faw-vw-4s")


@pytest.mark.parametrize("typed", ["", " ", "x", "完全没有这个东西", "zzzzzzzz", "\x1b[31m", "e\u0301" * 5000])
def test_what_nothing_is_called_is_not_found(catalog: Catalog, typed: str) -> None:
    with pytest.raises(NotFound):
        find_role(catalog, typed)


def test_other_things_are_found_by_the_same_steps(catalog: Catalog) -> None:
    assert find_named(catalog, "departments", "客服部") == "customer-relations"
    assert find_named(catalog, "departments", "財務部") == "finance"
    assert find_named(catalog, "departments", "cwb") == "finance"
    assert find_named(catalog, "stores", "一汽-大众经销商") == "faw-vw-4s"
    assert find_any(catalog, "销售总监") == ("roles", "sales-director")
    assert find_any(catalog, "考勤制度") == ("policies", "attendance")
    assert find_any(catalog, "departments/sales") == ("departments", "sales")
    title = title_of(catalog, "things", "departments/sales")
    assert title is not None
    assert title.zh == "销售部"


def test_a_position_is_found_by_what_its_store_calls_it(small: Path, dealer: Callable[..., tuple[int, str, str]]) -> None:
    store = small / "stores" / "small-4s.yaml"
    text = store.read_text(encoding="utf-8")
    named = text.replace("zh: 大客户销售顾问\n", "zh: 掌柜\n").replace("en: Fleet sales consultant\n", "en: Shopkeeper\n")
    assert named != text
    store.write_text(named, encoding="utf-8")
    for typed in ("掌柜", "掌櫃", "zg", "zhanggui", "Shopkeep"):
        code, out, err = dealer("who", typed, "--catalog", small, lang="zh")
        assert (code, out.startswith("掌柜")) == (0, True), err


def test_a_broken_role_file_hides_nobody_else(small: Path) -> None:
    (small / "roles" / "sales").mkdir(exist_ok=True)
    (small / "roles" / "sales" / "broken-role.yaml").write_text("id: broken-role\ntitle: {zh: 坏, \n", encoding="utf-8")
    catalog = Catalog(small)
    known = next(name for name in catalog.role_names if name.rank == 2 and not name.text.isascii())
    assert find_role(catalog, known.text) == known.of
    with pytest.raises(Refused):
        find_role(catalog, "没有这个岗位")


LOOK_UP = """
import sys
from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.layout import shipped
from dealer_cli.model.names import find_role
try:
    find_role(Catalog(shipped("catalog")), sys.argv[1])
except NotFound:
    pass
"""
LOADED = """
known = ("dealer_cli.model.naming.", "pypinyin", "opencc")
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith(known)))
"""
WATCHED = """
import dealer_cli.reading.yaml as reading
real = reading.parse
def parse(text, shown, head=None):
    print(shown)
    return real(text, shown, head)
reading.parse = parse
"""


def output_of(script: str, typed: str, root: Path) -> str:
    command = [sys.executable, "-c", script, typed]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=root, check=True, timeout=20).stdout


CHEAP = {"beginnings", "look_up", "name", "printed"}


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("销售总监", set()),
        ("销售副总", set()),
        ("Sales director", set()),
        ("銷售總監", {"script", "traditional"}),
        ("xszj", {"script", "traditional", "pinyin", "sounds"}),
        ("消售总监", {"script", "traditional", "pinyin", "sounds", "fuzzy"}),
    ],
)
def test_a_step_is_loaded_when_it_is_reached(root: Path, typed: str, more: set[str]) -> None:
    assert set(output_of(LOOK_UP + LOADED, typed, root).split()) == CHEAP | more


def test_a_look_up_by_title_parses_hardly_a_role(root: Path) -> None:
    parsed = output_of(WATCHED + LOOK_UP, "销售总监", root).splitlines()
    assert any(path.endswith("catalog.yaml") for path in parsed)
    # Those whose first lines are not plain enough to be read without YAML.
    assert len(parsed) <= 4
