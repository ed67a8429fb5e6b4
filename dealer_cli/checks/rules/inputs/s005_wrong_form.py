"""A value has the wrong form.

## What it finds
An id, a date, a time, a citation or another text that does not look as it must, and texts that are
empty or begin or end with a blank.

## Why it matters
Ids are file names and references on every system; a date that does not exist cannot come.

## Example
    # stores/small.yaml
    id: Small_Store
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
