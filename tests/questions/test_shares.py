"""Who covers a function agrees with the duties as a plain loader reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog
from dealer_cli.questions.covers import covers
from dealer_cli.questions.matrix import matrix
from dealer_cli.questions.shares import covered


@pytest.fixture(scope="module")
def standard(shipped_folder: Path) -> Scene:
    return Scene(Catalog(shipped_folder), "standard-4s", "en")


@pytest.fixture(scope="module")
def expected(shipped_folder: Path) -> set[tuple[str, str, str]]:
    """(function, position, part), straight from the files; a store without sections takes every duty."""
    store = yaml.safe_load((shipped_folder / "stores" / "standard-4s.yaml").read_text("utf-8"))
    duties = {path.stem: yaml.safe_load(path.read_text("utf-8")).get("duties", []) for path in (shipped_folder / "roles").rglob("*.yaml")}
    found = set()
    for position in store["positions"]:
        held = [h if isinstance(h, str) else h["role"] for h in position.get("also_holds", [])]
        for role in (position["role"], *held):
            for duty in duties[role]:
                if "function" in duty and "standard-4s" in duty.get("stores", ["standard-4s"]):
                    found.add((duty["function"], position.get("id", position["role"]), duty.get("part", "responsible")))
    return found


def test_shares_are_the_duties(standard: Scene, expected: set[tuple[str, str, str]]) -> None:
    shares = covered(standard, standard.catalog.functions, everything=True)
    found = {(f.function.id, s.position.id, s.part) for f in shares for s in f.shares if s.through != "covers"}
    assert found == expected


def test_scanning_hides_nothing(standard: Scene) -> None:
    everything = covered(standard, standard.catalog.functions, everything=True)
    for whole in everything[::5]:
        assert covered(standard, [whole.function.id]) == (whole,)


def test_accountable_is_the_stores(standard: Scene, shipped_folder: Path) -> None:
    store = yaml.safe_load((shipped_folder / "stores" / "standard-4s.yaml").read_text("utf-8"))
    for row in matrix(standard).rows:
        assert [share.position for share in row.shares if "A" in share.letters] == [store["accountable"][row.function.id]]


def test_gaps_are_named(house: Path) -> None:
    scene = Scene(Catalog(house), None, "en")
    (training,) = covers(scene, "training").functions
    assert training.gaps == ("no-accountable",)
    assert [share.through for share in training.shares] == ["held"]
    assert [role.id for role in training.usual] == ["sales-trainer"]


def test_a_role_without_seat_counts_where_nobody_else_does_it(house: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "house"
    shutil.copytree(house, folder)
    store = folder / "stores" / "house-4s.yaml"
    text = store.read_text("utf-8")
    store.write_text("\n".join(line for line in text.splitlines() if "technician" not in line) + "\n", "utf-8")
    (service,) = covers(Scene(Catalog(folder), None, "en"), "service").functions
    assert [(share.position.id, share.role.id, share.through) for share in service.shares] == [
        ("service-manager", "workshop-manager", "covers")
    ]


@pytest.mark.parametrize(
    ("asked", "functions", "by_duties"),
    [
        ("complaint-handling", ["complaint-handling"], False),
        ("客户投诉处理", ["complaint-handling"], False),
        ("settles complaints", ["complaint-handling"], False),
        ("维修车辆", ["service"], True),
    ],
)
def test_what_a_text_means(house: Path, asked: str, functions: list[str], by_duties: bool) -> None:
    answer = covers(Scene(Catalog(house), None, "en"), asked)
    assert [found.function.id for found in answer.functions] == functions
    assert answer.by_duties is by_duties
