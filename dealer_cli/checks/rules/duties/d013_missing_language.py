"""A text lacks a language of the catalog.

## What it finds
A text without one of the `languages` of catalog.yaml.

## Why it matters
The document falls back to the other language in the middle of a page.

## Example
    # departments.yaml
    departments:
      - {id: management, code: ZJ, title: {zh: 总经办}}
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

from collections.abc import Iterator

from dealer_cli.checks.rules.duties.everything import every_text
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault


def find(view: View) -> Iterator[Fault]:
    """One fault a text and a language, at the text."""
    languages = view.catalog.settings.record.languages
    for said in view.once(every_text):
        for lang in languages:
            if not (said.text.zh if lang == "zh" else said.text.en):
                yield Fault("D013", said.place(), {}, entities=(*said.name, lang), variant=lang)
