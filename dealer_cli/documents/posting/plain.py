"""A posting as plain text, for boards and messengers that take nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

FACTS = ("department", "holds", "site", "employment", "openings", "salary", "hours", "posted", "valid_through", "reference")
"""What stands above the sections, a line each."""


def text(picture: Mapping[str, Any]) -> bytes:
    """The posting, a line each, sections apart."""
    return ("\n".join(_lines(picture)).strip() + "\n").encode()


def _lines(picture: Mapping[str, Any]) -> Iterator[str]:
    labels, terms, post = picture["labels"], picture["opening"], picture["post"]
    colon = labels["colon"]
    yield f"{_one(labels['title'])}{colon}{_one(post['title'])}"
    yield from _each(terms["organisation"])
    if terms["url"]:
        yield terms["url"]
    yield ""
    facts = {**terms, "department": post["department"], "holds": post["holds"], "site": _place(terms)}
    for name in FACTS:
        value = facts[name] if isinstance(facts[name], str) else labels["comma"].join(facts[name])
        if value:
            yield f"{_one(labels[name])}{colon}{' / '.join(_each(value))}"
    yield from _section(labels["purpose"], [picture["purpose"]] if picture["purpose"] else [])
    yield from _section(labels["duties"], picture["duties"], numbered=True)
    yield from _each(picture["more"])
    asked = [f"{_one(group['kind'])}{colon}{one}" for group in picture["requirements"] for one in group["list"]]
    yield from _section(labels["requirements"], asked, numbered=True)
    yield from _section(labels["conditions"], picture["conditions"])
    yield from _section(labels["benefits"], terms["benefits"])
    yield from _section(labels["apply"], [f"{_one(contact['way'])}{colon}{contact['text']}" for contact in terms["contact"]])
    yield ""
    yield labels["free"]


def _place(terms: Mapping[str, Any]) -> str:
    """What the place is called and where it is, in each language."""
    named, where = _each(terms["site"]), _each(terms["address"])
    if len(named) != len(where):
        return "\n".join([*named, *where])
    return "\n".join(f"{one}{', ' if other.isascii() else ' '}{other}" for one, other in zip(named, where, strict=True))


def _section(title: str, texts: list[str], numbered: bool = False) -> Iterator[str]:
    if not texts:
        return
    yield ""
    yield _one(title)
    for no, said in enumerate(texts, 1):
        first, *others = _each(said) or [""]
        yield f"{no}. {first}" if numbered else first
        # English stands under the Chinese that it says again.
        yield from (f"   {other}" if numbered else other for other in others)


def _each(said: str) -> list[str]:
    """The lines of a text: one, or one in each language."""
    return [_one(line) for line in said.split("\n") if line.strip()]


def _one(said: str) -> str:
    return " ".join(said.split())
