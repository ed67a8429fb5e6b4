"""PyYAML was installed without its parser libyaml.

## What it finds
An installation of PyYAML that was built from source without libyaml.

## Why it matters
The catalog is read with libyaml only: it is many times faster, and one reader means one meaning.

## Example
PyYAML built with `pip install --no-binary pyyaml pyyaml` on a machine without libyaml.

## Use instead
`pip install --force-reinstall --only-binary :all: pyyaml`
"""
