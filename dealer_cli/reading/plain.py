"""The first keys of a file without YAML: a look-up by name reads a hundred files and parses hardly one.

Only the plainest YAML is understood: one value a line, texts plain or simply quoted, lists and maps in one
line or one entry a line. Whatever else a file does, the answer is None and the caller asks the parser; what is
answered is what the parser would have said (a test holds the two against each other).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Union

from dealer_cli.reading.faults import Refused
from dealer_cli.reading.files import read_beginning

Plain = Union[str, list["Plain"], dict[str, "Plain"]]
"""Data without places; texts only."""

BEGINNING = 1024
"""Bytes that the head of a file usually fits in."""

DEEPEST = 4
"""Lists and maps inside each other; a head has three."""

_INNER = r"[^\s,\[\]{}:#|>\"%@`\\!*?=~]"
_TEXT = rf"[^\W_]{_INNER}*(?: {_INNER}+)*"
_TOKEN = re.compile(
    rf"""[ ]*(?:(?P<mark>[\[\]{{}},])|"(?P<double>[^"\\]*)"|'(?P<single>[^']*)'|(?P<key>[a-z_]+):(?=[ ])|(?P<text>{_TEXT}))"""
)
_WORDS = re.compile(_TEXT)
_KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?:(?P<key>[a-z_]+):(?: +|$))?(?P<value>.*)")
_NOT_TEXT = re.compile(r"(?:null|true|false)|[-+.0-9a-fox_]+", re.IGNORECASE)
"""What the parser may take for something other than a text."""


def read_plain(path: Path, root: Path, keys: Container[str]) -> dict[str, Plain] | None:
    """The first keys of a file, up to the first that is not one of `keys`; None where only the parser can say."""
    try:
        text, whole = read_beginning(path, root, BEGINNING)
    except Refused:
        return None
    return plain(text, keys, whole)


def plain(text: str, keys: Container[str], whole: bool = True) -> dict[str, Plain] | None:
    """The same of a text; `whole`: nothing follows it, so that its end ends the head too."""
    head: dict[str, Plain] = {}
    lines = _lines(text)
    line = next(lines, "")
    while line:
        match = _KEY.fullmatch(line)
        if match is None or match["indent"] or match["dash"] or not match["key"] or match["key"] in head:
            return None
        if match["key"] not in keys:
            return head
        below: list[str] = []
        while (line := next(lines, "")) and line[0] in " -":
            below.append(line)
        value = _block(below) if not match["value"] else None if below else _line(match["value"])
        if value is None:
            return None
        head[match["key"]] = value
    return head if whole else None


def _lines(text: str) -> Iterator[str]:
    """The lines that say something; one at a time, because a head ends soon."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        line = text[at:end].rstrip(" \r")
        if line and line.lstrip(" ")[0] != "#":
            yield line
        at = end + 1


def _block(lines: list[str]) -> Plain | None:
    """What stands below a key: a map, one entry a line, or a list of texts and small maps."""
    matches = [match for line in lines if (match := _KEY.fullmatch(line))]
    if not matches or len(matches) < len(lines):
        return None
    if matches[0]["dash"]:
        return _block_list(matches)
    return _block_map(matches) if matches[0]["indent"] else None


def _block_map(matches: list[re.Match[str]]) -> Plain | None:
    result: dict[str, Plain] = {}
    for match in matches:
        value = _line(match["value"])
        if match["dash"] or match["indent"] != matches[0]["indent"] or not match["key"] or match["key"] in result or value is None:
            return None
        result[match["key"]] = value
    return result


def _block_list(matches: list[re.Match[str]]) -> Plain | None:
    result: list[Plain] = []
    inside: dict[str, Plain] | None = None
    width = 0
    for match in matches:
        value = _line(match["value"])
        if value is None:
            return None
        if match["dash"]:
            if match["indent"] != matches[0]["indent"]:
                return None
            inside = {match["key"]: value} if match["key"] else None
            width = len(match["indent"] + match["dash"])
            result.append(value if inside is None else inside)
        elif inside is None or len(match["indent"]) != width or not match["key"] or match["key"] in inside:
            return None
        else:
            inside[match["key"]] = value
    return result


def _line(text: str) -> Plain | None:
    """A value that stands in one line."""
    if _WORDS.fullmatch(text) and not _NOT_TEXT.fullmatch(text):
        return text
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            return None
        value = match[match.lastgroup]
        if match.lastgroup == "text" and _NOT_TEXT.fullmatch(value):
            return None
        tokens.append((match.lastgroup, value))
        at = match.end()
    tokens.reverse()
    result = _value(tokens, 0)
    return None if tokens else result


def _value(tokens: list[tuple[str, str]], depth: int) -> Plain | None:
    """The value that the last tokens make; they are taken off."""
    if not tokens or depth > DEEPEST:
        return None
    kind, text = tokens.pop()
    if kind != "mark":
        return None if kind == "key" else text
    if text == "[":
        return _flow_list(tokens, depth)
    return _flow_map(tokens, depth) if text == "{" else None


def _flow_list(tokens: list[tuple[str, str]], depth: int) -> Plain | None:
    result: list[Plain] = []
    while tokens:
        value = _value(tokens, depth + 1)
        if value is None or not tokens:
            return None
        result.append(value)
        end = tokens.pop()
        if end == ("mark", "]"):
            return result
        if end != ("mark", ","):
            return None
    return None


def _flow_map(tokens: list[tuple[str, str]], depth: int) -> Plain | None:
    result: dict[str, Plain] = {}
    while tokens:
        kind, key = tokens.pop()
        value = _value(tokens, depth + 1)
        if kind != "key" or key in result or value is None or not tokens:
            return None
        result[key] = value
        end = tokens.pop()
        if end == ("mark", "}"):
            return result
        if end != ("mark", ","):
            return None
    return None
