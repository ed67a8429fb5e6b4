"""A number has too many digits.

## What it finds
A number of more than 18 digits.

## Why it matters
It is a text in truth (an account, a card, a phone number), and as a number it would be rounded or
refused.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    values: {account: 6222020200112233445}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    values: {account: "6222020200112233445"}
"""
