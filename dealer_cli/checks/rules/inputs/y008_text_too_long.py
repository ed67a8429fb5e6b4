"""A text is too long.

## What it finds
A text or key of more than 20,000 characters.

## Why it matters
No sentence of a job description is so long; a quotation mark was probably closed pages later.

## Example
A file `stores/small.yaml` with a description of 20,001 characters.

## Use instead
A description of a few sentences.
"""
