"""Not exactly one of several keys is there.

## What it finds
A party without, or with more than one, of role, department, external and unit; a printed title with
no reading or with two.

## Why it matters
The keys exclude each other: with two of them nobody can say who is meant.

## Example
    # policies/price.yaml
    id: price
    title: {zh: 价格审批, en: Price approval}
    kind: workflow
    owner: {role: sales-director, department: sales}

## Use instead
    # policies/price.yaml
    id: price
    title: {zh: 价格审批, en: Price approval}
    kind: workflow
    owner: {role: sales-director}
"""
