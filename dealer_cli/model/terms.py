"""Single terms of a vocabulary: a question that mentions eight indicators does not read a hundred."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from dealer_cli.model.decode import decode
from dealer_cli.reading.excerpt import entry_excerpt
from dealer_cli.reading.files import read_text
from dealer_cli.reading.yaml import parse

if TYPE_CHECKING:
    from pathlib import Path

    from dealer_cli.model.catalog import Catalog, Entry


class Terms:
    """The terms of one vocabulary of a catalog, read one by one."""

    def __init__(self, catalog: Catalog, vocabulary: str, kind: type[Any]) -> None:
        self.catalog = catalog
        self.vocabulary = vocabulary
        self.kind = kind
        self._texts: dict[Path, str] = {}
        self._found: dict[str, Entry[Any] | None] = {}

    def get(self, name: str) -> Entry[Any] | None:
        """A term, or None. Raises `Refused` for what it reads, and for the whole file where that must be read."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def _read(self, name: str) -> Entry[Any] | None:
        from dealer_cli.model.catalog import Entry

        for layer in self.catalog.layers:
            path = layer / f"{self.vocabulary}.yaml"
            if not os.path.lexists(path):
                continue
            if path not in self._texts:
                self._texts[path] = read_text(path, layer)
            text = self._texts[path]
            if f"id: {name}" not in text:
                continue
            excerpt = entry_excerpt(text, self.vocabulary, name)
            if excerpt is not None:
                document = parse(excerpt, str(path))
                record, _ = decode(document, self.kind)
                terms: tuple[Any, ...] = getattr(record, self.vocabulary) if record is not None else ()
                if len(terms) == 1 and terms[0].id == name:
                    return Entry(terms[0], document, (self.vocabulary, 0))
            return self._whole().get(name)
        return None

    def _whole(self) -> dict[str, Entry[Any]]:
        found: dict[str, Entry[Any]] = getattr(self.catalog, self.vocabulary)
        return found
