"""A car dealership's organisation as code: ask it, check it, print what HR signs."""

__version__ = "0.1.0"
