"""A file is too large.

## What it finds
A file of more than 2 MiB; the largest of the shipped catalog has less than a tenth of that.

## Why it matters
A file that grows without bound stops every command that reads it, and a check that hangs in CI
blocks everybody.

## Example
A file `stores/small.yaml` of 3 MiB, most of it comments.

## Use instead
One store, one role, one policy a file.
"""
