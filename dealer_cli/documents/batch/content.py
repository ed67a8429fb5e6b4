"""What a signature stands under: what a layout prints, without numbers, dates, looks and names of people.

A new version number, logo or word of a heading asks nobody to sign again; a new duty does. So a
manifest keeps this, and the hash of it. What a layout does not print nobody signs there: a new safety
duty changes the letter of safety, not the job description.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.formats import ENDS, MAX_BYTES, is_shipped, read_template, template_path

Content = dict[str, Any]

POST = ("title", "number", "department", "level", "superior", "subordinates", "dotted", "headcount", "holds", "deputy")
"""What is signed of the section `post`: everything but the store's name and the people."""

SECTIONS = (
    *("purpose", "duties", "held", "indicators", "authority", "requirements", "relations", "career", "conditions"),
    *("main_duties", "statutory", "safety", "commitments", "term", "notice"),
)
"""What is signed of the rest, where a layout has it."""


class Parts(NamedTuple):
    """What a layout prints of what can be signed."""

    post: frozenset[str] = frozenset(POST)
    sections: frozenset[str] = frozenset(SECTIONS)


EVERYTHING = Parts()

_HEAD = frozenset({"title", "number", "department", "superior", "holds"})
"""The head of a letter: `full_title` has the posts held together in brackets."""

_PRINTED = {
    "jd": Parts(
        sections=frozenset(
            {"purpose", "duties", "held", "indicators", "authority", "requirements", "relations", "career", "conditions", "statutory"}
        )
    ),
    "letter": Parts(_HEAD, frozenset({"purpose", "indicators", "authority", "commitments", "term"})),
    "safety": Parts(_HEAD, frozenset({"statutory", "safety", "commitments", "term"})),
    "appointment": Parts(_HEAD, frozenset({"main_duties", "authority", "statutory"})),
    "complaint-notice": Parts(frozenset({"title", "department"}), frozenset({"notice"})),
}
"""What the shipped templates print; a test reads it out of them."""

_PASSED = frozenset({"mark", "no"})
"""Fields that say nothing of what is agreed."""


def parts_of(layout: str, folders: Sequence[Path]) -> Parts:
    """What a layout prints: what the shipped templates do, and what the house's own ones name besides."""
    known = _PRINTED[layout]
    words: set[str] = set()
    for text in _own_templates(layout, folders):
        # Headings are words of the layout; every other mention counts, since to ask too often is the lesser evil.
        words |= set(re.findall(r"(?<!labels\.)\b\w+", text))
    return Parts(known.post | (words & EVERYTHING.post), known.sections | (words & EVERYTHING.sections))


def _own_templates(layout: str, folders: Sequence[Path]) -> Iterator[str]:
    """The texts of the templates of a layout that are not ours. One that cannot be read is named when it is printed."""
    for end in ENDS:
        path = template_path(f"{layout}.{end}", folders)
        if is_shipped(path):
            continue
        try:
            data = read_template(path)
        except TemplateFault:
            continue
        yield _word_text(data) if end == "docx" else data.decode("utf-8", "replace")


def _word_text(data: bytes) -> str:
    texts = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if re.fullmatch(r"word/[^/]*\.xml", name):
                    with package.open(name) as part:
                        # Word cuts a field into runs wherever it likes.
                        texts.append(re.sub(r"<[^<>]*>", "", part.read(MAX_BYTES).decode("utf-8", "replace")))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return ""
    return "\n".join(texts)


def content_of(picture: Mapping[str, Any], parts: Parts = EVERYTHING) -> Content:
    """What is signed; what is empty is left out."""
    return narrowed({"post": {}, **picture}, parts)


def narrowed(said: Mapping[str, Any], parts: Parts) -> Content:
    """The parts of a picture or of a content that a layout prints. Manifests of earlier versions kept more of it."""
    post = said.get("post", {})
    chosen = {"post": {name: post[name] for name in POST if name in post and name in parts.post}}
    chosen |= {name: said[name] for name in SECTIONS if name in said and name in parts.sections}
    kept: Content = _kept(chosen)
    return kept


def hash_of(content: Content) -> str:
    """The hash of what is signed. The order of duties alone is no change."""
    text = json.dumps(_sorted(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: kept for name, part in value.items() if name not in _PASSED and (kept := _kept(part))}
    return [kept for part in value if (kept := _kept(part))]


def _sorted(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: _sorted(part) for name, part in value.items()}
    return sorted((_sorted(part) for part in value), key=lambda part: json.dumps(part, ensure_ascii=False, sort_keys=True))
