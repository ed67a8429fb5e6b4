"""The chart of a store as pictures: what is drawn, where it goes, and the formats it is written in.

`organisation.organisation` reads a store, `printing.Chart` has its pages, their SVG and its files.
"""
