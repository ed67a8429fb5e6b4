"""Word files: a template's parts compiled once, rendered and zipped for every document.

docxtpl is asked for one thing, `patch_xml`: it joins tags that Word or LibreOffice split over runs
and lets `{%tr`, `{%p` stand for their row or paragraph. Its own rendering takes seventy times as long,
since it parses and writes the whole package for every document.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dealer_cli.documents.printing.braces import Stray, strays_of_word
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.package import Entries, file_of, packed
from dealer_cli.documents.printing.passive import must_be_passive, must_be_plain
from dealer_cli.documents.printing.sandbox import Compiled, Sandbox
from dealer_cli.documents.printing.word_look import Dress, Look
from dealer_cli.model.layout import shipped

MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes of an unpacked template; one of ours has 100 kB."""

_LOOKS = 8
"""Looks that a template remembers; a catalog has one."""

_RENDERED = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml|docProps/core\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


class WordTemplate:
    """A Word template, ready to be rendered many times."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        # The shipped ones are whole texts whatever stands in the fields: tests see to that.
        self._trusted = Path(name).parent == shipped("templates")
        parts = _unpacked(data, name)
        if not self._trusted:
            for part, found in _strays(parts).items():
                raise TemplateFault(name, part, found[0].cause, found[0].written, found[0].near)
        live = _live(parts)
        environment = Sandbox()
        self._parts = {part: Compiled(environment, _patched(text), name, part, readable) for part, text in live.items()}
        self._still = {part: content for part, content in parts.items() if part not in live}
        self._live = live
        self._bases: dict[tuple[Look, bool], tuple[Dress, Entries]] = {}

    def __call__(self, picture: Mapping[str, Any]) -> bytes:
        """The document as bytes: the same for the same picture."""
        latin = picture["document"]["lang"] == "en"
        dress, base = self._base(Look.of(picture), latin)
        rendered = {}
        for part, compiled in self._parts.items():
            text = compiled.render(picture)
            data = dress.live((_with_breaks(text) if part.startswith("word/") else text).encode())
            rendered[part] = _without_hint(data) if latin else data
            if not self._trusted:
                self._must_be_xml(part, rendered[part])
        return file_of((base, packed(rendered)))

    def _base(self, look: Look, latin: bool) -> tuple[Dress, Entries]:
        """What all documents of a look have in common, packed once."""
        if (look, latin) not in self._bases:
            dress = Dress({**self._still, **{part: text.encode() for part, text in self._live.items()}}, look)
            still = dress.still(self._still, self._live)
            if latin:
                still = {part: _without_hint(content) if part.endswith(".xml") else content for part, content in still.items()}
            if len(self._bases) == _LOOKS:
                self._bases.clear()
            self._bases[look, latin] = dress, packed(still)
        return self._bases[look, latin]

    def _must_be_xml(self, part: str, data: bytes) -> None:
        """A row loop that ends in another table makes a file that Word refuses; say so instead."""
        from xml.parsers.expat import ExpatError, ParserCreate

        try:
            ParserCreate().Parse(data, True)
        except ExpatError as error:
            near = data.split(b"\n")[error.lineno - 1][max(0, error.offset - 200) : error.offset + 200].decode(errors="ignore")
            raise TemplateFault(self._name, part, "broken-xml", str(error), readable(near)) from None


def load(data: bytes, name: str) -> WordTemplate:
    """A Word template from the bytes of its file."""
    return WordTemplate(data, name)


def tagged_parts(data: bytes, name: str) -> dict[str, str]:
    """The parts of a Word file that have tags, as Jinja reads them: one paragraph a line."""
    return {part: _patched(text) for part, text in _live(_unpacked(data, name)).items()}


def strays(data: bytes, name: str) -> dict[str, list[Stray]]:
    """Braces that make no tag, by parts. They are told from the text as Word has it: what `patch_xml` joins is lost."""
    return _strays(_unpacked(data, name))


def _strays(parts: Mapping[str, bytes]) -> dict[str, list[Stray]]:
    found = {part: strays_of_word(_text(content)) for part, content in parts.items() if _RENDERED.fullmatch(part)}
    return {part: some for part, some in found.items() if some}


def _live(parts: Mapping[str, bytes]) -> dict[str, str]:
    texts = {part: _text(content) for part, content in parts.items() if _RENDERED.fullmatch(part)}
    return {part: text for part, text in texts.items() if "{{" in text or "{%" in text}


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED:
                raise TemplateFault(name, "", "too-large", f"{MAX_UNPACKED // 1024 // 1024} MB")
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            must_be_plain(entries, name)
            parts = {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise TemplateFault(name, "", "no-word-file", str(error)) from None
    if not any(re.fullmatch(r"word/document\d*\.xml", part) for part in parts):
        raise TemplateFault(name, "", "no-word-file", "word/document.xml")
    must_be_passive(parts, name)
    return parts


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace")


def _patched(xml: str) -> str:
    """The part as Jinja reads it: whole tags, and one paragraph a line, so that errors have a line.

    The line breaks stand in comments: all that come out of a rendering are those of the values.
    """
    from docxtpl import DocxTemplate

    text = DocxTemplate(io.BytesIO()).patch_xml(re.sub(r"[\r\n\t]+", " ", xml))
    text = _TAG.sub(lambda tag: html.unescape(tag.group()), text)
    return re.sub(r"<w:p([ >])", "{#\n#}<w:p\\1", text)


def readable(xml: str) -> str:
    """The words of a piece of XML that may begin and end inside a tag."""
    text = re.sub(r"^[^<>]*>|<[^<>]*$|\{#|#\}", " ", xml)
    return " ".join(_MARKUP.sub(" ", text).split())


def _with_breaks(xml: str) -> str:
    """Line breaks and tabs of values as Word has them: elements between two stretches of text."""
    for character, element in (("\r", ""), ("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        if character in xml:
            xml = xml.replace(character, f'</w:t>{element}<w:t xml:space="preserve">' if element else "")
    return xml


def _without_hint(xml: bytes) -> bytes:
    """The part for a text in Latin letters: the hint gives “ ” and — the Chinese font, which is right in Chinese only."""
    return xml.replace(b' w:hint="eastAsia"', b"")
