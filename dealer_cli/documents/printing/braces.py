"""Braces that were meant as a tag and make none: Jinja takes them for text, or swallows what follows up to the next end.

Only a template's own text is looked at, never a value.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dealer_cli.documents.printing.errors import Cause

_ENDS = {"{{": "}}", "{%": "%}"}
_BEGIN = re.compile(r"\{[{%#]")
_INSIDE = re.compile(r"\"[^\"]*\"|'[^']*'|\}\}|%\}|\{[{%#]")
_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_CODE = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
"""Where single braces are a language's own; those of a style sheet never hold a lone word."""

_FULL_WIDTH = re.compile(r"｛\s*[｛{%％#＃][^｛｝{}\n]{0,80}[｝}]*|\{[｛％][^｛｝{}\n]{0,80}[｝}]*|[｝}]\s*｝|｝\s*\}")
_WORD = r"[^\W\d]\w*(?:\s*[.．]\s*\w+)*(?:\s*[|\[(][^{}\n]*)?"
_LONE = re.compile(
    rf"(?<![{{$#\w])\{{[ \t]*{_WORD}[ \t]*\}}\}}(?!\}})"
    rf"|\{{\{{[ \t]*{_WORD}[ \t]*\}}(?!\}})"
    rf"|\{{[ \t]+\{{[ \t]*{_WORD}[ \t]*\}}[ \t]*\}}"
    r"|\{[ \t]+%[^{}\n]*%?[ \t]*\}"
    r"|(?<!\{)\{[ \t]*(?:(?:p|tr|tc|r)[ \t]+)?(?:for|if|elif|else|endfor|endif|set|macro|endmacro)\b[^{}%:;\n]*%\}"
)
_UNPAIRED = re.compile(r"\{[{%#]|[}%#]\}")
_TOKEN = re.compile(r"<w:p(?:\s[^<>]*)?/>|<w:p(?=[\s>])[^<>]*>|</w:p>|<w:(?:br|tab|cr)(?=[\s/>])[^<>]*>|<[^<>]*>|[^<>]+")


class Stray(NamedTuple):
    """Braces that make no tag."""

    at: int
    """The place in a text; the paragraph's number, from 0, in a part of Word."""
    cause: Cause
    written: str
    near: str


def strays_of_text(text: str) -> list[Stray]:
    """Those of HTML and Markdown; a tag that is not closed is left to the parser, which names its line."""
    own, _ = _own(_CODE.sub(lambda code: _blank(code.group()), text))
    return [Stray(at, cause, written, "") for at, cause, written in _doubtful(own)]


def strays_of_word(xml: str) -> list[Stray]:
    """Those of a part of a Word file, by paragraphs: no tag reaches from one into the next."""
    found = []
    raw = False
    for number, text in enumerate(_paragraphs(xml)):
        own, raw = _own(text, raw)
        told = list(_doubtful(own)) or [(match.start(), "braces", match.group()) for match in _UNPAIRED.finditer(own)][:1]
        near = " ".join(text.split())
        for at, cause, written in told:
            found.append(Stray(number, cause, _excerpt(text, at) if written in ("{{", "{%", "{#") else written, near))
    return found


def _own(text: str, raw: bool = False) -> tuple[str, bool]:
    """The text with its whole tags blanked out, and whether it ends in a stretch that is printed as it is."""
    pieces = []
    at = 0
    last_remark = text.rfind("#}")
    while True:
        begin = (_END_RAW if raw else _BEGIN).search(text, at)
        if begin is None:
            pieces.append(_blank(text[at:]) if raw else text[at:])
            return "".join(pieces), raw
        end = begin.end() if raw else _end(text, begin, last_remark)
        pieces.append(_blank(text[at : begin.start()]) if raw else text[at : begin.start()])
        tag = text[begin.start() : end]
        whole = end > begin.end() or raw
        pieces.append(_blank(tag) if whole else tag)
        raw = not raw and whole and _RAW.match(tag) is not None
        at = end


def _end(text: str, begin: re.Match[str], last_remark: int) -> int:
    """Where a tag ends; the end of its braces where it is not closed. No remark ends behind `last_remark`."""
    if begin.group() == "{#":
        return text.find("#}", begin.end()) + 2 if last_remark >= begin.end() else begin.end()
    wanted = _ENDS[begin.group()]
    for token in _INSIDE.finditer(text, begin.end()):
        if token.group() == wanted:
            return token.end()
        if token.group() in ("{{", "{%", "{#"):
            break
    return begin.end()


def _doubtful(own: str) -> Iterator[tuple[int, Cause, str]]:
    for match in _FULL_WIDTH.finditer(own):
        yield match.start(), "full-width", match.group().strip()
    for match in _LONE.finditer(own):
        yield match.start(), "braces", match.group()


def _paragraphs(xml: str) -> Iterable[str]:
    """The text of each paragraph, in the order of their ends; a text box has paragraphs of its own inside of one."""
    if "<w:p" not in xml:
        return [html.unescape(piece) for piece in re.split(r"<[^<>]*>", xml) if piece.strip()]
    done: list[str] = []
    open_: list[list[str]] = []
    for token in _TOKEN.findall(xml):
        if token[0] != "<":
            if open_:
                open_[-1].append(token)
        elif token == "</w:p>":
            if open_:
                done.append(html.unescape("".join(open_.pop())))
        elif token.startswith(("<w:br", "<w:tab ", "<w:tab/", "<w:cr")):
            if open_:
                open_[-1].append(" ")
        elif re.match(r"<w:p[\s>]", token) and not token.endswith("/>"):
            open_.append([])
    return done


def _excerpt(text: str, at: int) -> str:
    """What follows braces that are not closed, as far as it may have been meant."""
    return " ".join(text[at : at + 40].split())


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
