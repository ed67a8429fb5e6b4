"""Paths as people read and click them."""

from __future__ import annotations

import os
from pathlib import Path

from dealer_cli.writing.safe import show


def shown_path(path: str) -> str:
    """A path as it is clicked on: relative to here if it is below, and with nothing that moves a cursor."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # Another drive on Windows.
        relative = path
    shown = show(path if relative.startswith("..") else Path(relative).as_posix())
    # A line begins with it: a file's name must not be a command, an option or a mark to whoever reads the line.
    plain = shown[:1].isalnum() or shown.startswith(".") or Path(shown).is_absolute()
    return shown if plain else f"./{shown}"
