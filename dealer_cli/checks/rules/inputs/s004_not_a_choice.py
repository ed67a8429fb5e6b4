"""A value is none of the choices.

## What it finds
A value outside the fixed choices of a key, such as a level, a part, a unit.

## Why it matters
Documents and rules know only the choices; anything else would be printed nowhere and judged by
nothing.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    business: [new-car]
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
