"""A file looks as if it were part of the catalog, and nobody reads it.

## What it finds
YAML deeper in `roles/`, `stores/`, `policies/` or `sources/` than files are looked for, and files
beside `catalog.yaml` whose name is almost that of a vocabulary.

## Why it matters
What is not read is not checked and not printed: somebody keeps a file that has no effect.

## Example
    # stores/north/second.yaml
    id: second
    title: {zh: 二店, en: Second store}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/second.yaml
    id: second
    title: {zh: 二店, en: Second store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from dealer_cli.checks.view import View
from dealer_cli.model.schemas import KINDS
from dealer_cli.reading.faults import Fault, Place

_DEPTHS = {"roles": 1, "stores": 0, "policies": 0, "sources": 0}
"""Folders below each that are looked into."""

_BESIDE = tuple(name for name in KINDS if name not in ("role", "store", "policy", "source", "lines", "titles", "left-out", "resolutions"))
"""Names of the files beside catalog.yaml."""

_LIKE = 0.8
"""How much a name must be like a vocabulary's: kpi.yaml is, and the action.yml of a repository is not."""


def find(view: View) -> Iterator[Fault]:
    """One fault a file."""
    for layer in view.catalog.layers:
        for path in _deeper(layer):
            yield Fault("S012", Place(str(path)), variant="deep", entities=(view.name_of(str(path)),))
        for path, due in _misnamed(layer):
            yield Fault("S012", Place(str(path)), {"due": f"{due}.yaml"}, entities=(view.name_of(str(path)),))


def _deeper(layer: Path) -> Iterator[Path]:
    for folder, depth in _DEPTHS.items():
        for root, folders, files in os.walk(layer / folder):
            folders.sort()
            if len(Path(root).relative_to(layer).parts) > depth + 1:
                yield from (Path(root) / name for name in sorted(files) if name.endswith((".yaml", ".yml")))


def _misnamed(layer: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(layer.iterdir()):
        if path.suffix.lower() in (".yaml", ".yml", ".json") and not (path.stem in _BESIDE and path.suffix == ".yaml"):
            near = difflib.get_close_matches(path.stem.lower()[:100], _BESIDE, 1, _LIKE)
            if near and not (layer / f"{near[0]}.yaml").exists():
                yield path, near[0]
