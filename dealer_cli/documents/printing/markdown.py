"""Markdown as GitHub and GitLab read it: no text is taken for markup, none ends a table's cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from dealer_cli.documents.printing.sandbox import text_template

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$]")
_OPENING = re.compile(r"^(\s*)([-+#=]|\d+(?=[.)]))", re.MULTILINE)
_NOTEWORTHY = re.compile(r"""[\\`*_{}\[\]<>|~&$'"\r\n]|^\s*(?:[-+#=]|\d+[.)])""")
"""What has a meaning in Markdown or HTML."""
_GAP = re.compile(r"\n{3,}")


def load(data: bytes, name: str) -> Callable[[Mapping[str, Any]], bytes]:
    """A Markdown template from the bytes of its file."""
    compiled = text_template(data, name, inline)
    return lambda picture: (_GAP.sub("\n\n", compiled.render(picture)).strip() + "\n").encode()


def inline(text: str) -> str:
    """A text as text of one line: markup is escaped, a line break becomes `<br>`."""
    if not _NOTEWORTHY.search(text):
        return text
    text = _SPECIAL.sub(r"\\\g<0>", text)
    # What makes a list, a heading or an underline of a line that begins with it.
    text = _OPENING.sub(_opened, text)
    return text.replace("\r", "").replace("\n", "<br>")


def _opened(match: re.Match[str]) -> str:
    blanks, sign = match.groups()
    return f"{blanks}{sign}\\" if sign.isdigit() else f"{blanks}\\{sign}"
