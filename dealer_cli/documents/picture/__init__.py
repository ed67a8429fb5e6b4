"""What a template sees: small pictures of plain texts, lists and mappings, in one document language."""
