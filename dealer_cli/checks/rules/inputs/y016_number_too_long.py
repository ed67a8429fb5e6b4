"""TODO.

## What it finds
TODO

## Why it matters
TODO

## Example
    TODO

## Use instead
    TODO
"""
