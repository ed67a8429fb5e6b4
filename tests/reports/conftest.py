"""A catalog with findings of every kind: errors, warnings, related places, one that is waived, one in a file that cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.rules.harness import build

POSITIONS: list[dict[str, Any]] = [
    {"role": "general-manager", "reports_to": {"external": "board"}},
    {"role": "sales-director", "reports_to": "sales-consultant"},
    {"role": "sales-consultant", "reports_to": "sales-director"},
    {"role": "test-driver", "reports_to": "nobody"},
    {"role": "financial-controller", "reports_to": "general-manager"},
    {"role": "accountant"},
    {"role": "cashier", "reports_to": "financial-controller"},
]

WAIVER = {
    "code": "O002",
    "entity": ["small", "accountant"],
    "reason": "the accountant is being hired",
    "approver": "general-manager",
    "until": "2099-12-31",
}

CHANGE: dict[str, Any] = {
    "stores/small.yaml": {"positions": POSITIONS},
    "policies/price.yaml": "id: price\ntitle: {zh: 价格制度, en: Price rules}\nsteps: [\n",
    "waivers.yaml": {"waivers": [WAIVER]},
}


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The spoilt catalog, in a repository of its own."""
    (tmp_path / ".git").mkdir()
    return build(tmp_path / "catalog", CHANGE)
