"""Which files a catalog has: the folders of its layers, looked through once each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dealer_cli.reading.faults import Fault, Place


class Folders:
    """The folders of a catalog, in one or two layers."""

    def __init__(self, layers: tuple[Path, ...]) -> None:
        """`layers`: the one that wins first."""
        self._layers = layers
        self._paths: dict[str, dict[str, Path]] = {}
        self._strays: list[Fault] = []
        self._twins: list[tuple[Path, Path]] = []

    def layer_of(self, path: Path) -> Path:
        """The layer that a file lies in."""
        if len(self._layers) == 1:
            return self._layers[0]
        return next(layer for layer in self._layers if path.is_relative_to(layer))

    def files(self, folder: str, nested: bool = False) -> dict[str, Path]:
        """The YAML files of a folder by their names without the end; of those with one name, the one of the layer that wins."""
        found = self._paths.get(folder)
        if found is None:
            found = {}
            for layer in reversed(self._layers):
                own: dict[str, Path] = {}
                for name, path in self._scan(layer / folder, nested):
                    if name in own:
                        self._twins.append((own[name], path))
                    else:
                        own[name] = path
                found.update(own)
            self._paths[folder] = found
        return found

    def strays(self) -> list[Fault]:
        """What lies in the folders and is no file of the catalog: links to folders, wrong names."""
        for folder in ("roles", "stores", "policies", "sources"):
            self.files(folder, nested=folder == "roles")
        return list(self._strays)

    def twins(self) -> list[tuple[Path, Path]]:
        """Files of roles with one name in two folders: the one that is read, and the one that nobody would."""
        self.files("roles", nested=True)
        return list(self._twins)

    def _scan(self, folder: Path, nested: bool) -> Iterator[tuple[str, Path]]:
        if folder.is_symlink():
            self._strays.append(Fault("Y001", Place(str(folder)), variant="stray"))
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                if nested:
                    yield from self._scan(path, nested=False)
                elif entry.name.endswith(".yaml"):
                    self._strays.append(Fault("Y001", Place(str(path)), variant="folder"))
            elif entry.name.endswith(".yaml"):
                yield entry.name.removesuffix(".yaml"), path
            elif entry.is_symlink() or entry.name.endswith((".yml", ".YAML", ".json")):
                self._strays.append(Fault("Y001", Place(str(path)), variant="stray"))
