"""What is searched is found, at its place, whatever is left out of the parsing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dealer_cli.model.catalog import Catalog
from dealer_cli.questions import find as module
from dealer_cli.questions import narrow
from dealer_cli.questions.find import find
from tests.conftest import Ran

ASKED = ["投诉", "dms", "of the", "DS-CRM", "manufacturer's", "D3.8.6.2/8", "每", "complaint-handling", "安全"]


@pytest.mark.parametrize("asked", ASKED)
def test_emptied_entries_hide_nothing(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    narrowed = find(Catalog(shipped_folder), asked)
    monkeypatch.setattr(narrow, "_emptied", lambda text, pattern, values: text)
    monkeypatch.setattr(narrow, "may_hold", lambda text, pattern, values=(): True)
    assert find(Catalog(shipped_folder), asked) == narrowed


def test_every_duty_is_found_by_its_text(shipped_folder: Path) -> None:
    """Against a plain loader: the first word of every role's first duty."""
    for path in sorted((shipped_folder / "roles").rglob("*.yaml"))[::9]:
        duty = yaml.safe_load(path.read_text("utf-8"))["duties"][0]
        if "$" in duty["zh"]:
            continue
        hits = find(Catalog(shipped_folder), duty["zh"], kinds=["duty"]).hits
        assert (path.stem, duty["id"]) in [(hit.owner.id, hit.id) for hit in hits]


def test_places_are_right(shipped_folder: Path) -> None:
    hits = find(Catalog(shipped_folder), "投诉").hits
    assert len(hits) > 20
    for hit in hits:
        lines = (shipped_folder / hit.path).read_text("utf-8").splitlines()
        for match in hit.matches:
            stands = lines[match.line - 1][match.column - 1 :].lstrip("\"'")
            assert "$" in stands or stands.startswith(match.text[:4])
            assert [match.text[first:behind] for first, behind in match.spans] == ["投诉"] * len(match.spans)


@pytest.mark.parametrize("asked", ["FAW-Volkswagen", "faw-volkswagen", "ＦＡＷ－ｖｏｌｋｓｗａｇｅｎ", "cars of FAW", "cars  of\tfaw"])
def test_case_width_blanks_and_values(house: Path, asked: str) -> None:
    assert "sell" in [hit.id for hit in find(Catalog(house), asked).hits]


@pytest.mark.parametrize(
    ("kind", "asked", "owners"),
    [
        ("duty", "投诉", ["general-manager", "service-manager", "showroom-manager"]),
        ("indicator", "零售", ["retail-achievement"]),
        ("record", "台账", ["complaint-log"]),
        ("system", "dms", ["dms"]),
        ("rule", "答复", ["complaints"]),
        ("step", "yuan", ["complaints"]),
        ("relation", "经营", ["general-manager"]),
        ("role", "店总", ["general-manager"]),
    ],
)
def test_kinds(house: Path, kind: str, asked: str, owners: list[str]) -> None:
    assert [hit.owner.id for hit in find(Catalog(house), asked, kinds=[kind]).hits] == owners


def test_a_store_limits_the_roles(house: Path) -> None:
    assert [hit.id for hit in find(Catalog(house), "车间", kinds=["duty"]).hits] == ["run-workshop"]
    assert find(Catalog(house), "车间", store="house-4s", kinds=["duty"]).hits == ()


def test_an_escaped_text_is_found(tmp_path: Path, house: Path) -> None:
    import shutil

    folder = tmp_path / "house"
    shutil.copytree(house, folder)
    path = folder / "roles" / "service" / "technician.yaml"
    path.write_text(path.read_text("utf-8").replace("维修车辆", '"\\u7ef4\\u4fee\\u8f66\\u8f86"'), "utf-8")
    assert "repair" in [hit.id for hit in find(Catalog(folder), "维修车辆").hits]


def test_a_users_entry_replaces_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text("name: {zh: 我的, en: Mine}\nversion: '1'\nextends: builtin\n", "utf-8")
    before = {hit.owner.id for hit in find(Catalog(tmp_path), "complaint", kinds=["function"]).hits}
    (tmp_path / "functions.yaml").write_text(
        "functions:\n  - {id: complaint-handling, title: {zh: 抱怨, en: Grievance}, kind: business}\n", "utf-8"
    )
    after = {hit.owner.id for hit in find(Catalog(tmp_path), "Grievance", kinds=["function"]).hits}
    assert "complaint-handling" in before
    assert after == {"complaint-handling"}
    assert module.find(Catalog(tmp_path), "Settles", kinds=["function"]).hits == tuple(
        hit for hit in module.find(Catalog(tmp_path), "Settles", kinds=["function"]).hits if hit.owner.id != "complaint-handling"
    )


def test_nothing_to_look_for(dealer: Callable[..., Ran], house: Path) -> None:
    assert dealer("find", " ", "--catalog", house).code == 2
    assert dealer("find", "x", "--in", "nothing", "--catalog", house).code == 2


def test_only_what_matches_is_parsed(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = narrow.parse
    monkeypatch.setattr(narrow, "parse", lambda text, shown: parsed.append(shown) or real(text, shown))
    hits = find(Catalog(shipped_folder), "安全生产法").hits
    # A comment, or a value of the store, may let a file be parsed for nothing; hardly any is.
    assert {Path(hit.path).name for hit in hits} <= {Path(path).name for path in parsed}
    assert hits and len(parsed) < len(Catalog(shipped_folder).role_ids()) / 4
