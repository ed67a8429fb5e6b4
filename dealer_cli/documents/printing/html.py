"""HTML: one self-contained page a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import escape

from dealer_cli.documents.printing.sandbox import Compiled, Sandbox, must_have_whole_tags


def load(data: bytes, name: str) -> Callable[[Mapping[str, Any]], bytes]:
    """An HTML template from the bytes of its file."""
    text = data.decode("utf-8-sig")
    must_have_whole_tags(text, name)
    compiled = Compiled(Sandbox(_element_text), text, name, "")
    return lambda picture: compiled.render(picture).encode()


def _element_text(text: str) -> str:
    return str(escape(text)).replace("\n", "<br>")
