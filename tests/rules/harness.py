"""Cases of rules: small changes to a base catalog, and what must be found.

A case is data (`cases/<CODE>.yml`): `change` merges top-level keys into files of the base (null
removes a file, a text replaces it whole; `bytes`, `make` and `repeat` write what no text can show),
`where` names a situation (situations.py), `options` are those of a Selection, `find` lists the
findings of this rule that must appear, and no others: place and message.
"""

from __future__ import annotations

import base64
import os
import shutil
from pathlib import Path
from typing import Any

import yaml

from dealer_cli.checks.reports.text import message
from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Selection, check
from dealer_cli.language import Words
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Refused

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = HERE / "cases"

TODAY = "2026-06-01"
"""The day on which every case is judged."""


def build(folder: Path, change: dict[str, Any]) -> Path:
    """A copy of the base catalog with a case's changes."""
    shutil.copytree(BASE, folder)
    for name, part in change.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if part is None:
            path.unlink()
        elif isinstance(part, str):
            path.write_text(part, encoding="utf-8", newline="")
        elif part.keys() & {"bytes", "make", "repeat"}:
            path.unlink(missing_ok=True)
            put(path, part)
        else:
            path.write_text(merged(path, part), encoding="utf-8")
    return folder


def put(path: Path, form: dict[str, Any]) -> None:
    """What no text of a case can show: bytes that are no text, a pipe, a folder, a link, very much of something."""
    if "bytes" in form:
        path.write_bytes(base64.b64decode(form["bytes"]))
    elif "repeat" in form:
        before, piece, times, after = form["repeat"]
        path.write_text(before + piece * times + after, encoding="utf-8")
    elif form["make"] == "fifo":
        os.mkfifo(path)
    elif form["make"] == "folder":
        path.mkdir()
    elif form["make"] == "link":
        path.symlink_to(form["to"])
    else:
        raise ValueError(form)


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
    """The findings of one rule over a catalog; those for which it cannot be opened at all are of their rules too."""
    settings = {key: tuple(value) if isinstance(value, list) else value for key, value in (options or {}).items()}
    try:
        found = check(Catalog(folder), Selection(**{"profile": "strict", "today": TODAY, **settings})).findings
    except Refused as refused:
        found = tuple(Finding(fault, "error", fault.code) for fault in refused.faults)
    return [finding for finding in found if finding.fault.code == code]


def described(finding: Finding, folder: Path) -> dict[str, str]:
    """A finding as a case writes it: where, and what it says; it must have words in Chinese too."""
    place = finding.fault.place
    path = Path(place.path).relative_to(folder).as_posix()
    assert all(message(finding.fault, Words("zh")))
    return {"at": f"{path}:{place.line}:{place.column}", "says": message(finding.fault, Words("en"))[0]}
