"""A key is missing.

## What it finds
A key that every record of this kind must have.

## Why it matters
Without it the record cannot be used: a store without positions, a duty without an id.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
