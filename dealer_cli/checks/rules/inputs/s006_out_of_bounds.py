"""A value is out of bounds.

## What it finds
A number below the least or above the most that makes sense, or a list with too few entries.

## Why it matters
A weight of 0, a headcount of 0 or an empty list of positions says nothing, and is usually a slip.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}, headcount: 0}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}, headcount: 1}
"""
