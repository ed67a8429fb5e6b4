"""An element cites many items of one section and does not say why.

## What it finds
A part of a role or a policy that cites more than three items of one section, without a `why` of its own.

## Why it matters
To cite a whole section on one sentence is no restatement: what it leaves out is not to be seen.

## Example
    # sources/D9.yaml
    sections:
      - {id: D9.9, heading: 收银员, kind: role, organisation: small, scope: in, items: 4}
    # sources/lines.yaml
    lines: []
    # roles/finance/cashier.yaml
    requirements:
      list:
        - {kind: skill, zh: 熟练收银, en: Works the till, from: [D9.9/1, D9.9/2, D9.9/3, D9.9/4]}

## Use instead
    # sources/D9.yaml
    sections:
      - {id: D9.9, heading: 收银员, kind: role, organisation: small, scope: in, items: 4}
    # sources/lines.yaml
    lines: []
    # roles/finance/cashier.yaml
    requirements:
      list:
        - {kind: skill, zh: 熟练收银, en: Works the till, from: [D9.9/1, D9.9/2, D9.9/3, D9.9/4], why: the four items name one skill}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import every_element
from dealer_cli.checks.view import View
from dealer_cli.model.words import cited
from dealer_cli.reading.faults import Fault, Param

MOST = 3
"""Items of one section that one sentence can restate."""


def find(view: View) -> Iterator[Fault]:
    """One fault an element and a section, at its citations."""
    for element in view.once(every_element):
        # An entry of a vocabulary cites every item that names it; only parts of roles and policies restate.
        if element.why or not element.steps or not element.from_ or len(element.from_) <= MOST:
            continue
        for section, count in Counter(item.partition("/")[0] for item in cited(element.from_)).items():
            if count > MOST:
                params: dict[str, Param] = {"name": element.name, "section": section, "count": count}
                yield Fault("D016", element.place("from"), params, entities=(element.owner, element.name, section))
