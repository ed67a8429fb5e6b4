"""A name that should mean a record means none.

## What it finds
A name, in a place where a record is due, that the catalog does not define.

## Why it matters
A reference that leads nowhere is a line, a duty or a figure that silently falls out of every answer.

## Example
    TODO

## Use instead
    TODO
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R006", view)
