"""The steps of a look-up by name, cheap ones first; a step's tables are loaded when it is reached."""
