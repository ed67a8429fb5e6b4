"""A record is named that the catalog does not have.

## What it finds
The id of a form or report, in a duty or a policy, that `records.yaml` does not define.

## Why it matters
A form that nobody defines is kept by nobody, and the next step waits for it.

## Example
    # roles/sales/sales-consultant.yaml
    duties:
      - id: receive
        zh: 接待来店客户并登记
        en: Receives visitors and enters them in the register
        function: showroom-sales
        records: [visitors-register]
        why: common practice

## Use instead
    # roles/sales/sales-consultant.yaml
    duties:
      - id: receive
        zh: 接待来店客户并登记
        en: Receives visitors and enters them in the register
        function: showroom-sales
        records: [visit-register]
        why: common practice
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.names.references import faults_of
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a reference."""
    return faults_of("R006", view)
