"""A rule ended in an error of its own.

## What it finds
A mistake in the program: a rule that stopped in the middle. The other rules still ran, and the run
ends with exit code 2.

## Why it matters
What the rule would have found is not known, so a clean result of this run proves nothing.

## Example
Any rule that raises an error on a catalog that its author did not think of.

## Use instead
Report it with the catalog; ignore the rule by its code until it is mended.
"""
