"""A file is not UTF-8.

## What it finds
A byte that UTF-8 does not know, or a file in UTF-16. Where the bytes read well as GBK, the finding
says so.

## Why it matters
A Chinese Windows saves texts as GBK or UTF-16 when nobody tells it otherwise; read as UTF-8 the
titles turn into nonsense, in signed documents too.

## Example
A file `stores/small.yaml` with the title 小店, saved as GBK.

## Use instead
The same file, saved as UTF-8.
"""
