"""A file names the schema of another kind of file.

## What it finds
A first line `# yaml-language-server: $schema=…` that names another schema than that of the file's kind.

## Why it matters
The editor then marks right keys as wrong, and offers keys that the check refuses.

## Example
    # stores/small.yaml
    # yaml-language-server: $schema=../schema/role.schema.json
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    # yaml-language-server: $schema=../schema/store.schema.json
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.model.schemas import KINDS
from dealer_cli.reading.faults import Fault, Place

_LINE = re.compile(r"#[ \t]*yaml-language-server:[ \t]*\$schema=([^\s]+)")

_NAMES = {kind: f"{name}.schema.json" for name, kind in KINDS.items()}


def find(view: View) -> Iterator[Fault]:
    """One fault a file, at the path in its first line."""
    for path, _, kind in view.catalog.file_kinds():
        document = view.catalog.document(path)
        match = _LINE.match(document.text) if document else None
        if match and match[1].replace("\\", "/").rpartition("/")[2] != _NAMES[kind]:
            place = Place(str(path), 1, match.start(1) + 1, match.end(1) + 1)
            yield Fault("S011", place, {"named": match[1], "due": _NAMES[kind]}, entities=(view.name_of(str(path)),))
