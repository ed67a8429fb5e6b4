"""Cases of rules: small changes to a base catalog, and what must be found.

A case is data (`cases/<CODE>.yml`): `change` merges top-level keys into files of the base (null
removes a file, a text replaces it whole), `options` are those of a Selection, `find` lists the
findings of this rule that must appear, and no others: place, message, and the entities if they matter.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from dealer_cli.checks.reports.text import message
from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Selection, check
from dealer_cli.language import Words
from dealer_cli.model.catalog import Catalog

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = HERE / "cases"


def build(folder: Path, change: dict[str, Any]) -> Path:
    """A copy of the base catalog with a case's changes."""
    shutil.copytree(BASE, folder)
    for name, part in change.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if part is None:
            path.unlink()
        elif isinstance(part, str):
            path.write_text(part, encoding="utf-8")
        else:
            path.write_text(merged(path, part), encoding="utf-8")
    return folder


def merged(path: Path, part: dict[str, Any]) -> str:
    """The file's text with the top-level keys of `part` in place of its own; other lines stay."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for key, value in part.items():
        block = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=1000)
        text = _replaced(text, key, block)
    return text


def _replaced(text: str, key: str, block: str) -> str:
    lines = text.splitlines(keepends=True)
    start = next((i for i, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if start is None:
        return text + block
    end = next((i for i in range(start + 1, len(lines)) if lines[i][0] not in " -#\n"), len(lines))
    return "".join(lines[:start]) + block + "".join(lines[end:])


def findings(folder: Path, code: str, options: dict[str, Any] | None = None) -> list[Finding]:
    """The findings of one rule over a catalog."""
    settings = {key: tuple(value) if isinstance(value, list) else value for key, value in (options or {}).items()}
    report = check(Catalog(folder), Selection(**{"profile": "strict", **settings}))
    return [finding for finding in report.findings if finding.fault.code == code]


def described(finding: Finding, folder: Path) -> dict[str, str]:
    """A finding as a case writes it: where, and what it says."""
    place = finding.fault.place
    path = Path(place.path).relative_to(folder).as_posix()
    return {"at": f"{path}:{place.line}:{place.column}", "says": message(finding.fault, Words("en"))[0]}
