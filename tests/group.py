"""A dealer group for measurements: `python -m tests.group DIR [STORES]` writes 1,000 stores of 60 positions.

The stores say what the shipped standard store says, each in its own file with its own names, so that
nothing is shared but the roles; the group extends the built-in catalog as a real one does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from dealer_cli.model.layout import shipped

POSITIONS = 60
SETTINGS = """\
name:
  zh: 测试集团
  en: Group for measurements
version: "1.0"
extends: builtin
default_store: store-0001
documents:
  prefix: GW
  version: V1.0
  effective: 2026-12-01
"""


LEFT_OUT = (
    "accessories-salesperson",
    "appointment-coordinator",
    "customer-data-supervisor",
    "security-guard",
    "lounge-attendant",
    "service-follow-up-specialist",
    "showroom-receptionist",
    "used-car-sales-consultant",
)
"""Positions of the standard store that a store of the group does without; the superior covers them."""


def store_text(number: int) -> str:
    """One store: the standard store with all that its file says, but for a few positions."""
    store = yaml.load((shipped("catalog") / "stores" / "standard-4s.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    above = {position.get("id", position["role"]): position["reports_to"] for position in store["positions"]}
    kept = [position for position in store["positions"] if position.get("id", position["role"]) not in LEFT_OUT]
    assert len(kept) == POSITIONS
    own = {"id": f"store-{number:04}", "title": {"zh": f"第{number}店", "en": f"Store {number}"}, "based_on": "standard-4s"}
    changed = {
        "values": dict.fromkeys(store["values"], f"品牌{number}"),
        "positions": kept,
        "not_seated": {**store["not_seated"], **{name: above[name] for name in LEFT_OUT}},
    }
    return yaml.dump(
        {**own, **{key: value for key, value in store.items() if key not in own}, **changed}, allow_unicode=True, sort_keys=False
    )


def write_group(folder: Path, stores: int = 1000) -> Path:
    """Write the group below `folder`."""
    (folder / "stores").mkdir(parents=True, exist_ok=True)
    (folder / "catalog.yaml").write_text(SETTINGS, encoding="utf-8")
    text = store_text(1)
    for number in range(1, stores + 1):
        own = text.replace("store-0001", f"store-{number:04}").replace("第1店", f"第{number}店").replace("Store 1\n", f"Store {number}\n")
        own = own.replace("品牌1\n", f"品牌{number}\n")
        (folder / "stores" / f"store-{number:04}.yaml").write_text(own, encoding="utf-8")
    return folder


if __name__ == "__main__":
    print(write_group(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
