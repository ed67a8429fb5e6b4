"""Documents read back by readers that are not ours, and texts that a document must survive."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import docx
from docx.oxml.ns import qn

HOSTILE = [
    "<A&B>",
    "{{ 7*7 }}{% raw %}",
    "{{ cycler.__init__ }}",
    "]]>",
    "&amp; &#60; &lt;b&gt;",
    "a|b",
    "`code` *bold* _it_ [x](y) ~~z~~",
    "# no heading",
    "- no list",
    "1. no number",
    "<script>alert(1)</script>",
    "'\"><img src=x>",
    "C:\\path\\",
    "🚗👩‍🔧 堃喆珺玥 𠮷",
    "line one\nline two\tand a tab",
]

# What documents say, read back


def word_text(data: bytes) -> str:
    # In the order of the page, tables included; a table's own cells would take python-docx ten times as long.
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join(paragraph.text for paragraph in body.iter(qn("w:p")))


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self._style = tag == "style"
        self.text += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._style else data


def page_text(data: bytes) -> str:
    page = Page()
    page.feed(data.decode())
    return page.text


def markdown_text(data: bytes) -> str:
    return re.sub(r"\\([\\`*_{}\[\]<>|~&$+#=.)-])", r"\1", data.decode().replace("<br>", "\n"))


READ: dict[str, Callable[[bytes], str]] = {"docx": word_text, "html": page_text, "md": markdown_text}
