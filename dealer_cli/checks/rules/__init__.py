"""One module a rule, in a folder a family; each family lists its rules, and nothing finds them by itself."""
