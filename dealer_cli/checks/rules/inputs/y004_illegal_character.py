r"""A file holds a character that no document can hold.

## What it finds
Control characters, byte order marks inside a text, line separators, halves of characters: as they
are, or written as an escape in quotation marks.

## Why it matters
Word and XML refuse them, and on a terminal they move the cursor or change what was printed before.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: "Small \u0007 store"}
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
