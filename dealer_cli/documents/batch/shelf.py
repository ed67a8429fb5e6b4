"""Where the files of a run go: into a folder, or beside what is there already, to be compared."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from dealer_cli.writing.files import write_below

Difference = Literal["differs", "missing", "surplus"]


class Different(NamedTuple):
    """A file that is not as it would be printed now."""

    file: str
    difference: Difference


class Shelf(Protocol):
    """What takes files."""

    def put(self, name: str, data: bytes) -> None:
        """Take a file; its name may have folders."""
        ...


class Folder:
    """Files are written, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, data: bytes) -> None:
        """Write a file. Raises `Unwritable`."""
        write_below(self._folder, name, data)


class Comparison:
    """Files are compared with those of the folder; nothing is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wanted: set[str] = set()
        self._found: list[Different] = []

    def put(self, name: str, data: bytes) -> None:
        """Compare a file."""
        self._wanted.add(name)
        path = self._folder / name
        try:
            same = path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            same = False
        if not same:
            self._found.append(Different(name, "differs" if path.exists() else "missing"))

    def differences(self, forms: Collection[str]) -> list[Different]:
        """What differs, and what of these formats is there that nobody would print now."""
        surplus = []
        for folder, folders, files in os.walk(self._folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for file in files:
                name = (Path(folder) / file).relative_to(self._folder).as_posix()
                if name not in self._wanted and not file.startswith(".") and file.rpartition(".")[2] in forms and file != "manifest.json":
                    surplus.append(Different(name, "surplus"))
        return self._found + sorted(surplus)
