"""Superior, chain, reports and common superior agree with networkx on the YAML as a plain loader reads it."""

from __future__ import annotations

import shutil
from itertools import combinations, pairwise
from pathlib import Path

import networkx
import pytest
import yaml

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog
from dealer_cli.questions.boss import boss, common_superior
from dealer_cli.questions.tree import team, tree
from dealer_cli.questions.who import who

STORES = ("standard-4s", "faw-vw-4s")


def plain_lines(shipped: Path, store: str) -> networkx.DiGraph:
    """Superior → subordinate, straight from the file."""
    data = yaml.safe_load((shipped / "stores" / f"{store}.yaml").read_text("utf-8"))
    graph = networkx.DiGraph()
    for position in data["positions"]:
        key = position.get("id", position["role"])
        graph.add_node(key)
        above = position["reports_to"]
        if isinstance(above, str):
            graph.add_edge(above, key)
    return graph


@pytest.fixture(scope="module", params=STORES)
def both(request: pytest.FixtureRequest, shipped_folder: Path) -> tuple[Scene, networkx.DiGraph]:
    return Scene(Catalog(shipped_folder), request.param, "en"), plain_lines(shipped_folder, request.param)


def test_the_file_is_a_tree(both: tuple[Scene, networkx.DiGraph]) -> None:
    scene, graph = both
    assert networkx.is_arborescence(graph)
    assert set(graph) == set(scene.chart.seats)


def test_who_of_every_position(both: tuple[Scene, networkx.DiGraph]) -> None:
    scene, graph = both
    root = next(key for key, degree in graph.in_degree() if degree == 0)
    for key in graph:
        (seat,) = [seat for seat in who(scene, key).seats if seat.position.id == key]
        path = networkx.shortest_path(graph, root, key)
        assert [post.id for post in seat.chain] == path[-2::-1], key
        assert (seat.superior.id if seat.superior else None) == (path[-2] if len(path) > 1 else None)
        assert {post.id for post in seat.reports} == set(graph.successors(key))
        assert seat.external is not None


def test_teams_and_branches(both: tuple[Scene, networkx.DiGraph]) -> None:
    scene, graph = both
    for key in graph:
        (direct,), (everybody,) = team(scene, key).teams, team(scene, key, everybody=True).teams
        assert {branch.position.id for branch in direct.branches[1:]} == set(graph.successors(key))
        assert {branch.position.id for branch in everybody.branches[1:]} == networkx.descendants(graph, key)
        assert direct.branches[0].all.positions == 1 + len(networkx.descendants(graph, key))
    assert {branch.position.id: branch.superior for branch in tree(scene).branches} == {
        key: next(iter(graph.predecessors(key)), None) for key in graph
    }


def test_common_superior_of_all_pairs(both: tuple[Scene, networkx.DiGraph]) -> None:
    scene, graph = both
    found = {}
    for (first, second), common in networkx.all_pairs_lowest_common_ancestor(graph):
        found[frozenset((first, second))] = common
    pairs = [(key, key) for key in graph] + list(combinations(graph, 2))
    assert len(pairs) == len(found)
    for first, second in pairs:
        expected = found[frozenset((first, second))]
        assert common_superior(scene.chart, first, second) == common_superior(scene.chart, second, first) == expected


def test_boss_says_both_ways(both: tuple[Scene, networkx.DiGraph]) -> None:
    scene, graph = both
    keys = list(graph)
    for first, second in zip(keys, [*keys[7:], *keys[:7]], strict=True):
        for pair in boss(scene, first, second).pairs:
            for way in (pair.first, pair.second):
                ids = [way.position.id, *(post.id for post in way.up)]
                assert all(graph.has_edge(above, below) for below, above in pairwise(ids))
                assert pair.common is not None
                assert ids[-1] == pair.common.id


@pytest.mark.parametrize("depth", [0, 1, 2, 9])
def test_what_a_tree_hides_it_counts(both: tuple[Scene, networkx.DiGraph], depth: int) -> None:
    scene, graph = both
    shown = tree(scene, depth=depth).branches
    assert len(shown) + sum(branch.hidden for branch in shown) == len(graph)
    for department in scene.catalog.departments:
        part = tree(scene, department=department).branches
        assert {b.position.id for b in part} == {k for k, seat in scene.chart.seats.items() if scene.department(seat) == department}


def test_a_position_that_comes_back_to_its_department_is_shown_once(tmp_path: Path, house: Path) -> None:
    folder = tmp_path / "house"
    shutil.copytree(house, folder)
    store = folder / "stores" / "house-4s.yaml"
    seats = (
        "  - {id: fitter, role: technician, reports_to: showroom-manager}\n  - {id: seller, role: sales-consultant, reports_to: fitter}\n"
    )
    store.write_text(store.read_text("utf-8").replace("accountable:", f"{seats}accountable:"), "utf-8")
    shown = tree(Scene(Catalog(folder), None, "en"), department="sales")
    assert sorted(branch.position.id for branch in shown.branches) == [
        "consultant-fleet",
        "consultant-retail",
        "sales-director",
        "seller",
        "showroom-manager",
    ]
    assert [branch.position.id for branch in shown.branches if branch.depth == 0] == ["sales-director", "seller"]
    assert [(branch.position.id, branch.hidden) for branch in shown.branches if branch.hidden] == [("showroom-manager", 1)]
