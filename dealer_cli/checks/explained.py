"""What a rule's documentation says, by part: from the docstring of its module, or from its Chinese twin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dealer_cli.checks.rule import Rule
from dealer_cli.language import Words

HEADINGS = {
    "en": ("What it finds", "Why it matters", "Example", "Use instead", "Options"),
    "zh": ("查什么", "为什么", "示例", "改为", "选项"),
}
"""The fixed headings of a rule's documentation; the last may be missing."""


@dataclass(frozen=True)
class Explanation:
    """A rule's documentation in one language. Prose is wrapped paragraphs; examples are code."""

    summary: str
    finds: str
    matters: str
    example: str
    """Files that the rule finds something in, each after a comment with its name."""
    example_words: str
    """The example in words, where no text can show it."""
    instead: str
    """The mend in words, where the language has any."""
    instead_example: str
    """The same files, mended."""
    options: str = ""


def explanation(rule: Rule, words: Words) -> Explanation:
    """A rule's documentation in the language of the words; what is not translated is English."""
    english = _parts(rule.module.__doc__ or "", "en")
    own = english if words.lang == "en" else _parts(words.find(f"rules.{rule.code}") or "", words.lang)
    text = [_prose(one) or _prose(other) for one, other in zip(own, english, strict=True)]
    return Explanation(
        summary=text[0],
        finds=text[1],
        matters=text[2],
        example=_code(english[3]),
        example_words="" if _code(english[3]) else text[3],
        instead=text[4] if not _code(english[4]) else _prose(own[4]),
        instead_example=_code(english[4]),
        options=text[5],
    )


def _parts(text: str, lang: str) -> list[str]:
    """The first paragraph and what stands below each heading; empty where there is none."""
    pieces = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    below = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return [pieces[0], *(below.get(heading, "") for heading in HEADINGS[lang])]


def _prose(text: str) -> str:
    """The paragraphs outside of code, each on one line."""
    kept = "\n".join("" if line.startswith("    ") else line for line in text.strip("\n").splitlines())
    return "\n\n".join(_joined(paragraph) for paragraph in re.split(r"\n\s*\n", kept) if paragraph.strip())


def _joined(paragraph: str) -> str:
    """Lines of one paragraph as one line: with a blank, but not between two Chinese characters."""
    return re.sub(r"\s*\n\s*", lambda match: " " if _latin(match) else "", paragraph.strip())


def _latin(match: re.Match[str]) -> bool:
    text = match.string
    return text[match.start() - 1].isascii() or text[match.end()].isascii()


def _code(text: str) -> str:
    lines = text.strip("\n").splitlines()
    return "\n".join(line[4:] for line in lines if line.startswith("    ") or not line.strip()).strip("\n")
