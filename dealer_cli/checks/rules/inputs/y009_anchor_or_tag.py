"""A file uses anchors, aliases, merge keys or tags.

## What it finds
The signs `&name`, `*name`, `<<` and `!name` of YAML.

## Why it matters
They hide what a file says from whoever reads it line by line, and a few of them make gigabytes of a
few bytes.

## Example
    # stores/small.yaml
    id: small
    title: &name {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    description: *name

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    description: {zh: 小店, en: Small store}
"""
