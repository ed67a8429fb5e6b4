"""What a signature stands under: a picture without numbers, dates, looks and names of people.

A new version number, logo or word of a heading asks nobody to sign again; a new duty does. So a
manifest keeps this, and the hash of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Content = dict[str, Any]

POST = ("title", "number", "department", "level", "superior", "subordinates", "dotted", "headcount", "holds", "deputy")
"""What is signed of the section `post`: everything but the store's name and the people."""

SECTIONS = (
    *("purpose", "duties", "held", "indicators", "authority", "requirements", "relations", "career", "conditions"),
    *("statutory", "safety", "commitments", "term", "notice"),
)
"""What is signed of the rest, where a layout has it."""

_PASSED = frozenset({"mark", "no"})
"""Fields that say nothing of what is agreed."""


def content_of(picture: Mapping[str, Any]) -> Content:
    """What is signed; what is empty is left out."""
    post = picture.get("post", {})
    chosen = {"post": {name: post[name] for name in POST if name in post}}
    chosen |= {name: picture[name] for name in SECTIONS if name in picture}
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
