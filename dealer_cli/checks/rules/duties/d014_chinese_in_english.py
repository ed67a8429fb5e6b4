"""An English text holds Chinese characters.

## What it finds
Chinese characters or Chinese punctuation in the English wording of a text.

## Why it matters
Whoever reads the English cannot read it; usually the text was copied and never translated.

## Example
    # departments.yaml
    departments:
      - {id: management, code: ZJ, title: {zh: 总经办, en: 总经办}}
      - {id: sales, code: XS, title: {zh: 销售部, en: Sales}}
      - {id: finance, code: CW, title: {zh: 财务部, en: Finance}}

## Use instead
    # departments.yaml
    departments:
      - {id: management, code: ZJ, title: {zh: 总经办, en: General management}}
      - {id: sales, code: XS, title: {zh: 销售部, en: Sales}}
      - {id: finance, code: CW, title: {zh: 财务部, en: Finance}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import every_text
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault

_CHINESE = re.compile("[\u3001-\u303f\u3400-\u9fff\uff01-\uff65]+")


def find(view: View) -> Iterator[Fault]:
    """One fault a text, at its English wording."""
    for said in view.once(every_text):
        english = said.text.en
        if english and not english.isascii() and (found := _CHINESE.search(english)):
            yield Fault("D014", said.place("en"), {"text": found.group()}, entities=said.name)
