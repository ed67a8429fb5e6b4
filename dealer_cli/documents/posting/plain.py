"""A posting as plain text, for boards and messengers that take nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def text(picture: Mapping[str, Any]) -> bytes:
    """The posting, a line each, sections apart."""
    return ("\n".join(_lines(picture)).strip() + "\n").encode()


def _lines(picture: Mapping[str, Any]) -> Iterator[str]:
    labels, terms, post = picture["labels"], picture["opening"], picture["post"]
    colon = labels["colon"]
    yield f"{terms['organisation']} {post['title']}"
    yield ""
    for name in ("site", "employment", "openings", "salary", "hours", "posted", "valid_through", "reference"):
        value = terms[name] if isinstance(terms[name], str) else labels["comma"].join(terms[name])
        value = " ".join(part for part in (value, terms["address"]) if part) if name == "site" else value
        if value:
            yield f"{labels[name]}{colon}{_one(value)}"
    yield from _section(labels["purpose"], [picture["purpose"]] if picture["purpose"] else [])
    yield from _section(labels["duties"], picture["duties"], numbered=True)
    asked = [f"{group['kind']}{colon}{one}" for group in picture["requirements"] for one in group["list"]]
    yield from _section(labels["requirements"], asked, numbered=True)
    yield from _section(labels["conditions"], picture["conditions"])
    yield from _section(labels["benefits"], terms["benefits"])
    yield from _section(labels["apply"], [f"{contact['way']}{colon}{contact['text']}" for contact in terms["contact"]])
    yield ""
    yield labels["free"]


def _section(title: str, texts: list[str], numbered: bool = False) -> Iterator[str]:
    if texts:
        yield ""
        yield _one(title)
        yield from (f"{no}. {_one(said)}" if numbered else _one(said) for no, said in enumerate(texts, 1))


def _one(said: str) -> str:
    return " ".join(said.split())
