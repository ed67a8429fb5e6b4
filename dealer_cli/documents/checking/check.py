"""A template judged: its tags, its fields, and a trial of it on a picture that has everything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from dealer_cli.documents.checking.fields import unfit
from dealer_cli.documents.checking.flaws import Flaw
from dealer_cli.documents.checking.tags import parse
from dealer_cli.documents.picture.shapes import CONTEXTS, Shape, shape_of
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.sandbox import Sandbox
from dealer_cli.model.decode import nearest

ENDS = {"docx": "docx", "html": "html", "md": "md", "typ": "pdf"}
"""The end of a template's name to the format that it is printed as."""

MAX_FLAWS = 100
"""Flaws of one template that are named; one with more is no template, and its report helps nobody."""

FIXED: Mapping[str, str] = {
    "document.lang": "zh-CN",
    "house.accent": "#1F4E79",
    "house.logo": "",
    "house.font": "",
    "house.heading_font": "",
}
"""Fields of a trial's picture that hold more than any text."""


def templates_in(folder: Path) -> list[Path]:
    """The files of a folder that are templates by their names, sorted."""
    return sorted(path for path in folder.iterdir() if path.suffix[1:] in ENDS and path.stem in CONTEXTS)


def check(path: Path) -> list[Flaw]:
    """Everything that is wrong with a template, in the order of its text. Raises `Unprintable` where PDF cannot be tried."""
    kind, end = path.stem, path.suffix[1:]
    try:
        flaws = [] if end == "typ" else list(_judged(path))
        return flaws or list(_tried(path, kind, ENDS[end]))
    except TemplateFault as fault:
        return [_flaw(fault)]


def _judged(path: Path) -> Iterator[Flaw]:
    from dealer_cli.documents.printing.formats import read_template, with_pieces
    from dealer_cli.documents.printing.guarded import judged

    data, _ = with_pieces(read_template(path), [path.parent])
    # A template may be made so that judging it alone would take for ever.
    for part, line, column, cause, detail, near, meant in json.loads(judged(__name__, data, str(path))):
        yield Flaw(part, line, column, cause, detail, near, tuple(meant))


def judge(data: bytes, name: str) -> bytes:
    """What is wrong with the tags and fields of a template, as JSON: what a process of its own answers. Raises `TemplateFault`."""
    return json.dumps(list(islice(_of_tags(data, name), MAX_FLAWS))).encode()


def _of_tags(data: bytes, name: str) -> Iterator[Flaw]:
    shape = shape_of(Path(name).stem)
    if name.endswith(".docx"):
        from dealer_cli.documents.printing.docx import readable, tagged_parts

        for part, text in tagged_parts(data, name).items():
            yield from _flaws(text, part, shape, readable)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Flaw("", data[: error.start].count(b"\n") + 1, 1, "unreadable", str(error))
        return
    yield from _flaws(text, "", shape, str.strip)


def _flaws(text: str, part: str, shape: Mapping[str, Shape] | None, shown: Callable[[str], str]) -> Iterator[Flaw]:
    lines = text.split("\n")
    sandbox = Sandbox()
    tree, broken = parse(sandbox, text)
    found: list[Flaw] = []
    for at, why in broken[:MAX_FLAWS]:
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        found.append(Flaw(part, line, column, "syntax", why, shown(lines[line - 1])))
    try:
        misfits = list(unfit(tree, shape, sandbox)) if tree is not None else []
    except RecursionError:
        found.append(Flaw(part, 0, 0, "failed", "RecursionError"))
        misfits = []
    for line, cause, name, detail, known in misfits[:MAX_FLAWS]:
        column = _column(lines[line - 1], name)
        near = shown(lines[line - 1])
        found.append(Flaw(part, line, column, cause, detail, near, tuple(filter(None, nearest(name, known)[:1])) if known else ()))
    yield from sorted(found, key=lambda flaw: (flaw.line, flaw.column))


def _column(line: str, name: str) -> int:
    """Where a name stands inside of a tag."""
    for tag in re.finditer(r"\{[{%].*?[}%]\}", line):
        if found := re.compile(rf"(?<![\w]){re.escape(name)}(?!\w)").search(line, tag.start(), tag.end()):
            return found.start() + 1
    return 1


def _tried(path: Path, kind: str, form: str) -> Iterator[Flaw]:
    """What only a rendering shows: limits, and Word files that are no whole text."""
    from dealer_cli.documents.printing.formats import renderer

    render = renderer(kind, form, [path.parent])
    shape = shape_of(kind)
    if shape is not None:
        render(sample(shape))
    yield from ()


def sample(shape: Shape, path: str = "") -> Any:
    """A picture in which every field says its own name and every list has three entries."""
    if isinstance(shape, Mapping):
        return {name: sample(part, f"{path}.{name}" if path else name) for name, part in shape.items()}
    if isinstance(shape, str):
        return FIXED.get(path, path.rpartition(".")[2])
    return [sample(shape[0], path) for _ in range(3)]


def _flaw(fault: TemplateFault) -> Flaw:
    line = int(fault.part) if fault.part.isdigit() else 0
    return Flaw("" if line else fault.part, line, 1 if line else 0, fault.cause, fault.detail, fault.near)
