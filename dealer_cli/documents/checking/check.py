"""A template judged: its tags, its fields, and a trial of it on a picture that has everything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from dealer_cli.documents.checking.fields import unfit
from dealer_cli.documents.checking.flaws import Flaw
from dealer_cli.documents.picture.shapes import CONTEXTS, Shape, shape_of
from dealer_cli.documents.printing.braces import Stray, strays_of_text
from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.formats import ENDS, FORMATS, PIECES, is_template, renderer, with_pieces
from dealer_cli.documents.printing.sandbox import Sandbox
from dealer_cli.documents.printing.tags import parse
from dealer_cli.model.decode import nearest
from dealer_cli.model.layout import shipped

MAX_FLAWS = 100
"""Flaws of one template that are named; one with more is no template, and its report helps nobody."""

FIXED: Mapping[str, str] = {
    "document.lang": "zh-CN",
    "house.accent": "#1F4E79",
    "house.logo": "",
    "house.font": "",
    "house.heading_font": "",
    "chart.images": "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
}
"""Fields of a trial's picture that hold more than any text."""

ALWAYS = frozenset({"control", "signatures"})
"""Lists that have entries in every document."""


def templates_in(folder: Path) -> list[Path]:
    """The files of a folder that are templates by their names, sorted."""
    return sorted(path for path in folder.iterdir() if is_template(path))


def pieces_in(folder: Path) -> list[Path]:
    """The shared pieces of HTML templates that a folder has."""
    return [folder / name for name in PIECES if (folder / name).exists()]


def check_pieces(folder: Path) -> list[Flaw]:
    """What is wrong with the shared pieces of a folder, tried in the shipped templates that take them in; each flaw once, with its file."""
    own = {str(path) for path in pieces_in(folder)}
    if not own:
        return []
    found: dict[Flaw, None] = {}
    for kind in CONTEXTS:
        path = shipped("templates") / f"{kind}.html"
        # Those of the folder's own templates are told when these are judged.
        if path.exists() and not (folder / path.name).exists():
            # On paper the pieces do the same in every kind.
            flaws = check(path, [folder], on_paper=kind == "jd")
            # What one piece does to another, and what has no place, is told of the template.
            found |= dict.fromkeys(flaw if flaw.file in own else flaw._replace(file=flaw.file or str(path)) for flaw in flaws)
    return sorted(found, key=lambda flaw: (flaw.file, flaw.line, flaw.column))


def check(path: Path, folders: Sequence[Path] = (), *, on_paper: bool = True) -> list[Flaw]:
    """Everything that is wrong with a template, in the order of its text.

    Its shared pieces are those of `folders`, else those beside it; `on_paper` tries a page of HTML as PDF as well.
    """
    kind, end = path.stem, path.suffix[1:]
    where = list(folders) or [path.parent]
    try:
        flaws = list(_judged(path, where))
        if not flaws:
            _try(kind, ENDS[end], where)
            if on_paper and end == FORMATS["pdf"].template:
                _try_on_paper(kind, where)
        return flaws
    except TemplateFault as fault:
        return [_flaw(fault, path)]


def _judged(path: Path, folders: Sequence[Path]) -> Iterator[Flaw]:
    from dealer_cli.documents.printing.guarded import judged

    joined = with_pieces(path, folders)
    # A template may be made so that judging it alone would take for ever.
    for part, line, column, cause, detail, near, meant, _ in json.loads(judged(__name__, joined.data, str(path))):
        flaw = Flaw(part, line, column, cause, detail, near, tuple(meant))
        place = joined.place(line)
        if place is None:
            yield flaw
            continue
        # In front of the line of a piece may stand what ends the comment that holds its break.
        begun = 2 if near.startswith("#}") and not place.text.lstrip().startswith("#}") else 0
        file = "" if place.path == path else str(place.path)
        yield flaw._replace(line=place.line, column=max(1, column - begun), near=place.text.strip(), file=file)


def judge(data: bytes, name: str) -> bytes:
    """What is wrong with the tags and fields of a template, as JSON: what a process of its own answers. Raises `TemplateFault`."""
    return json.dumps(list(islice(_of_tags(data, name), MAX_FLAWS))).encode()


def _of_tags(data: bytes, name: str) -> Iterator[Flaw]:
    shape = shape_of(Path(name).stem)
    if name.endswith(".docx"):
        from dealer_cli.documents.printing.docx import readable, strays, tagged_parts

        loose = strays(data, name)
        tagged = tagged_parts(data, name)
        for part in dict.fromkeys([*loose, *tagged]):
            told = [Flaw(part, 0, 0, stray.cause, stray.written, stray.near) for stray in loose.get(part, ())]
            yield from told
            for flaw in _flaws(tagged.get(part, ""), part, shape, readable):
                # Braces without their end swallow what follows; what the parser says then is no second fault.
                if not told or flaw.cause != "syntax":
                    yield flaw
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Flaw("", data[: error.start].count(b"\n") + 1, 1, "unreadable", str(error))
        return
    told = list(_strays(text))
    places = {(flaw.line, flaw.column) for flaw in told}
    others = [flaw for flaw in _flaws(text, "", shape, str.strip) if flaw.cause != "syntax" or (flaw.line, flaw.column) not in places]
    yield from sorted([*told, *others], key=lambda flaw: (flaw.line, flaw.column))


def _strays(text: str) -> Iterator[Flaw]:
    found: list[Stray] = strays_of_text(text)
    for at, cause, written, _ in found[:MAX_FLAWS]:
        line = text.count("\n", 0, at) + 1
        begin = text.rfind("\n", 0, at) + 1
        yield Flaw("", line, at - begin + 1, cause, written, text[begin:].split("\n", 1)[0].strip())


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


def _try(kind: str, form: str, folders: Sequence[Path]) -> None:
    """Raise what only a rendering shows: limits, Word files that are no whole text, and entries of lists that may be empty."""
    render = renderer(kind, form, folders)
    shape = shape_of(kind)
    if shape is not None:
        render(sample(shape))
        render(sample(shape, bare=True))


def _try_on_paper(kind: str, folders: Sequence[Path]) -> None:
    """Raise what only PDF shows, where PDF can be printed here: what a page wants to load from outside, and limits."""
    # A character that our fonts lack is right in the page of HTML, and PDF may be printed in other fonts.
    with suppress(Unprintable):
        _try(kind, "pdf", folders)


def sample(shape: Shape, path: str = "", *, bare: bool = False) -> Any:
    """A picture in which every field says its own name and every list has three entries; in a bare one, none where it may have none."""
    if isinstance(shape, Mapping):
        return {name: sample(part, f"{path}.{name}" if path else name, bare=bare) for name, part in shape.items()}
    if isinstance(shape, str):
        return FIXED.get(path, path.rpartition(".")[2])
    return [] if bare and path not in ALWAYS else [sample(shape[0], path) for _ in range(3)]


def _flaw(fault: TemplateFault, path: Path) -> Flaw:
    line = int(fault.part) if fault.part.isdigit() else 0
    file = "" if fault.template == str(path) else fault.template
    return Flaw("" if line else fault.part, line, 1 if line else 0, fault.cause, fault.detail, fault.near, (), file)
