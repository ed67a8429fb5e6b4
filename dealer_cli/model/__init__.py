"""What is known: roles, stores, vocabularies, layers, names; found by file name, read once."""
