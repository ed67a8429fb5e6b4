"""For every position of every shipped store, `who` says what a plain reading of the YAML says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped

STORES = sorted((shipped("catalog") / "stores").glob("*.yaml"))


def plain(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def test_there_are_stores() -> None:
    assert STORES


@pytest.mark.parametrize("path", STORES, ids=lambda path: path.stem)
def test_lines(path: Path, catalog: Catalog) -> None:
    store = plain(path)
    chart = Scene(catalog, path.stem, "zh").chart
    above = {p.get("id", p["role"]): p["reports_to"] for p in store["positions"]}
    assert list(above) == list(chart.seats)
    for key, superior in above.items():
        expected = []
        while isinstance(superior, str):
            expected.append(superior)
            superior = above[superior]
        assert chart.chain(key) == expected
        assert chart.external((expected or [key])[-1]) == superior["external"]
        assert chart.reports[key] == [other for other, line in above.items() if line == key]
    tops = list(chart.roots)
    assert sum(len(list(chart.below(top))) for top in tops) == len(above)


@pytest.mark.parametrize("path", STORES, ids=lambda path: path.stem)
def test_titles_and_departments(path: Path, catalog: Catalog, shipped_folder: Path) -> None:
    roles = {file.stem: file for file in (shipped_folder / "roles").rglob("*.yaml")}
    scenes = {lang: Scene(catalog, path.stem, lang) for lang in ("zh", "en")}
    for position in plain(path)["positions"]:
        role = plain(roles[position["role"]])
        key = position.get("id", position["role"])
        for lang, scene in scenes.items():
            assert scene.title(key) == position.get("title", role["title"])[lang]
        seat = scenes["zh"].chart.seats[key]
        assert scenes["zh"].department(seat) == position.get("department", role["department"])
        held = [other if isinstance(other, str) else other["role"] for other in position.get("also_holds", ())]
        assert seat.roles == (position["role"], *held)
        assert key in [other.key for other in scenes["zh"].find(key)[1]]
