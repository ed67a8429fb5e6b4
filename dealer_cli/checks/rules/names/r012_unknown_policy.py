"""A policy is named that the catalog does not have.

## What it finds
The id of a policy, in a store, for which there is no file in `policies/`.

## Why it matters
The store claims a rule that nobody can read.

## Example
    # stores/small.yaml
    policies: [prices]

## Use instead
    # stores/small.yaml
    policies: [price]
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R012", view)
