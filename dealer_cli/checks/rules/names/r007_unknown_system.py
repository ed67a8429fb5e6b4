"""A system is named that the catalog does not have.

## What it finds
The id of a computer system, in a duty, a record, an indicator or a policy, that `systems.yaml` does
not define.

## Why it matters
Rights are given by system: a misspelt one gives the post no right, or an auditor no list.

## Example
    # roles/sales/sales-consultant.yaml
    duties:
      - id: receive
        zh: 接待来店客户并登记
        en: Receives visitors and enters them in the register
        function: showroom-sales
        systems: [crn]
        why: common practice

## Use instead
    # roles/sales/sales-consultant.yaml
    duties:
      - id: receive
        zh: 接待来店客户并登记
        en: Receives visitors and enters them in the register
        function: showroom-sales
        systems: [crm]
        why: common practice
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R007", view)
