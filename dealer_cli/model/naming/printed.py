"""Titles that the sources print and no role carries: they are names too, and some are ambiguous."""

from __future__ import annotations

import os
from functools import cached_property

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.naming.name import ALIAS, ELSEWHERE, SEVERAL, Name, named, normal, squeezed
from dealer_cli.reading.files import read_text


class Printed:
    """The printed titles of a catalog that mean roles, as a store reads them."""

    def __init__(self, catalog: Catalog, store: str | None) -> None:
        self.catalog = catalog
        self.store = store

    def meaning(self, asked: str) -> list[Name]:
        """What a printed title can mean; the file is parsed only if it mentions the title."""
        return [name for name in self.every if name.key == asked and name.rank < ELSEWHERE] if self._mentioned(asked) else []

    @cached_property
    def every(self) -> list[Name]:
        """Every printed title that means roles.

        A reading without sections holds everywhere, and the readings in single sections then say nothing:
        who asks has not said in which passage. Without such a reading those of the store's own sections hold; else the
        others, but with less weight.
        """
        here: tuple[str, ...] = self.catalog.store(self.store).record.sections if self.store else ()
        kinds: dict[str, tuple[list[Name], list[Name], list[Name]]] = {}
        for entry in self.catalog.printed_titles():
            title = entry.record
            general, near, far = kinds.setdefault(normal(title.title), ([], [], []))
            chosen = far
            if not title.sections:
                chosen = general
            elif any(f"{section}.".startswith(f"{mine}.") for section in title.sections for mine in here):
                chosen = near
            if title.role:
                chosen.append(named(title.role, title.title, ELSEWHERE if chosen is far else ALIAS))
            chosen += [named(role, title.title, ELSEWHERE if chosen is far else SEVERAL) for role in title.roles]
        return [name for general, near, far in kinds.values() for name in dict.fromkeys(general or near or far)]

    def _mentioned(self, asked: str) -> bool:
        for layer in self.catalog.layers:
            path = layer / "sources" / "titles.yaml"
            if os.path.lexists(path):
                text = read_text(path, layer)
                # An escape can write a title in other letters.
                if "\\" in text or squeezed(asked) in squeezed(text):
                    return True
        return False
