"""A value is of the wrong kind.

## What it finds
A text where a number is due, a single value where a list is due, nothing behind a key; numbers and
texts are never turned into each other.

## Why it matters
Guessing would change what was meant: `no` is a text, `1.0` is no whole number, an empty value is
usually a text behind a `#`.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    size: {employees: "8"}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    size: {employees: 8}
"""
