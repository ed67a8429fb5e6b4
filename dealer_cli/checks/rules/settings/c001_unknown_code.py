"""The catalog ignores a rule that does not exist.

## What it finds
A code, or a beginning of codes, under `checks: ignore:` that no rule has.

## Why it matters
Either the wrong rule runs, or one that was meant to be silent is not.

## Example
    # catalog.yaml
    checks: {ignore: [O9]}

## Use instead
    # catalog.yaml
    checks: {ignore: [O007]}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.model.decode import nearest
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a code."""
    # The table names this module, so it is there only when the rule runs.
    from dealer_cli.checks.table import BY_CODE

    settings = view.catalog.settings
    for i, prefix in enumerate(settings.record.checks.ignore):
        if not any(code.startswith(prefix) for code in BY_CODE):
            near = nearest(prefix, tuple(BY_CODE))
            yield Fault("C001", settings.place("checks", "ignore", i), {"code": prefix, "nearest": near}, entities=("checks", prefix))
