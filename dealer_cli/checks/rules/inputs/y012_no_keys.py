"""A file does not hold keys.

## What it finds
A file that is empty, or whose content is a list or a single value.

## Why it matters
Every file of the catalog is a mapping; an empty one is usually what a failed save left behind.

## Example
    # stores/small.yaml
    - role: general-manager

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
