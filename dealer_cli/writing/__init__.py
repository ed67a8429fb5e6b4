"""Safe text for every medium, and files that are written whole or not at all."""
