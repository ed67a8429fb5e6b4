"""A section is named that no source has.

## What it finds
The number of a passage, in a store, a stated line, a title's reading or a resolution, that no file
of `sources/` lists.

## Why it matters
What is said of that section is held against nothing, so that a contradiction in it stays unseen.

## Example
    # sources/D7.yaml
    id: D7
    title: {zh: 岗位说明, en: Job descriptions}
    sections:
      - {id: D7.1, heading: 销售顾问, kind: role, organisation: small, scope: in, items: 2}
    # stores/small.yaml
    sections: [D7.2]

## Use instead
    # sources/D7.yaml
    id: D7
    title: {zh: 岗位说明, en: Job descriptions}
    sections:
      - {id: D7.1, heading: 销售顾问, kind: role, organisation: small, scope: in, items: 2}
    # stores/small.yaml
    sections: [D7.1]
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R010", view)
