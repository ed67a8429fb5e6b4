"""A catalog of one's own above the built-in one: clean at once, never overwritten, and answerable only for itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dealer_cli.documents.picture.both import voices
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.conftest import Ran
from tests.rules.harness import merged

Dealer = Callable[..., Ran]


@pytest.fixture
def house(dealer: Dealer, tmp_path: Path) -> Path:
    assert dealer("init", tmp_path / "house").code == 0
    return tmp_path / "house"


def found(dealer: Dealer, folder: Path, *words: str) -> set[tuple[str, str]]:
    data = json.loads(dealer("check", "--catalog", folder, "-f", "json", *words).out)
    return {(finding["code"], *finding["entities"]) for finding in data["findings"]}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ()),
        ("zh", ()),
        (
            "zh",
            (
                "--brand",
                "一汽-大众=FAW-Volkswagen",
                "--value",
                "crm=DS-CRM",
                "--name-zh",
                "长春一店",
                "--name-en",
                "Changchun: No. 1 #main",
            ),
        ),
        ("en", ("--employees", "130", "--new-cars", "3000", "--repair-orders", "4000", "--store-id", "big")),
        ("zh", ("--employees", "30", "--business", "service,body-paint")),
    ],
    ids=["nothing said", "nothing said, in Chinese", "brand", "large", "small"],
)
def test_a_new_catalog_is_clean_at_once(dealer: Dealer, tmp_path: Path, words: tuple[str, ...], lang: str) -> None:
    ran = dealer("init", tmp_path / "house", *words, lang=lang)
    assert ran.code == 0
    ran = dealer("check", "--catalog", tmp_path / "house", "--fail-on", "note", lang=lang)
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert dealer("who", "general-manager", "--catalog", tmp_path / "house", lang=lang).code == 0


def test_wishes_are_in_the_files(dealer: Dealer, tmp_path: Path) -> None:
    dealer(
        "init",
        tmp_path,
        "--brand",
        "丰田=Toyota",
        "--value",
        "crm=T-CRM",
        "--employees",
        "130",
        "--store-id",
        "north",
        "--business",
        "service",
    )
    store = Catalog(tmp_path).store("north").record
    assert (store.values["oem"].say("en"), store.values["crm"]) == ("Toyota", "T-CRM")  # type: ignore[union-attr]
    assert (store.size.employees, store.business) == (130, ("service",))  # type: ignore[union-attr]
    # Above 100 people the safety officer may hold no other post.
    assert "safety-officer" in {position.role for position in store.positions}
    workflow = yaml.safe_load((tmp_path / ".github" / "workflows" / "dealer.yml").read_text(encoding="utf-8"))
    assert any("dealer check" in step.get("run", "") for step in workflow["jobs"]["check"]["steps"])
    assert "stores/north.yaml" in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("people", ["98", "130"])
def test_post_numbers_are_stated_as_they_would_be_counted_and_stay(dealer: Dealer, tmp_path: Path, people: str) -> None:
    dealer("init", tmp_path, "--employees", people)
    path = tmp_path / "stores" / "my-store.yaml"
    text = path.read_text(encoding="utf-8")

    def numbers() -> dict[str, str]:
        catalog = Catalog(tmp_path)
        return dict(voices(catalog, "my-store", "zh", Manner())[0].numbers)

    stated = numbers()
    assert len(set(stated.values())) == len(stated) == text.count("number: ") > 60
    path.write_text(re.sub(r"(?m)^    number: .*\n|, number: [A-Z]+-[0-9]+", "", text), encoding="utf-8")
    assert numbers() == stated
    new = "  - {id: second-advisor, role: sales-consultant, reports_to: showroom-supervisor}\n"
    path.write_text(text.replace("  - {role: sales-director", f"{new}  - {{role: sales-director", 1), encoding="utf-8")
    now = numbers()
    assert now.pop("second-advisor") not in stated.values() and now == stated
    gone = re.sub(r"  - \{role: test-drive-specialist.*\n", "", text)
    path.write_text(gone, encoding="utf-8")
    assert numbers() == {key: number for key, number in stated.items() if key != "test-drive-specialist"}


@pytest.mark.parametrize("name", ["catalog.yaml", "README.md", ".github/workflows/dealer.yml"])
def test_nothing_is_overwritten_or_half_written(dealer: Dealer, tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    before = sorted(path for path in tmp_path.rglob("*"))
    assert dealer("init", tmp_path).code == 2
    assert sorted(path for path in tmp_path.rglob("*")) == before
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ("--store-id", "../x"),
        ("--store-id", "con"),
        ("--name-zh", "a\nb: c"),
        ("--brand", "x" * 201),
        ("--business", "bakery"),
        ("--employees", "-1"),
    ],
)
def test_what_cannot_be_written_is_refused(dealer: Dealer, tmp_path: Path, words: tuple[str, str]) -> None:
    assert dealer("init", tmp_path / "house", *words).code == 2
    assert not (tmp_path / "house").exists()


def test_findings_of_the_built_in_catalog_are_not_mine(dealer: Dealer, house: Path) -> None:
    assert {finding for finding in found(dealer, house, "--profile", "strict") if "my-store" not in finding} == set()
    assert found(dealer, house, "--as-stated", "--select", "E") == set()


def test_what_my_files_break_is_mine_wherever_it_stands(dealer: Dealer, house: Path) -> None:
    builtin = shipped("catalog") / "roles" / "finance" / "cashier.yaml"
    role = house / "roles" / "finance" / "cashier.yaml"
    role.parent.mkdir(parents=True)
    role.write_text(builtin.read_text(encoding="utf-8").replace("department: finance", "department: no-such", 1), encoding="utf-8")
    mine = found(dealer, house, "--select", "R")
    assert ("R003", "cashier", "no-such") in mine
    store = next((house / "stores").iterdir())
    record = yaml.safe_load(store.read_text(encoding="utf-8"))
    record["positions"][3] |= {"reports_to": "nobody-here"}
    store.write_text(merged(store, {"positions": record["positions"]}), encoding="utf-8")
    assert ("R002", "my-store", "nobody-here") in found(dealer, house, "--select", "R")


def test_built_in_stores_are_not_judged_unless_they_are_asked_about(dealer: Dealer, house: Path) -> None:
    # An own role that replaces a built-in one may not fit the built-in stores; nobody cares.
    builtin = shipped("catalog") / "roles" / "sales" / "showroom-manager.yaml"
    role = house / "roles" / "sales" / "showroom-manager.yaml"
    role.parent.mkdir(parents=True)
    role.write_text(builtin.read_text(encoding="utf-8").replace("level: manager", "level: staff", 1), encoding="utf-8")
    stores = {finding[1] for finding in found(dealer, house, "--select", "O009")}
    assert stores == {"my-store"}
    asked = {finding[1] for finding in found(dealer, house, "--select", "O009", "--store", "standard-4s")}
    assert asked == {"standard-4s"}


def test_a_summary_counts_my_files(dealer: Dealer, house: Path) -> None:
    assert json.loads(dealer("check", "--catalog", house, "-f", "json").out)["summary"]["files"] == 2
