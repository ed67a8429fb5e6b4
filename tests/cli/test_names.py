"""A role is named by id, title or alias, in either language, any case, any width; a miss suggests three."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran


@pytest.mark.parametrize(
    "name",
    [
        "showroom-manager",
        "Showroom-Manager",
        "展厅经理",
        " 展厅经理 ",
        "展厅 经理",
        "Showroom manager",
        "SHOWROOM MANAGER",
        "showroom  manager",
        "Ｓｈｏｗｒｏｏｍ　ｍａｎａｇｅｒ",
        "展厅主管",
        "展厅店长",
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_way_to_say_it(dealer: Callable[..., Ran], small: Path, name: str, lang: str) -> None:
    ran = dealer("who", name, "--catalog", small, lang=lang)
    expected = "展厅经理的直接上级是总经理。" if lang == "zh" else "Showroom manager reports to General manager."
    assert (ran.code, ran.out.splitlines()[0]) == (0, expected), ran.err


@pytest.mark.parametrize("name", ["consultant-fleet", "大客户销售顾问", "fleet sales consultant"])
def test_a_positions_own_name_means_that_position(dealer: Callable[..., Ran], small: Path, name: str) -> None:
    ran = dealer("who", name, "--catalog", small)
    assert ran.code == 0
    assert ran.out.startswith("Fleet sales consultant reports to Showroom manager.")
    assert "3" not in ran.out


def test_a_role_that_sits_twice_is_answered_for_both_seats(dealer: Callable[..., Ran], small: Path) -> None:
    ran = dealer("who", "sales-consultant", "--catalog", small)
    assert "(consultant-retail) reports to" in ran.out
    assert "(consultant-fleet) reports to" in ran.out


def test_an_alias_of_another_store_means_nothing(dealer: Callable[..., Ran], small: Path) -> None:
    store = small / "stores" / "other.yaml"
    store.write_text(
        (small / "stores" / "small-4s.yaml").read_text(encoding="utf-8").replace("id: small-4s", "id: other"), encoding="utf-8"
    )
    assert dealer("who", "展厅店长", "--catalog", small, "--store", "small-4s").code == 0
    assert dealer("who", "展厅店长", "--catalog", small, "--store", "other").code == 2


@pytest.mark.parametrize(
    ("asked", "meant"), [("showrom manager", "showroom-manager"), ("展厅经里", "showroom-manager"), ("sales-consultnt", "sales-consultant")]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_miss_suggests(dealer: Callable[..., Ran], small: Path, asked: str, meant: str, lang: str) -> None:
    ran = dealer("who", asked, "--catalog", small, lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert asked in ran.err
    assert meant in ran.err


def test_at_most_three_are_suggested(dealer: Callable[..., Ran], shipped_folder: Path, catalog: Catalog) -> None:
    ran = dealer("who", "sales-managr", "--catalog", shipped_folder)
    suggested = [role for role in catalog.role_ids() if re.search(rf"\({role}\)", ran.err)]
    assert ran.code == 2
    assert 0 < len(suggested) <= 3
    assert "sales-manager" in suggested


def test_nothing_near_is_said_too(dealer: Callable[..., Ran], small: Path) -> None:
    ran = dealer("who", "zzzzqqqq", "--catalog", small)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()


def test_every_shipped_title_finds_its_role(catalog: Catalog) -> None:
    from dealer_cli.model.names import Ambiguous, find_role

    ambiguous = []
    for role in catalog.role_ids():
        head = catalog.role_head(role).record
        for title in (role, head.title.zh, head.title.en, (head.title.en or "").upper()):
            try:
                assert find_role(catalog, title or role) == role
            except Ambiguous:
                ambiguous.append(title)
    assert len(ambiguous) < 5, ambiguous


def test_the_brief(dealer: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert dealer("who", "试乘试驾专员", "--store", "faw-vw-4s", lang="zh").out.splitlines()[0] == "试乘试驾专员的直接上级是展厅经理。"
    chain = dealer("who", "sales consultant", "--store", "faw-vw-4s").out
    assert re.search(r"Chain +Sales consultant → .*→ General\s+manager", chain, re.DOTALL)
