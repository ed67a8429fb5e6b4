"""Limits of an input file, and why each has its size."""

MAX_BYTES = 2 * 1024 * 1024
"""The largest file of the shipped catalog is a tenth of this; 5 MB of YAML took other tools 20 s."""

MAX_DEPTH = 32
"""Nesting; libyaml's own composer crashes the process at 30,000, and its events turn quadratic."""

MAX_NODES = 100_000
"""Keys, values and containers of one file."""

MAX_SCALAR = 20_000
"""Characters of one text."""

MAX_DIGITS = 18
"""Digits of a whole number: what a 64-bit integer surely holds; Python refuses 4,300 with a ValueError."""

MAX_FAULTS = 100
"""Faults of one file that are named; one with more is no file of this kind, and its report helps nobody."""
