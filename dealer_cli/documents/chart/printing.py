"""A chart in the formats that are asked for: each file's name and its bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dealer_cli.documents.batch.files import file_name
from dealer_cli.documents.chart.drawing import Page
from dealer_cli.documents.chart.mermaid import mermaid
from dealer_cli.documents.chart.organisation import Organisation
from dealer_cli.documents.chart.pages import pages
from dealer_cli.documents.chart.parts import WHOLE, Wish, shown
from dealer_cli.documents.chart.svg import svg
from dealer_cli.documents.chart.web import web

FORMATS = ("svg", "png", "pdf", "html", "mermaid")
USUAL = ("svg", "html")
"""What is printed when no format is asked for: what needs no font and no further package."""


@dataclass(frozen=True)
class Chart:
    """A wish about a store, ready to be printed."""

    organisation: Organisation
    paper: str = "A4"
    wish: Wish = WHOLE
    fonts: tuple[Path, ...] = ()
    font: str = ""
    """The family of the house."""

    @cached_property
    def pages(self) -> list[Page]:
        """The pages as shapes."""
        return pages(self.organisation, self.paper, self.wish)

    def svgs(self) -> list[str]:
        """Each page as SVG; the ids of all of them differ, so that they can stand in one file."""
        return [svg(page, self._lang, number) for number, page in enumerate(self.pages, 1)]

    def files(self, forms: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Names and bytes. Raises `Unprintable` for PDF and PNG without what makes them."""
        whole = Wish(self.wish.tops, self.wish.department)
        name = file_name(self.pages[0].title.split(" / ")[0] if whole != WHOLE else self._title())
        for form in forms:
            if form == "svg":
                yield from _numbered(name, form, [text.encode() for text in self.svgs()])
            elif form == "html":
                yield f"{name}.html", web(self.pages, self.paper, self._lang).encode()
            elif form == "mermaid":
                yield f"{name}.mmd", mermaid(self.organisation, shown(self.organisation, self.wish)).encode()
            else:
                from dealer_cli.documents.chart.sheets import PPI, Sheets

                sheets = Sheets(self.pages, self._lang, self.fonts, self.font)
                if form == "pdf":
                    yield f"{name}.pdf", sheets.pdf()
                else:
                    yield from _numbered(name, form, sheets.png(PPI[self.paper]))

    @property
    def _lang(self) -> str:
        return self.organisation.languages[0]

    def _title(self) -> str:
        return self.organisation.say("chart-heading", store=self.organisation.title)[0]


def _numbered(name: str, form: str, found: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """One file a page; the number stands in the name only where there are several."""
    digits = len(str(len(found)))
    for number, data in enumerate(found, 1):
        yield (f"{name} {number:0{digits}}.{form}" if len(found) > 1 else f"{name}.{form}"), data
