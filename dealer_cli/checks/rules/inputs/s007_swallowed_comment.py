"""A part of a text is lost to a comment.

## What it finds
A text without quotation marks with ` #` in it: YAML reads what follows as a comment.

## Why it matters
The sentence looks whole in the file and is cut in every document.

## Example
    # stores/small.yaml
    id: small
    title:
      zh: 小店
      en: Small store #2
    positions:
      - {role: general-manager, reports_to: {external: board}}

## Use instead
    # stores/small.yaml
    id: small
    title:
      zh: 小店
      en: "Small store #2"
    positions:
      - {role: general-manager, reports_to: {external: board}}
"""
