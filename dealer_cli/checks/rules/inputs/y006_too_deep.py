"""A file nests too deep.

## What it finds
More than 32 lists and mappings inside each other; no file of the catalog needs more than eight.

## Why it matters
It is a stray bracket or dash, or an attack: parsers crash on deep nesting.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    sections: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    sections: []
"""
