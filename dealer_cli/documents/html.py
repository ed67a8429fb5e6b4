"""HTML: one self-contained page a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from dealer_cli.documents.sandbox import Compiled, Sandbox


def load(data: bytes, name: str) -> Callable[[Mapping[str, Any]], bytes]:
    """An HTML template from the bytes of its file."""
    compiled = Compiled(Sandbox(_element_text, autoescape=True), data.decode(), name, "")
    return lambda picture: compiled.render(picture).encode()


def _element_text(value: Any) -> Any:
    text = escape(value)
    return Markup(str(text).replace("\n", "<br>")) if "\n" in text else text
