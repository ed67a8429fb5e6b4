"""A store's positions as a tree; pure functions over a store."""
