"""A few answers about the shipped store and a few findings, word for word; `--update-golden` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.writing.terminal import width
from tests.conftest import Ran

SHIPPED = {
    "who": ("who", "试乘试驾专员"),
    "who-consultant": ("who", "sales consultant"),
    "tree": ("tree", "showroom-manager"),
    "list": ("list", "departments"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_answer(dealer: Callable[..., Ran], golden: Callable[[str, str], None], shipped_folder: Path, name: str, lang: str) -> None:
    store = () if name == "list" else ("--store", "faw-vw-4s")
    ran = dealer(*SHIPPED[name], *store, "--catalog", shipped_folder, lang=lang)
    assert (ran.code, ran.err) == (0, "")
    golden(f"cli/{name}.{lang}.txt", ran.out)


SPOILED = [
    ("catalog.yaml", "default_store: small-4s", "default_store: smal-4s"),
    ("roles/sales/showroom-manager.yaml", "  zh: 展厅经理", "  zh: 展厅经理 # 又称店长"),
    ("roles/sales/sales-consultant.yaml", "level: specialist", "level: specialst"),
    ("roles/management/general-manager.yaml", "weight: 60", "weight: 六十"),
    ("stores/small-4s.yaml", "reports_to: general-manager", "reports_to: consultant-fleet"),
    ("functions.yaml", "responsible: [sales-consultant]", "responsible: [sales-consultnat]"),
    ("kpis.yaml", "  - id: closing-rate\n", "  - id: closing-rate\n    id: closing\n"),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings(
    dealer: Callable[..., Ran], golden: Callable[[str, str], None], small: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    for file, old, new in SPOILED:
        text = (small / file).read_text(encoding="utf-8")
        assert old in text
        (small / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.chdir(small)
    ran = dealer("check", lang=lang)
    assert (ran.code, ran.err) == (1, "")
    golden(f"cli/check.{lang}.txt", ran.out)
    assert all(width(line) <= 80 for line in ran.out.splitlines())
