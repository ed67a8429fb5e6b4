"""Many documents: which positions, which files."""
