"""HTML: one self-contained page a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import escape

from dealer_cli.documents.printing.sandbox import text_template


def load(data: bytes, name: str) -> Callable[[Mapping[str, Any]], bytes]:
    """An HTML template from the bytes of its file."""
    compiled = text_template(data, name, _element_text)
    return lambda picture: compiled.render(picture).encode()


def _element_text(text: str) -> str:
    return str(escape(text)).replace("\n", "<br>")
