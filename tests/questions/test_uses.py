"""Where something is used: of that kind, at that line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog
from dealer_cli.questions.uses import uses

USED = {
    ("function", "service"): [("role", "technician", "repair", "function"), ("role", "workshop-manager", "run-workshop", "function")],
    ("record", "complaint-log"): [
        ("role", "service-manager", "settle-complaints", "records"),
        ("role", "showroom-manager", "support-complaints", "records"),
        ("policy", "complaints", "take", "output"),
        ("policy", "complaints", "settle", "input"),
    ],
    ("kpi", "retail-achievement"): [
        ("role", "sales-director", None, "kpi"),
        ("role", "showroom-manager", None, "kpi"),
        ("policy", "complaints", "answer-in-time", "kpis"),
    ],
    ("role", "service-manager"): [
        ("policy", "complaints", None, "role"),
        ("policy", "complaints", "take", "role"),
        ("function", "complaint-handling", None, "responsible"),
        ("function", "service", None, "accountable"),
        ("record", "complaint-log", None, "keeper"),
    ],
    ("record", "complaint"): [],
}


@pytest.mark.parametrize(("kind", "name"), USED)
def test_uses(house: Path, kind: str, name: str) -> None:
    """The department `service` is no use of the function `service`; a beginning of an id is no use of it."""
    found = uses(Scene(Catalog(house), None, "en"), kind, name)
    assert [(use.kind, use.owner.id, use.id, use.key) for use in found] == USED[kind, name]
    for use in found:
        assert name in (house / use.path).read_text("utf-8").splitlines()[use.line - 1]
