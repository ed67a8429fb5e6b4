"""One copy of the shipped catalog, edited in place and restored, and what `dealer check` finds in it.

Reading the whole catalog for every mutation would cost most of the time of the test: files that a
mutation does not touch are read once.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.checks.rule import Finding
from dealer_cli.checks.run import Selection, check
from dealer_cli.model import catalog as model
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.reading.faults import Refused
from tests.mutations.edits import Step, Text

TODAY = "2026-06-01"
"""The day on which waivers are judged."""


class Copy:
    """A copy of the shipped catalog."""

    def __init__(self, shipped: Path, folder: Path) -> None:
        shutil.copytree(shipped, folder)
        self.folder = folder
        self.changed: set[Path] = set()
        self._read: dict[tuple[Path, type[Any]], Entry[Any]] = {}
        self._sound: dict[str, tuple[Finding, ...]] = {}

    @contextmanager
    def reading_once(self) -> Iterator[None]:
        """Files that are not changed are read once for all the checks."""
        real = Catalog._load

        def load(catalog: Catalog, path: Path, kind: type[Any], layer: Path, head: frozenset[str] | None = None) -> Entry[Any]:
            if head is not None or path in self.changed:
                return real(catalog, path, kind, layer, head)
            if (path, kind) not in self._read:
                self._read[path, kind] = real(catalog, path, kind, layer)
            entry = self._read[path, kind]
            catalog._documents[path] = entry.document
            return entry

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(model.Catalog, "_load", load)
            yield

    @contextmanager
    def mutated(self, mutation: dict[str, Any]) -> Iterator[tuple[Path, int]]:
        """The copy with a mutation; gives where it must be found."""
        path = self.folder / mutation["file"]
        before = path.read_bytes() if path.exists() else None
        moved = path.with_name(mutation["rename"]) if "rename" in mutation else None
        self.changed = {path, *([moved] if moved else [])}
        try:
            if moved:
                path.rename(moved)
                place = moved, 1
            else:
                place = self._edit(path, mutation)
            yield self._place(mutation, mutation.get("encoding", "utf-8")) if "found" in mutation else place
        finally:
            if moved:
                moved.unlink()
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)
            self.changed = set()

    def found(self, codes: Collection[str]) -> tuple[Finding, ...]:
        """What rules find now."""
        try:
            return check(Catalog(self.folder), Selection("strict", select=tuple(codes), today=TODAY)).findings
        except Refused as refused:
            return tuple(Finding(fault, "error", fault.code) for fault in refused.faults)

    def sound(self, codes: Collection[str]) -> tuple[Finding, ...]:
        """What rules find in the catalog as it is shipped."""
        key = " ".join(codes)
        if key not in self._sound:
            self._sound[key] = self.found(codes)
        return self._sound[key]

    def line_before(self, mutation: dict[str, Any], line: int) -> int:
        """The line that the mutated one was in the catalog as it is shipped; the same where it was not there."""
        try:
            return self._place(mutation)[1]
        except (KeyError, StopIteration, IndexError, FileNotFoundError):
            return line

    def _edit(self, path: Path, mutation: dict[str, Any]) -> tuple[Path, int]:
        text, at = path.read_text(encoding="utf-8") if path.exists() else "", mutation.get("at", [])
        if "put" in mutation:
            new = Text(text).put(at, _repeated(mutation["put"]))
        elif "before" in mutation:
            new = Text(text).put_before(at, mutation["before"])
        elif "copy" in mutation:
            new = Text(text).put_before(at, self._copied(**mutation["copy"]))
        elif mutation.get("remove"):
            new = Text(text).without(at)
        elif "old" in mutation:
            assert mutation["old"] in text
            new = text.replace(mutation["old"], mutation["new"], 1)
        elif "append" in mutation:
            new = text + mutation["append"] * mutation.get("times", 1)
        else:
            new = mutation.get("write", text)
        path.write_bytes(new.encode(mutation.get("encoding", "utf-8")))
        same = next((i for i, (one, other) in enumerate(zip(text, new, strict=False)) if one != other), min(len(text), len(new)))
        return path, new.count("\n", 0, same) + 1

    def _copied(self, file: str, at: list[Step], but: dict[str, Any]) -> str:
        text = Text((self.folder / file).read_text(encoding="utf-8"))
        entry = {**text.data(at), **but}
        return json.dumps({key: value for key, value in entry.items() if value is not None}, ensure_ascii=False)

    def _place(self, mutation: dict[str, Any], encoding: str = "utf-8") -> tuple[Path, int]:
        """Where a mutation says that it is found."""
        found = mutation["found"]
        file, steps = (mutation["file"], found) if isinstance(found, list) else (found["file"], found.get("at"))
        path = self.folder / file
        return path, Text(path.read_text(encoding=encoding)).line(steps) if steps else found["line"]


def _repeated(value: str | list[Any]) -> str:
    """A text; one that is long is written as what stands before, what is repeated, how often, and what stands behind."""
    if isinstance(value, str):
        return value
    before, piece, times, after = value
    return str(before + piece * times + after)
