"""Positions to documents: drawn and rendered where the work is done, this process or another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dealer_cli.documents.batch.content import EVERYTHING, Content, content_of, hash_of, parts_of
from dealer_cli.documents.batch.files import document_name
from dealer_cli.documents.batch.order import Item, Order, Wish
from dealer_cli.documents.picture.both import told, voices
from dealer_cli.documents.picture.notice import notice
from dealer_cli.documents.picture.position import Picture, picture
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.printing.errors import TemplateFault, Unprintable
from dealer_cli.documents.printing.formats import ManyAtOnce, Render, renderer
from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault, Refused


class Facts(NamedTuple):
    """What a manifest says of a document beside its files."""

    number: str
    version: str
    title: str
    hash: str = ""
    content: Content | None = None


class Made(NamedTuple):
    """A document: its bytes by format, or why there is none."""

    wish: Wish
    name: str = ""
    bodies: tuple[tuple[str, bytes], ...] = ()
    """Format and bytes; nothing for a document that needs not be printed again."""
    facts: Facts | None = None
    faults: tuple[Fault, ...] = ()


class Stopped(NamedTuple):
    """The run cannot go on; an exception that travels between processes."""

    kind: type[TemplateFault] | type[Unprintable]
    said: dict[str, Any]

    def error(self) -> TemplateFault | Unprintable:
        """The exception again."""
        return self.kind(**self.said)


class Press:
    """One order, ready to be printed in portions."""

    def __init__(self, order: Order, catalog: Catalog | None = None) -> None:
        self._order = order
        self._catalog = catalog or Catalog(order.catalog)
        control = self._catalog.settings.record.documents
        self._pattern = (control.file_name if control else None) or ""
        self._voices: dict[str, list[Voice]] = {}
        self._renders: dict[str, Render] = {}
        self._parts = parts_of(order.occasion.layout, order.folders) if order.content else EVERYTHING

    def draw(self, item: Item, lang: str) -> Picture:
        """The picture of a document. Raises `Refused`."""
        order = self._order
        if lang not in self._voices:
            self._voices[lang] = voices(self._catalog, order.store, lang, order.manner)
        tellers = self._voices[lang]
        if not item.key:
            return told(tellers, lambda voice: notice(voice, order.occasion))
        return told(tellers, lambda voice: picture(voice, voice.scene.chart.seats[item.key], order.occasion, item.person))

    def __call__(self, wishes: Sequence[Wish]) -> list[Made] | Stopped:
        """The documents of a portion."""
        try:
            return self._print(wishes)
        except (TemplateFault, Unprintable) as error:
            return Stopped(type(error), dict(vars(error)))

    def _print(self, wishes: Sequence[Wish]) -> list[Made]:
        made: list[Made] = []
        drawn: list[tuple[int, Picture]] = []
        for wish in wishes:
            try:
                found = self.draw(wish.item, wish.lang)
            except Refused as refused:
                # Read-only mappings do not travel between processes.
                made.append(Made(wish, faults=tuple(fault._replace(params=dict(fault.params)) for fault in refused.faults)))
                continue
            facts = self._facts(found) if self._order.content else None
            if not (facts and facts.hash == wish.known):
                drawn.append((len(made), found))
            # A document of the whole store has no position that a pattern could speak of.
            pattern = self._pattern if wish.item.key else ""
            made.append(Made(wish, document_name(found, pattern, wish.lang, self._order.occasion.layout), facts=facts))
        for place, bodies in zip((place for place, _ in drawn), self._bodies([found for _, found in drawn]), strict=True):
            made[place] = made[place]._replace(bodies=bodies)
        return made

    def _facts(self, found: Picture) -> Facts:
        document: Any = found["document"]
        post: Any = found.get("post") or {}
        content = content_of(found, self._parts)
        return Facts(document["number"], document["version"], post.get("title", ""), hash_of(content), content)

    def _bodies(self, pictures: Sequence[Picture]) -> list[tuple[tuple[str, bytes], ...]]:
        columns = []
        for form in self._order.forms:
            render = self.render(form)
            columns.append(render.many(pictures) if isinstance(render, ManyAtOnce) else [render(found) for found in pictures])
        return [tuple(zip(self._order.forms, row, strict=True)) for row in zip(*columns, strict=True)] if pictures else []

    def render(self, form: str) -> Render:
        """The way to print a format. Raises `TemplateFault` and `Unprintable`."""
        if form not in self._renders:
            self._renders[form] = renderer(self._order.occasion.layout, form, self._order.folders, self._order.pdf)
        return self._renders[form]
