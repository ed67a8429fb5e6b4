"""No line of an answer or of help is wider than 80 columns, a Chinese character counting as two."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dealer_cli.cli.group import COMMANDS
from dealer_cli.model.catalog import Catalog
from dealer_cli.writing.terminal import width
from tests.conftest import Ran


def too_wide(text: str) -> list[str]:
    return [line for line in re.sub("\x1b\\[[0-9;]*m", "", text).splitlines() if width(line) > 80]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(dealer: Callable[..., Ran], command: str, lang: str) -> None:
    ran = dealer(*command.split(), "--help", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert not too_wide(ran.out)
    assert ran.out.startswith("Usage: dealer")
    if lang == "en":
        assert not re.search("[一-鿿]", ran.out)
    elif not command:
        assert all(re.search(rf"^  {name} +.*[一-鿿]", ran.out, re.MULTILINE) for name in COMMANDS)


def questions(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    roles = catalog.role_ids()
    yield from (("show", role) for role in roles[::12])
    yield from (("who", role) for role in roles[::12])
    yield from (("tree", "--store", store) for store in catalog.store_ids())
    yield from (
        ("list", kind) for kind in ("roles", "stores", "departments", "functions", "kpis", "systems", "records", "externals", "policies")
    )
    yield from (("show", policy) for policy in catalog.policy_ids()[::8])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_answers(dealer: Callable[..., Ran], catalog: Catalog, shipped_folder: Path, lang: str) -> None:
    wide = {}
    for words in questions(catalog):
        ran = dealer(*words, "--catalog", shipped_folder, lang=lang)
        assert (ran.code, ran.err) == (0, ""), words
        assert ran.out.strip(), words
        if found := too_wide(ran.out):
            wide[words] = found[0]
    assert not wide


def test_a_deep_chain_is_still_a_tree(dealer: Callable[..., Ran], small: Path) -> None:
    store = small / "stores" / "small-4s.yaml"
    deep = "".join(f"  - {{id: p{n}, role: sales-consultant, reports_to: {f'p{n - 1}' if n else 'showroom-manager'}}}\n" for n in range(40))
    store.write_text(store.read_text(encoding="utf-8").replace("accountable:", f"{deep}accountable:"), encoding="utf-8")
    ran = dealer("tree", "--catalog", small)
    assert ran.code == 0
    assert ran.out.count("Sales consultant") >= 40


def test_a_ring_is_not_left_out_of_the_tree(dealer: Callable[..., Ran], small: Path) -> None:
    store = small / "stores" / "small-4s.yaml"
    text = store.read_text(encoding="utf-8")
    store.write_text(text.replace("reports_to: general-manager", "reports_to: consultant-fleet"), encoding="utf-8")
    ran = dealer("tree", "--catalog", small)
    assert "Showroom manager" in ran.out + ran.err
