"""An element neither cites an item nor says why it is proposed.

## What it finds
A duty, indicator, statement, rule, step or entry of a vocabulary with neither `from` nor `why`, on
itself or once on its list, policy or file.

## Why it matters
Nobody can tell what a source states from what somebody made up.

## Example
    # roles/finance/cashier.yaml
    requirements:
      list:
        - {kind: education, zh: 大专及以上学历, en: Two-year college degree or higher}

## Use instead
    # roles/finance/cashier.yaml
    requirements:
      why: common practice
      list:
        - {kind: education, zh: 大专及以上学历, en: Two-year college degree or higher}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import every_element
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault an element, at the element."""
    if view.sourced:
        return
    for element in view.once(every_element):
        if not (element.from_ or element.why or element.reason):
            yield Fault("D015", element.place(), {"name": element.name}, entities=element.stable)
