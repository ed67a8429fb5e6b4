"""HTML: one self-contained page a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from dealer_cli.documents.printing.sandbox import Compiled, Sandbox


def load(data: bytes, name: str) -> Callable[[Mapping[str, Any]], bytes]:
    """An HTML template from the bytes of its file."""
    compiled = Compiled(Sandbox(_element_text), data.decode("utf-8-sig"), name, "")
    return lambda picture: compiled.render(picture).encode()


def _element_text(value: Any) -> Any:
    # A macro's text has been escaped value by value; one without line breaks Jinja escapes by itself.
    if isinstance(value, Markup) or "\n" not in str(value):
        return value
    return Markup(str(escape(value)).replace("\n", "<br>"))
