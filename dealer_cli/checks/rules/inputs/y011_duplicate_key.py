"""A key stands twice in one mapping.

## What it finds
The second time that a key stands in the same mapping; the first place is shown too.

## Why it matters
YAML readers take the last one silently: half a chart can vanish behind a key that somebody pasted
twice.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    positions:
      - {role: cashier, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier, reports_to: general-manager}
"""
