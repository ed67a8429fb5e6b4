"""Near-duplicate duties: what was paraphrased by hand is found, and nothing of the shipped catalog is."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.checks.rules.duties import d006_repeated_in_role, d007_repeated_across_roles
from dealer_cli.checks.rules.duties.likeness import LEAST, Owned, alike, pieces
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from dealer_cli.model.role import Duty

PARAPHRASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "duties" / "paraphrases.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def view() -> View:
    return View(Catalog(shipped("catalog")))


def duties(view: View) -> list[Owned]:
    return [(facts, duty) for facts in view.facts.values() for duty in facts.duties]


def proposed(owned: Owned) -> Owned:
    """The duty as if nothing stated it."""
    facts, duty = owned
    return facts, Placed(dataclasses.replace(duty.record, from_=None), duty.entry, duty.steps)


def test_there_are_twenty_paraphrases() -> None:
    assert len({pair["duty"] for pair in PARAPHRASES}) == len(PARAPHRASES) == 20


@pytest.mark.parametrize("pair", PARAPHRASES, ids=lambda pair: pair["duty"])
def test_paraphrase_is_found_among_all_duties(pair: dict[str, Any], view: View) -> None:
    every = duties(view)
    original = next(owned for owned in every if f"{owned[0].role.id}/{owned[1].record.id}" == pair["duty"])
    said: Duty = dataclasses.replace(original[1].record, id="said-otherwise", from_=None, zh=pair["zh"], en=pair["en"])
    assert (said.zh, said.en) != (original[1].record.zh, original[1].record.en)
    copy: Owned = (RoleFacts(original[0].entry, False), Placed(said, original[1].entry, original[1].steps))
    assert [one for one in alike([*every, copy]) if copy in one] == [(original, copy)]


def test_none_is_false_on_the_shipped_catalog(view: View) -> None:
    assert [*d006_repeated_in_role.find(view), *d007_repeated_across_roles.find(view)] == []


def test_rare_pieces_miss_no_pair_that_comparing_all_would_find(view: View) -> None:
    some = [proposed(owned) for owned in duties(view)][:450]
    found = {(a[1].record.id, b[1].record.id) for a, b in alike(some)}
    parts = [pieces(owned[1].record) for owned in some]
    close = {
        (some[i][1].record.id, some[j][1].record.id)
        for j in range(len(some))
        for i in range(j)
        if len(parts[i] & parts[j]) >= LEAST * len(parts[i] | parts[j])
    }
    assert found
    assert found <= close
    forms = {pair for pair in close - found if "《" not in "".join(d.record.zh or "" for _, d in some if d.record.id in pair)}
    assert forms == set()
