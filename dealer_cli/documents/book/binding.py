"""A book in the formats that are asked for: the picture with the chart, to bytes."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dealer_cli.documents.book.picture import book
from dealer_cli.documents.chart.drawing import Page
from dealer_cli.documents.chart.organisation import organisation
from dealer_cli.documents.chart.printing import Chart
from dealer_cli.documents.picture.both import voices
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.formats import Pdf, renderer
from dealer_cli.model.catalog import Catalog

FORMATS = ("docx", "pdf", "html")
"""The formats of books."""

PPI = 200
"""Dots of the chart in Word on an inch."""


class Binding:
    """A store's book in one language, ready to be printed."""

    def __init__(
        self,
        catalog: Catalog,
        store: str | None,
        lang: str,
        *,
        occasion: Occasion,
        manner: Manner,
        folders: Sequence[Path] = (),
        pdf: Pdf | None = None,
    ) -> None:
        tellers = voices(catalog, store, lang, manner)
        self.picture: Mapping[str, Any] = book(tellers, occasion)
        self._folders = folders
        self._pdf = pdf or Pdf()
        order = organisation([voice.scene for voice in tellers], tellers[0].house, occasion.people)
        self._chart = Chart(order, "A4", fonts=self._pdf.fonts, font=tellers[0].house["font"])

    @property
    def name(self) -> str:
        """What the book's file is called, without its end."""
        return str(self.picture["document"]["name"])

    def data(self, form: str) -> bytes:
        """The book's bytes. Raises `TemplateFault` and `Unprintable`."""
        return {"docx": self._docx, "html": self._html, "pdf": self._printed}[form]()

    def _html(self) -> bytes:
        return renderer("book", "html", self._folders)(self._drawn())

    def _docx(self) -> bytes:
        from dealer_cli.documents.book.word import bound

        images = self._pictures()
        house = self.picture["house"]
        framed = any(house[part] for part in ("logo", "header", "footer"))
        return bound(renderer("book", "docx", self._folders)(self._with_chart([], drawn=bool(images))), images, framed=framed)

    def _printed(self) -> bytes:
        if self._pdf.via == "libreoffice":
            from dealer_cli.documents.printing.office import Office

            return Office(lambda picture: self._docx())(self.picture)
        return renderer("book", "pdf", self._folders, self._pdf)(self._drawn())

    def _pictures(self) -> list[tuple[Page, bytes]]:
        """The chart's pages as PNG; none where nothing is installed that makes them, since the tree says the same."""
        try:
            from dealer_cli.documents.chart.sheets import Sheets

            pages = self._chart.pages
            lang = self._chart.organisation.languages[0]
            return list(zip(pages, Sheets(pages, lang, self._pdf.fonts, self.picture["house"]["font"]).png(PPI), strict=True))
        except Unprintable as error:
            if error.hindrance == "no-engine":
                return []
            raise

    def _drawn(self) -> Mapping[str, Any]:
        """The picture with the chart's pages as SVG."""
        images = [f"data:image/svg+xml;base64,{base64.b64encode(text.encode()).decode()}" for text in self._chart.svgs()]
        return self._with_chart(images, drawn=True)

    def _with_chart(self, images: Sequence[str], *, drawn: bool) -> Mapping[str, Any]:
        first = self._chart.pages[0] if self._chart.pages else None
        turned = "yes" if first and first.width > first.height else ""
        return {**self.picture, "chart": {"turned": turned, "drawn": "yes" if drawn else "", "images": list(images)}}
