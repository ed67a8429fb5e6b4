"""Which folder is the catalog: the one that is named, the nearest upward from here, the built-in one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import catalog_above, shipped
from tests.conftest import Ran


def test_nearest_upward(small: Path, tmp_path: Path) -> None:
    inside = small / "roles" / "sales"
    assert catalog_above(inside) == small
    assert catalog_above(small) == small
    assert catalog_above(tmp_path) is None
    (tmp_path / "catalog").mkdir()
    (small / "catalog.yaml").rename(tmp_path / "catalog" / "catalog.yaml")
    assert catalog_above(inside) == tmp_path / "catalog"


def test_a_folder_called_catalog_yaml_makes_no_catalog(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").mkdir()
    assert catalog_above(tmp_path) is None


def test_the_built_in_one_from_elsewhere(dealer: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Catalog.open().folder == shipped("catalog")
    assert dealer("who", "总经理").code == 0


def test_a_users_catalog_extends_the_built_in_one(dealer: Callable[..., Ran], small: Path, catalog: Catalog) -> None:
    settings = small / "catalog.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "extends: builtin\n", encoding="utf-8")
    layered = Catalog(small)
    assert set(layered.role_ids()) == set(catalog.role_ids())
    assert layered.role_path("showroom-manager") == small / "roles" / "sales" / "showroom-manager.yaml", "the user's file wins"
    assert layered.role("showroom-manager").record.aliases[0] == "展厅主管"
    assert "small-4s" in layered.store_ids()
    assert layered.kpis["retail-achievement"].document.path.startswith(str(small)), "a user's entry wins"
    assert layered.kpis.keys() == catalog.kpis.keys()
    ran = dealer("who", "展厅经理", "--catalog", small, lang="zh")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "展厅经理的直接上级是总经理。")


def test_keys_of_a_role_in_any_order(dealer: Callable[..., Ran], small: Path) -> None:
    path = small / "roles" / "sales" / "showroom-manager.yaml"
    first, _, rest = path.read_text(encoding="utf-8").partition("department: sales\nlevel: manager\n")
    path.write_text(f"{first}{rest}department: sales\nlevel: manager\n", encoding="utf-8")
    assert dealer("check", "--catalog", small).code == 0
    ran = dealer("who", "showroom-manager", "--catalog", small)
    assert ran.code == 0, ran.err


def test_a_question_survives_errors_in_files_that_it_does_not_need(dealer: Callable[..., Ran], small: Path) -> None:
    for name in ("kpis.yaml", "functions.yaml"):
        (small / name).write_text("[", encoding="utf-8")
    (small / "stores" / "other.yaml").write_text("[", encoding="utf-8")
    assert dealer("who", "showroom-manager", "--catalog", small).code == 0
    assert dealer("tree", "--catalog", small).code == 0
    assert dealer("who", "showroom-manager", "--store", "other", "--catalog", small).code == 2
