"""Findings as text and as what other programs read; one module a format."""
