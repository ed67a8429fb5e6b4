"""Postings: a post of the catalog with an opening of the house, as text, page and structured data."""
