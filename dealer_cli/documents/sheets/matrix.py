"""`matrix`: the RASCI matrix, functions by positions, for a wall."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dealer_cli.chart.rasci import Shares, rasci
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control, control_facts, say, signed, store_heading, store_title
from dealer_cli.documents.sheets.layout import text_width
from dealer_cli.documents.sheets.table import Column, Content, Row, Sheet, Tone, Toned
from dealer_cli.model.vocabulary import Function

NARROW = 2.9
"""The width of a position's column, if there are many."""
ROOMY = 6.0
"""The same, if there are few."""
NAMES = 34.0
"""The width of the functions."""
WIDE = 130.0
"""The width that A4 still prints in a readable size."""

_TONES: tuple[tuple[str, Tone], ...] = (("A", "strong"), ("a", "medium"), ("R", "medium"), ("S", "light"))
"""The first letter that a cell has decides its colour."""

_PALE: Tone = "faint"


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """The matrix of these positions; of some only, the functions in which they have a share."""
    scene = voice.scene
    sound_roles(voice, (role for seat in scene.chart.seats.values() for role in seat.roles))
    shares = rasci(scene)
    whole = len(seats) == len(scene.chart.seats)
    shown = by_department(scene, seats)
    gaps = any(found.gaps for found in shares.values())
    columns = (
        column(voice, "function", 26),
        *_posts(voice, shown),
        *([column(voice, "gap", 14)] if gaps else []),
    )
    rows: list[Row] = []
    for kind in ("business", "control"):
        of_kind = [entry.record for entry in scene.catalog.functions.values() if entry.record.kind == kind]
        drawn = [
            _row(voice, function, shares[function.id], shown, gaps)
            for function in of_kind
            if whole or any(seat.key in shares[function.id].letters for seat in shown)
        ]
        if drawn:
            heading: tuple[Content, ...] = (say(voice, f"functions.{kind}"), *(None for _ in columns[1:]))
            rows += [Row(heading, "group"), *drawn]
    own = control(voice, "RASCI")
    return [
        Sheet(
            id="matrix",
            tab=say(voice, "title.matrix"),
            title=store_heading(voice, "matrix"),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.matrix"),),
            signatures=signed(voice, "drawn-up", "reviewed", "approved"),
            paper="A3",
            frozen=1,
        )
    ]


def _posts(voice: Voice, shown: Sequence[Seat]) -> list[Column]:
    scene = voice.scene
    found = []
    for department, group in groupby(enumerate(shown), lambda numbered: scene.department(numbered[1])):
        numbered = list(group)
        title = voice.department(department)
        if text_width(title) > len(numbered) * NARROW and department in scene.catalog.departments:
            title = scene.catalog.departments[department].record.code
        found += [
            Column(id=seat.key, label=scene.title(seat.key), width=NARROW, centred=True, band=title, upright=True) for _, seat in numbered
        ]
    return found


def _row(voice: Voice, function: Function, shares: Shares, shown: Sequence[Seat], gaps: bool) -> Row:
    missing = voice.words("layout.comma").join(say(voice, gap) for gap in shares.gaps)
    return Row((voice.text(function.title), *(_cell(shares.letters.get(seat.key)) for seat in shown), *([missing] if gaps else [])))


def _cell(letters: str | None) -> Content:
    if not letters:
        return None
    return Toned(letters, next((tone for letter, tone in _TONES if letter in letters), _PALE))
