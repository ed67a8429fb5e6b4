"""A dealer group for measurements: `python -m tests.group DIR [STORES]` writes 1,000 stores of 60 positions.

The stores are cut from the shipped standard store, each with its own names, so that nothing is
shared but the roles; the group extends the built-in catalog as a real one does.
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


def store_text(number: int) -> str:
    """One store: the first positions of the standard store, their lines kept."""
    standard = yaml.load((shipped("catalog") / "stores" / "standard-4s.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    kept = standard["positions"][:POSITIONS]
    keys = {position.get("id", position["role"]) for position in kept}
    lines = [
        f"id: store-{number:04}",
        "title:",
        f"  zh: 第{number}店",
        f"  en: Store {number}",
        "based_on: standard-4s",
        "business: [new-cars]",
        "values:",
        *(f"  {key}: 品牌{number}" for key in standard["values"]),
        "positions:",
    ]
    for position in kept:
        lines.append(f"  - role: {position['role']}")
        if "id" in position:
            lines.append(f"    id: {position['id']}")
        above = position["reports_to"]
        if isinstance(above, dict):
            lines.append("    reports_to: {external: board}")
        else:
            lines.append(f"    reports_to: {above if above in keys else 'general-manager'}")
        lines.append(f"    headcount: {number % 3 + 1}")
    lines.append("accountable:")
    lines += [f"  {function}: {position}" for function, position in standard["accountable"].items() if position in keys]
    return "\n".join(lines) + "\n"


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
