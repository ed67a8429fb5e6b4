"""Where the shipped catalog and templates are: in a checkout, an editable install and a wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

CATALOG_FILE = "catalog.yaml"
"""The file that makes a folder a catalog."""


def shipped(folder: str) -> Path:
    """The shipped folder `catalog` or `templates`.

    A wheel carries both inside the package, as `shipped/`; a checkout, and an editable install of
    it, has them beside the package.
    """
    inside = _PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def catalog_above(start: Path) -> Path | None:
    """The nearest folder that holds a catalog, from `start` upward."""
    for folder in (start, *start.parents):
        if (folder / CATALOG_FILE).is_file():
            return folder
        # A checkout of a group keeps its catalog in `catalog/`, as this project does.
        if (folder / "catalog" / CATALOG_FILE).is_file():
            return folder / "catalog"
    return None
