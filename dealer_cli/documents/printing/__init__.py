"""A picture to the bytes of a document: one module a format, templates kept in a sandbox."""
