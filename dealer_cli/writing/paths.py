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
    return show(path if relative.startswith("..") else Path(relative).as_posix())
