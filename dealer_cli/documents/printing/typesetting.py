"""Typst as the house uses it: one compiler a template, values as data, nothing read outside of its folder.

What a template is given comes through `sys.inputs` and is never code. Typst refuses files outside of
its root; here it also gets no network, no clock and no fonts of the machine, and links that lead out
of the folder are refused.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dealer_cli.documents.printing.errors import Cause, TemplateFault, Unprintable
from dealer_cli.documents.printing.fonts import FontSet

if TYPE_CHECKING:
    import typst

MAX_ENTRIES = 10_000
"""Files beside a template; a templates folder has some dozens."""

_NOWHERE = {"https_proxy": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "no_proxy": "", "NO_PROXY": ""}
"""An `#import "@preview/…"` would be fetched from the network; this way it ends at a closed door."""

_PLACE = re.compile(r"┌─ (.*):(\d+):\d+$", re.MULTILINE)
_MISSING_FIELD = re.compile(r'dictionary does not contain key "(.*)"')
_MISSING_NAME = re.compile(r"unknown variable: (.*)")
_OUTSIDE = re.compile(r"escape the project root|package")
_COMMENT = re.compile(r"(?:^|\s)//.*")
_SYNTAX = re.compile(r"expected |unexpected |unclosed |unknown |invalid |the character ")


class Typesetter:
    """A Typst template, ready to be set many times."""

    def __init__(self, source: bytes, name: str, fonts: FontSet) -> None:
        """`name` is the file that the source was read from; its folder is all that it may read."""
        try:
            import typst
        except ImportError:
            raise Unprintable("no-typst") from None
        self._error = typst.TypstError
        self._name = name
        self._source = source
        self._lines = source.decode("utf-8-sig").split("\n")
        self._faults_of_text(fonts)
        root = Path(name).resolve().parent
        _must_not_lead_out(root, name)
        self._new_compiler = partial(
            typst.Compiler, source, root=root, font_paths=fonts.fonts, ignore_system_fonts=True, package_path=root, package_cache_path=root
        )
        self._own = threading.local()

    @property
    def _compiler(self) -> typst.Compiler:
        """The compiler of this thread; two threads cannot share one."""
        found: typst.Compiler | None = getattr(self._own, "compiler", None)
        if found is None:
            found = self._own.compiler = self._new_compiler()
        return found

    def pdf(self, inputs: Mapping[str, str]) -> bytes:
        """The document as PDF: the same bytes for the same inputs."""
        return self._pages("pdf", inputs)[0]

    def png(self, inputs: Mapping[str, str], ppi: float = 144) -> list[bytes]:
        """The document's pages as PNG."""
        return self._pages("png", inputs, ppi)

    def _pages(self, form: Literal["pdf", "png"], inputs: Mapping[str, str], ppi: float | None = None) -> list[bytes]:
        try:
            with _offline:
                # The time is that of every document: a template that asks for today gets no clock either.
                # The source comes anew: the compiler drops bytes that it was given once.
                made = self._compiler.compile(self._source, sys_inputs=dict(inputs), format=form, ppi=ppi, timestamp=0)
        except self._error as error:
            raise self._fault(error.message, error.diagnostic) from None
        return made if isinstance(made, list) else [made or b""]

    def _faults_of_text(self, fonts: FontSet) -> None:
        """A template's own words need glyphs as well; its comments do not."""
        for number, line in enumerate(self._lines, 1):
            # What is not of ASCII is text; the signs of Typst itself are not printed.
            if lacking := fonts.lacking("".join(c for c in _COMMENT.sub("", line) if not c.isascii())):
                raise Unprintable("no-glyph", lacking, document=self._name, field=str(number))

    def _fault(self, message: str, diagnostic: str) -> TemplateFault:
        place = _PLACE.search(diagnostic)
        file, line = (Path(place[1]).name, int(place[2])) if place else ("", 0)
        inside = file in ("", "__typst_py_bytes__.typ")
        near = self._lines[line - 1].strip() if inside and 0 < line <= len(self._lines) else ""
        part = (str(line) if line else "") if inside else f"{file}:{line}"
        cause, detail = _cause(message)
        return TemplateFault(self._name, part, cause, detail, near)


def _cause(message: str) -> tuple[Cause, str]:
    if found := _MISSING_FIELD.match(message):
        return "undefined", found[1]
    if found := _MISSING_NAME.match(message):
        return "unknown-word", found[1]
    # What follows in brackets tells folders of this machine.
    plain = re.sub(r" \((?:searched at|https?:).*", "", message, flags=re.DOTALL)
    if _OUTSIDE.search(message):
        return "forbidden", plain
    return ("syntax" if _SYNTAX.match(message) else "failed"), plain


def _must_not_lead_out(root: Path, name: str) -> None:
    """Typst follows links: one that leads out of the folder would show any file to a template."""
    count = 0
    for folder, folders, files in os.walk(root):
        for entry in (*folders, *files):
            count += 1
            path = Path(folder, entry)
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                raise TemplateFault(name, "", "forbidden", str(path.relative_to(root)))
        if count > MAX_ENTRIES:
            raise TemplateFault(name, "", "too-large", f"{MAX_ENTRIES}")


class _Offline:
    """The network closed while anything is set, in whatever number of threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._within = 0
        self._before: dict[str, str | None] = {}

    def __enter__(self) -> None:
        with self._lock:
            if not self._within:
                self._before = {key: os.environ.get(key) for key in _NOWHERE}
                os.environ.update(_NOWHERE)
            self._within += 1

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._within -= 1
            if self._within:
                return
            for key, value in self._before.items():
                if value is None:
                    del os.environ[key]
                else:
                    os.environ[key] = value


_offline = _Offline()
