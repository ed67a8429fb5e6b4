"""What a case or a documented example cannot write as a file: the surroundings of a run, and generated files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealer_cli.checks.rules.charts import o001_cycle
from dealer_cli.model import catalog
from dealer_cli.reading import bounds


def _without_libyaml(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setattr(yaml, "__with_libyaml__", False)


def _crashing_rule(patch: pytest.MonkeyPatch, folder: Path) -> None:
    def find(*_: object) -> object:
        raise ZeroDivisionError("division by zero")

    patch.setattr(o001_cycle, "find", find)


def _built_in(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setattr(catalog, "shipped", lambda name: folder)


SITUATIONS: dict[str, Callable[[pytest.MonkeyPatch, Path], None]] = {
    "without libyaml": _without_libyaml,
    "a rule crashes": _crashing_rule,
    "it is the built-in catalog": _built_in,
}


def arrange(where: str | None, patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Bring about the situation that a case names."""
    if where:
        SITUATIONS[where](patch, folder)


WHERE: dict[str, tuple[str | None, str | None]] = {
    "Y015": ("without libyaml", None),
    "X001": ("a rule crashes", None),
    "C003": ("it is the built-in catalog", "it is the built-in catalog"),
}
"""The situations of a rule's documented example and of its mend."""

RAW = frozenset({"S011", "S012", "R016"})
"""Rules of the catalog whose examples are whole files, comments included."""

STORE = "id: small\ntitle: {zh: 小店, en: Small store}\npositions:\n  - {role: general-manager, reports_to: {external: board}}\n"

GENERATED: dict[str, dict[str, dict[str, Any]]] = {
    "Y001": {"Example": {"stores/second.yaml": {"make": "link", "to": "../../second.yaml"}}, "Use instead": {}},
    "Y002": {"Example": {"stores/small.yaml": {"repeat": [STORE, "# filler\n", bounds.MAX_BYTES // 9 + 1, ""]}}, "Use instead": {}},
    "Y003": {
        "Example": {"stores/small.yaml": {"bytes": "aWQ6IHNtYWxsCnRpdGxlOiB7emg6INChteoKfQo="}},
        "Use instead": {"stores/small.yaml": STORE},
    },
    "Y007": {"Example": {"stores/small.yaml": {"repeat": [STORE + "sections: [", "D1,", bounds.MAX_NODES, "D1]\n"]}}, "Use instead": {}},
    "Y008": {
        "Example": {"stores/small.yaml": {"repeat": [STORE + "description: {zh: ", "长", bounds.MAX_SCALAR + 1, "}\n"]}},
        "Use instead": {},
    },
    "Y015": {"Example": {}, "Use instead": {}},
    "X001": {"Example": {}, "Use instead": {}},
}
"""The files of examples that no text can show, which their rules document in words."""
