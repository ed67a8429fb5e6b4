"""What every question prints, in both languages, word for word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.writing.terminal import width
from tests.conftest import Ran

ASKED = {
    "who": ("who", "showroom-manager"),
    "who-twice": ("who", "销售顾问"),
    "who-unseated": ("who", "车间主任"),
    "who-through": ("who", "sales-trainer"),
    "boss": ("boss", "consultant-retail", "technician"),
    "boss-above": ("boss", "店总", "维修技工"),
    "boss-unseated": ("boss", "车间主任", "维修技工"),
    "team": ("team", "sales-director"),
    "team-all": ("team", "general-manager", "--all"),
    "team-nobody": ("team", "technician"),
    "tree": ("tree",),
    "tree-depth": ("tree", "--depth", "1"),
    "tree-columns": ("tree", "--headcount", "--columns", "level,holds"),
    "tree-department": ("tree", "--department", "汽车销售部", "--columns", "department,id"),
    "covers": ("covers", "客户投诉处理"),
    "covers-gap": ("covers", "training"),
    "covers-duties": ("covers", "showroom-sales", "--duties"),
    "covers-by-duties": ("covers", "车辆"),
    "matrix": ("matrix",),
    "matrix-department": ("matrix", "--department", "sales"),
    "find": ("find", "投诉"),
    "find-value": ("find", "FAW-VOLKSWAGEN"),
    "find-nothing": ("find", "火箭"),
    "list": ("list",),
    "list-store": ("list", "--store", "house-4s", "--department", "sales"),
    "list-functions": ("list", "functions", "--department", "sales"),
    "list-stores": ("list", "stores"),
    "show-role": ("show", "销售顾问"),
    "show-policy": ("show", "complaints"),
    "show-indicator": ("show", "零售目标达成率"),
    "show-record": ("show", "投诉台账"),
    "show-system": ("show", "dms"),
    "show-function": ("show", "complaint-handling"),
    "show-department": ("show", "销售部"),
    "show-store": ("show", "house-4s"),
    "show-external": ("show", "customers"),
    "markdown": ("who", "showroom-manager", "-f", "markdown"),
    "csv": ("tree", "-f", "csv"),
    "csv-matrix": ("matrix", "-f", "csv"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ASKED)
def test_answer(dealer: Callable[..., Ran], golden: Callable[[str, str], None], root: Path, house: Path, name: str, lang: str) -> None:
    ran = dealer(*ASKED[name], "--catalog", house.relative_to(root), lang=lang)
    assert (ran.code, ran.err) == (0, "")
    golden(f"questions/{name}.{lang}.txt", ran.out)
    if not name.startswith(("csv", "markdown")):
        assert max(width(line) for line in ran.out.splitlines()) <= 80


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Paths are printed as seen from the root of the checkout."""
    monkeypatch.chdir(root)
