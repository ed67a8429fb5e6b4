"""A file cannot be read.

## What it finds
A file of the catalog that is no regular file: a link that leads nowhere or out of the catalog, a
folder, a pipe, a device, a file without the right to read it. And a file in `roles/`, `stores/`,
`policies/` or `sources/` that ends in `.yml` or `.json` and would silently be left out.

## Why it matters
What is not read is not checked: the store or role would be missing from every answer, and nobody
would know.

## Example
A link `stores/second.yaml` to `../../elsewhere/second.yaml`; a file called `stores/second.yml`.

## Use instead
A regular file `stores/second.yaml` in the catalog.
"""
