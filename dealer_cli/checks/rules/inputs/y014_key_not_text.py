"""A key is no text.

## What it finds
A list or a mapping where a key is due, which happens when a text begins with `{` or `[` without
quotation marks.

## Why it matters
A placeholder such as `{{ name }}` is read as a mapping in a mapping, and its text is lost.

## Example
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    description: {zh: {{ name }}, en: Small}

## Use instead
    # stores/small.yaml
    id: small
    title: {zh: 小店, en: Small store}
    positions:
      - {role: general-manager, reports_to: {external: board}}
    description: {zh: "{{ name }}", en: Small}
"""
