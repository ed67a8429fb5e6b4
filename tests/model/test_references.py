"""Every name that a record mentions is found, with the way to where it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.references import references
from tests.conftest import Ran

MENTIONS: list[tuple[str, str, str, str]] = [
    # code, file, the text with the name, the name
    ("R001", "stores/small-4s.yaml", "role: general-manager", "general-manager"),
    ("R001", "roles/management/general-manager.yaml", "previous: [showroom-manager]", "showroom-manager"),
    ("R001", "roles/sales/showroom-manager.yaml", "with: {role: general-manager}", "general-manager"),
    ("R001", "functions.yaml", "accountable: showroom-manager", "showroom-manager"),
    ("R002", "stores/small-4s.yaml", "reports_to: general-manager", "general-manager"),
    ("R002", "stores/small-4s.yaml", "deputy: consultant-retail", "consultant-retail"),
    ("R002", "stores/small-4s.yaml", "{position: general-manager", "general-manager"),
    ("R002", "stores/small-4s.yaml", "complaint-handling: general-manager", "general-manager"),
    ("R003", "roles/sales/showroom-manager.yaml", "department: sales", "sales"),
    ("R004", "roles/sales/showroom-manager.yaml", "function: complaint-handling", "complaint-handling"),
    ("R004", "stores/small-4s.yaml", "showroom-sales: showroom-manager", "showroom-sales"),
    ("R005", "roles/sales/showroom-manager.yaml", "kpi: closing-rate", "closing-rate"),
    ("R008", "stores/small-4s.yaml", "{external: board}", "board"),
    ("R011", "catalog.yaml", "default_store: small-4s", "small-4s"),
    ("R011", "roles/sales/showroom-manager.yaml", "stores: [small-4s]", "small-4s"),
]


@pytest.mark.parametrize(("code", "file", "text", "name"), MENTIONS, ids=[f"{m[0]} {m[2]}" for m in MENTIONS])
def test_a_misspelt_name_is_found_where_it_stands(
    dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch, code: str, file: str, text: str, name: str
) -> None:
    monkeypatch.chdir(small)
    whole = (small / file).read_text(encoding="utf-8")
    wrong = name[:-1] + ("y" if name[-1] != "y" else "x")
    assert text in whole
    before = whole.partition(text)[0] + text.partition(name)[0]
    (small / file).write_text(whole.replace(text, text.replace(name, wrong), 1), encoding="utf-8")
    ran = dealer("check")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert ran.code == 1
    assert f"{file}:{line}:{column}: error {code} " in ran.out, ran.out
    assert name in ran.out.partition(f"{file}:{line}:{column}: error {code}")[2], "the nearest name is told"


def test_every_shipped_reference_leads_to_its_text(catalog: Catalog) -> None:
    count = 0
    for entry in [*(catalog.role(role) for role in catalog.role_ids()), *(catalog.store(store) for store in catalog.store_ids())]:
        for _, name, steps in references(entry.record):
            place = entry.key_place(*steps) if steps[-1] == name else entry.place(*steps)
            assert name in entry.document.line(place.line)[place.column - 1 : place.end_column - 1]
            count += 1
    assert count > 1000
