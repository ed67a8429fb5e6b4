"""One module a rule; `table` lists them, and nothing finds them by itself."""
