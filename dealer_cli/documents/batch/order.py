"""What a run prints, told as plain data, so that another process can be told the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.voice import Manner
from dealer_cli.documents.printing.formats import Pdf
from dealer_cli.documents.roster.people import Person

COSTS = {"pdf": 8}
"""What a document of a format weighs, in Word documents, where processes are reckoned with; those that set pages begin later too."""


class Item(NamedTuple):
    """Whose document: a position's, one of its people's, or, with neither, the store's."""

    key: str = ""
    person: Person | None = None


class Wish(NamedTuple):
    """A document in one language."""

    item: Item
    lang: str
    known: str = ""
    """The content that was signed, by its hash; a document that still says the same is not printed again."""


@dataclass(frozen=True)
class Order:
    """Which catalog, store and layout, and in which formats."""

    catalog: Path
    store: str
    forms: tuple[str, ...]
    occasion: Occasion = field(default_factory=Occasion)
    manner: Manner = field(default_factory=Manner)
    folders: tuple[Path, ...] = ()
    """Folders of templates, before the shipped ones."""
    pdf: Pdf = field(default_factory=Pdf)
    content: bool = False
    """Whether what the documents say is wanted too, for a manifest."""

    def cost(self, wishes: int) -> int:
        """What so many documents weigh, in Word documents."""
        return wishes * sum(COSTS.get(form, 1) for form in self.forms)
