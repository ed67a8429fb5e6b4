"""How documents say things: in one language, with a store's values, with or without proposed content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dealer_cli.chart.numbers import post_numbers
from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.house.look import look
from dealer_cli.documents.picture.directions import Shared, Spoken
from dealer_cli.documents.picture.labels import labels
from dealer_cli.documents.picture.statutory import appointments
from dealer_cli.documents.picture.unknown import Known
from dealer_cli.model.catalog import Entry
from dealer_cli.model.external import External
from dealer_cli.model.holding import rests_on
from dealer_cli.model.values import fill
from dealer_cli.model.vocabulary import Department, Function, Record, System
from dealer_cli.model.words import Citation, Party, Text
from dealer_cli.reading.faults import Refused

if TYPE_CHECKING:
    from dealer_cli.documents.picture.parts import Section
    from dealer_cli.documents.picture.position import Content


_YEARLY = ("letter", "safety")
"""Layouts that hold for a year."""


@dataclass(frozen=True)
class Manner:
    """What a reader wants to see of proposed content."""

    mark: bool = True
    """Whether proposed content carries its mark."""
    sourced_only: bool = False
    """Whether only what the items of the sources say is printed."""


class Voice:
    """A store in the words of one document language."""

    def __init__(self, scene: Scene, manner: Manner) -> None:
        self.scene = scene
        self.manner = manner
        self.words = Spoken("zh" if scene.lang == "zh" else "en")
        self.known = Known(scene.catalog)
        self._labels: dict[tuple[str, str], Mapping[str, str]] = {}
        self.contents: dict[tuple[str, ...], Content] = {}
        """What was drawn of roles already, by their names."""
        self.shared = Shared()

    def text(self, text: Text | None) -> str:
        """A text with the store's values in it; empty for none."""
        return fill(text.say(self.scene.lang), self.scene.values) if text else ""

    def mark(self, citations: tuple[Citation, ...] | None) -> str:
        """The mark of an element: proposed is what cites nothing that this store's sections state."""
        return self.words("labels.mark") if self.manner.mark and not rests_on(citations, self.scene.store.record) else ""

    def party(self, party: Party) -> str:
        """The other side of a working relation."""
        if party.role:
            return self.scene.called(party.role)
        if party.department:
            return self.department(party.department)
        if party.external:
            return self.scene.external(party.external)
        return self.text(party.unit)

    def department(self, department: str) -> str:
        """The title of a department."""
        return self._title(self.scene.catalog.departments.get(department), department)

    def function(self, function: str | None) -> str:
        """The title of a function."""
        return self._title(self.scene.catalog.functions.get(function), function) if function else ""

    def records(self, records: Iterable[str]) -> list[str]:
        """The titles of records."""
        return [self._title(self.scene.catalog.records.get(record), record) for record in records]

    def systems(self, systems: Iterable[str]) -> list[str]:
        """What the store calls its systems: the product's name where it has one."""
        return [self._system(system) for system in systems]

    def _system(self, system: str) -> str:
        entry = self.scene.catalog.systems.get(system)
        product = self.scene.values.get(entry.record.value or "") if entry else None
        # Texts say "in the CRM system"; a list of systems names it.
        return product.removeprefix("the ") if product else self._title(entry, system)

    def _title(self, entry: Entry[Department] | Entry[External] | Entry[Function] | Entry[Record] | Entry[System] | None, name: str) -> str:
        return self.text(entry.record.title) if entry else name

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every position of the store."""
        departments = self.scene.catalog.departments
        return post_numbers(
            self.scene.chart,
            self._department_of,
            lambda name: departments[name].record.code if name in departments else name.upper(),
        )

    @cached_property
    def house(self) -> Mapping[str, str]:
        """The look of the house. Raises `Refused` for a logo that cannot be printed."""
        return self.shared.keep(look(self.scene.catalog, self.scene.store.record.title, self.scene.lang))

    @cached_property
    def appointments(self) -> Mapping[str, Mapping[str, Section]]:
        """The appointments that law asks for, by the position that carries them."""
        return appointments(self)

    def labels(self, layout: str = "jd", year: str = "") -> Mapping[str, str]:
        """The words of a layout; the title of a letter for a year names the year."""
        if (layout, year) not in self._labels:
            title = {"title": self.words(f"layout.title-{layout}-year", year=year)} if year and layout in _YEARLY else {}
            self._labels[layout, year] = self.shared.keep(labels(self.words, layout) | title)
        return self._labels[layout, year]

    def _department_of(self, seat: Seat) -> str:
        # A role that cannot be read refuses its own document, not the numbers of the others;
        # its folder says where it belongs.
        try:
            return self.scene.department(seat)
        except Refused:
            path = self.scene.catalog.role_path(seat.position.role)
            return path.parent.name if path else ""
