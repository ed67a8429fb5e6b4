"""Word files that only show: a template that would run, fetch or hide something is refused before it is used.

Whatever a template holds goes into every document that is printed by it. Macros, embedded objects,
parts that are fetched from elsewhere and fields that run programs would reach all who open one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from dealer_cli.documents.printing.errors import TemplateFault

MAX_PARTS = 2_000
"""Parts of a Word file; one of ours has 15."""

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that Word takes."""

_UNSAFE_NAME = re.compile(r"^/|\\|(?:^|/)\.{1,2}(?:/|$)|:|[\x00-\x1f]|//")
_ACTIVE_NAME = re.compile(r"vba|/embeddings/|activex|oleobject|customui|afchunk", re.IGNORECASE)
_ACTIVE_TYPE = re.compile(r"macroEnabled|vbaProject|activeX|oleObject", re.IGNORECASE)
_ACTIVE_RELATION = re.compile(
    r"/(?:attachedTemplate|oleObject|package|control|vbaProject|aFChunk|subDocument|frame|mailMerge\w*|extensibility)$", re.IGNORECASE
)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_FETCHING = re.compile(
    r"DDEAUTO|DDE\b|INCLUDETEXT|INCLUDEPICTURE|\bINCLUDE\b|\bIMPORT\b|(?<!HYPER)LINK\b|\bDATABASE\b|MACROBUTTON", re.IGNORECASE
)
_HARMLESS_LINK = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)


def must_be_plain(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse a package whose list of parts is not one that Word writes. Raises `TemplateFault`."""
    if len(entries) > MAX_PARTS:
        raise TemplateFault(name, "", "too-large", f"{MAX_PARTS} parts")
    seen: set[str] = set()
    for entry in entries:
        part = entry.filename
        folded = part.casefold()
        if _UNSAFE_NAME.search(part) or folded in seen or entry.compress_type not in _PACKINGS:
            raise TemplateFault(name, part, "no-word-file", "a part's name or packing")
        seen.add(folded)


def must_be_passive(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse what runs, fetches or declares entities, and what is no XML. Raises `TemplateFault` with the part and what stands there."""
    for part, data in parts.items():
        reason = "a macro, a control or an embedded object" if _ACTIVE_NAME.search(part) else ""
        if not reason and part.endswith((".xml", ".rels")):
            reason = next(_active(part, data, name), "")
        if reason:
            raise TemplateFault(name, part, "forbidden", reason)


def _active(part: str, data: bytes, name: str) -> Iterator[str]:
    encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if b"\x00" in data or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        yield "an encoding other than UTF-8"
    # Looked for before the part is parsed: entities of entities would fill the memory.
    if _DECLARATION.search(data):
        yield "a document type or an entity"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise TemplateFault(name, part, "broken-xml", str(error)) from None
    if part.endswith(".rels"):
        yield from _leading_out(root)
    elif part == "[Content_Types].xml":
        yield from (kind for one in root if _ACTIVE_TYPE.search(kind := one.get("ContentType", "")))
    else:
        yield from _running(root)


def _running(root: ElementTree.Element) -> Iterator[str]:
    """Fields and parts that Word would fetch. A field is spread over several runs."""
    codes = []
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "altChunk":
            yield tag
        if tag == "instrText":
            codes.append(element.text or "")
        codes += [value for attribute, value in element.items() if attribute.rpartition("}")[2] == "instr"]
    # Without blanks between runs, since a name may be spread too; so whole words cannot be asked for.
    if found := _FETCHING.search("".join(codes)):
        yield f"the field {found[0].upper()}"


def _leading_out(root: ElementTree.Element) -> Iterator[str]:
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        outside = relation.get("TargetMode", "").casefold() == "external"
        if _ACTIVE_RELATION.search(kind):
            yield f"{kind.rpartition('/')[2]} {target}"
        elif outside and not (kind.endswith("/hyperlink") and _HARMLESS_LINK.match(target)):
            yield f"a link out of the file: {target}"
