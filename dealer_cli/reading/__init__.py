"""Bytes to located data: the only room that knows bytes, limits and line numbers."""
