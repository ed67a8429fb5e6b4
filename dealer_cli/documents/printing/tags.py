"""Tags that are broken: not closed, not paired, or not written as Jinja reads them; all of them, not the first.

Jinja's parser ends at its first error. Here every tag is read for itself, and what is wrong is
reported and blanked out, so that the rest can be judged for its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

_TAG = re.compile(
    r"\{#.*?#\}|\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{\{(?:(?!\{\{|\{%).)*?\}\}|\{%(?:(?!\{\{|\{%).)*?%\}", re.DOTALL
)
_LOOSE = re.compile(r"\{\{|\{%|\}\}|%\}|\{#")
_WORD = re.compile(r"\{%[-+]?\s*([a-z_]+)")
_BLOCKS = frozenset(["for", "if", "macro", "call", "filter", "with", "autoescape", "block"])
_ALONE = frozenset(["include", "import", "from", "extends", "do", "set"])


class Broken(NamedTuple):
    """A tag that is wrong, by the place of its first character."""

    at: int
    why: str


class _Open(NamedTuple):
    word: str
    start: int
    end: int
    good: bool


class _Mend(NamedTuple):
    """What makes the rest readable: a stretch blanked out, or an end put in."""

    at: int
    """Where the fault is told."""
    why: str
    """Empty for the other half of a wrong pair."""
    start: int
    end: int
    text: str = ""


def parse(environment: Environment, text: str) -> tuple[nodes.Template | None, list[Broken]]:
    """The template without its broken tags, and these; no template where even the rest cannot be read."""
    mends = list(_wrong(environment, text))
    broken = [Broken(mend.at, mend.why) for mend in mends if mend.why]
    pieces, last = [], 0
    for mend in sorted(mends, key=lambda mend: mend.start):
        blank = "".join(c if c == "\n" else " " for c in text[mend.start : mend.end])
        pieces += [text[last : mend.start], mend.text or blank]
        last = mend.end
    whole = "".join([*pieces, text[last:]])
    try:
        return environment.parse(whole), broken
    except TemplateSyntaxError as error:
        at = sum(len(line) + 1 for line in text.split("\n")[: error.lineno - 1])
        return None, broken or [Broken(min(at, len(text) - 1), error.message or "")]
    except (RecursionError, ValueError) as error:
        # Brackets without end, or digits without end.
        return None, [*broken, Broken(0, type(error).__name__)]


def _wrong(environment: Environment, text: str) -> Iterator[_Mend]:
    stack: list[_Open] = []
    last = 0
    for match in _TAG.finditer(text):
        yield from _loose(text, last, match.start())
        last = match.end()
        tag = match.group()
        if tag.startswith("{{"):
            if why := _error(environment, tag):
                yield _blank(match.start(), match.end(), why)
        elif tag.startswith("{%") and not re.match(r"\{%-?\s*raw", tag):
            yield from _statement(environment, match, stack)
    yield from _loose(text, last, len(text))
    yield from (_ended(opened, len(text)) for opened in reversed(stack) if opened.good)


def _blank(start: int, end: int, why: str) -> _Mend:
    return _Mend(start, why, start, end)


def _ended(opened: _Open, at: int) -> _Mend:
    """A block that lacks its end, ended."""
    return _Mend(opened.start, f"'{opened.word}' has no 'end{opened.word}'", at, at, f"{{% end{opened.word} %}}")


def _statement(environment: Environment, match: re.Match[str], stack: list[_Open]) -> Iterator[_Mend]:
    tag, start, end = match.group(), match.start(), match.end()
    found = _WORD.match(tag)
    word = found.group(1) if found else ""
    if word.startswith("end"):
        yield from _closing(word[3:], start, end, stack)
    elif word in ("else", "elif"):
        fits = any(opened.word == "if" or (opened.word == "for" and word == "else") for opened in stack[-1:])
        why = "" if fits else f"'{word}' stands in no 'if'"
        why = why or (_error(environment, "{% if 1 %}" + tag + "{% endif %}") if word == "elif" else "")
        if why:
            yield _blank(start, end, why)
    elif word in _BLOCKS or (word == "set" and "=" not in tag):
        why = _error(environment, f"{tag}{{% end{word} %}}")
        stack.append(_Open(word, start, end, not why))
        if why:
            yield _blank(start, end, why)
    elif word in _ALONE:
        if why := _error(environment, tag):
            yield _blank(start, end, why)
    else:
        yield _blank(start, end, f"there is no tag '{word}'" if word else "a tag without a word")


def _closing(word: str, start: int, end: int, stack: list[_Open]) -> Iterator[_Mend]:
    if not any(opened.word == word for opened in stack):
        yield _blank(start, end, f"'end{word}' closes nothing")
        return
    while stack[-1].word != word:
        opened = stack.pop()
        if opened.good:
            yield _ended(opened, start)
    if not stack.pop().good:
        yield _blank(start, end, "")


def _loose(text: str, start: int, end: int) -> Iterator[_Mend]:
    for match in _LOOSE.finditer(text, start, end):
        if match.group() in ("{{", "{%", "{#"):
            yield _blank(match.start(), match.end(), f"'{match.group()}' is not closed")


def _error(environment: Environment, tag: str) -> str:
    try:
        environment.parse(tag)
    except TemplateSyntaxError as error:
        return error.message or "?"
    except (RecursionError, ValueError) as error:
        return type(error).__name__
    return ""
