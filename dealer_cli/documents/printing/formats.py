"""The formats of documents, each in a module that is imported when it is first asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.model.layout import shipped

Render = Callable[[Mapping[str, Any]], bytes]
"""A picture to the bytes of a document."""

FORMATS = {
    "docx": "dealer_cli.documents.printing.docx",
    "html": "dealer_cli.documents.printing.html",
    "md": "dealer_cli.documents.printing.markdown",
}
"""Format, which is also the end of a file's name, to the module that `load`s its templates."""

MAX_BYTES = 16 * 1024 * 1024
"""Bytes of a template's file."""


def renderer(kind: str, form: str, folders: Sequence[Path]) -> Render:
    """The way to print documents of a kind (`jd`) in a format, by the first template that the folders have."""
    path = template_path(f"{kind}.{form}", folders)
    load: Callable[[bytes, str], Render] = importlib.import_module(FORMATS[form]).load
    try:
        return load(_read(path), str(path))
    except UnicodeDecodeError as error:
        raise TemplateFault(str(path), "", "unreadable", str(error)) from None


def template_path(name: str, folders: Sequence[Path]) -> Path:
    """Where a template is: in the first folder that has it, else among the shipped ones."""
    return next((folder / name for folder in folders if (folder / name).exists()), shipped("templates") / name)


def _read(path: Path) -> bytes:
    try:
        # A FIFO would be waited for, for ever.
        if not path.is_file():
            raise TemplateFault(str(path), "", "unreadable", "no regular file")
        if path.stat().st_size > MAX_BYTES:
            raise TemplateFault(str(path), "", "too-large", f"{MAX_BYTES // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as error:
        raise TemplateFault(str(path), "", "unreadable", error.strerror or str(error)) from None
