"""A key is unknown.

## What it finds
A key that records of this kind do not have; the nearest known one is named.

## Why it matters
A misspelt key is not read: what stands behind it looks in force and is not.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    bussiness: [new-cars]
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    business: [new-cars]
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
