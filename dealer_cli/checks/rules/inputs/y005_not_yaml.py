"""A file is no YAML.

## What it finds
Wrong indentation, a tab, a bracket or a quotation mark that is not closed, a text with `: ` in it.

## Why it matters
From the place of the error on nothing can be read, so nothing of the file is used.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
