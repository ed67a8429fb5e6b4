"""A file holds too many keys and values.

## What it finds
More than 100,000 keys, values and containers in one file.

## Why it matters
Such a file is made by a program that ran away, and would cost every command seconds.

## Example
A file `stores/small.yaml` with a list of 100,001 sections.

## Use instead
Several files, each with what belongs together.
"""
