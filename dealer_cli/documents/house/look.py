"""What every picture says about the house, under `house`: always the same seven texts."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_cli.documents.house.logo import read_logo
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.words import Text

SHAPE = {
    "name": "whose documents they are: `house.name` of catalog.yaml, else the store",
    "logo": "the logo as a data URI; empty where the house has none",
    "accent": "the colour of headings: #1F4E79",
    "font": "the font of texts; empty: the template's own",
    "heading_font": "the font of headings; empty: the template's own",
    "header": "what stands at the top of every page: `house.header`, else `house.name`",
    "footer": "what stands at the foot of every page",
}
"""Field to what it holds."""


def look(catalog: Catalog, store: Text, lang: str) -> Mapping[str, str]:
    """The house in a document language. Raises `Refused` for a logo that cannot be printed."""
    house = catalog.settings.record.house
    logo = read_logo(catalog)
    return {
        "name": _say(house.name, lang) or store.say(lang),
        "logo": logo.uri if logo else "",
        "accent": house.accent.upper(),
        "font": house.font or "",
        "heading_font": house.heading_font or "",
        "header": _say(house.header or house.name, lang),
        "footer": _say(house.footer, lang),
    }


def _say(text: str | Text | None, lang: str) -> str:
    return text.say(lang) if isinstance(text, Text) else text or ""
