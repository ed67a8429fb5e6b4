"""A file holds a second document.

## What it finds
A line `---` behind the first content.

## Why it matters
Only the first document would be read, and the rest would look as if it were in force.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    ---
    id: second

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
