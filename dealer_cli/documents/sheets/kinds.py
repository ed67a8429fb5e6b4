"""The kinds of sheets, each in a module that is imported when it is first asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.table import Sheet

KINDS = {
    "kpi": "dealer_cli.documents.sheets.scores",
    "matrix": "dealer_cli.documents.sheets.matrix",
    "headcount": "dealer_cli.documents.sheets.headcounts",
    "calendar": "dealer_cli.documents.sheets.calendars",
    "handover": "dealer_cli.documents.sheets.handover",
    "approvals": "dealer_cli.documents.sheets.approvals",
    "certificates": "dealer_cli.documents.sheets.certificates",
}
"""Kind to the module that draws its `sheets`."""

PER_POST = frozenset({"kpi", "handover"})
"""The kinds that have a sheet for every position; the others have one for the store."""

SIGNED = ("handover", "approvals")
"""The kinds that are signed by hand, and that templates print as documents too."""


def draw(kind: str, voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """The sheets of a kind for these positions. Raises `Refused` for errors in the files that they are drawn from."""
    sheets: Callable[[Voice, Sequence[Seat]], list[Sheet]] = importlib.import_module(KINDS[kind]).sheets
    return sheets(voice, seats)
