"""The id in a file is not the file's name.

## What it finds
A role, store, policy or source whose `id` differs from its file name.

## Why it matters
A question finds a file by its name and answers with its id; the two must be one.

## Example
    # stores/small.yaml
    id: little
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
