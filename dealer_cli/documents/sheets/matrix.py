"""`matrix`: the RASCI matrix, functions by positions, for a wall."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dealer_cli.chart.rasci import Shares, rasci
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control_facts, say, signed, store_control, store_heading, store_title
from dealer_cli.documents.sheets.layout import BOX, text_width
from dealer_cli.documents.sheets.table import Column, Content, Row, Sheet, Tone, Toned
from dealer_cli.model.vocabulary import Function

NARROW = 2.9
"""The width of a position's column, if there are many."""
ROOMY = 6.0
"""The same, if there are few."""
NAMES = 37.0
"""The width of the functions."""
GAP = 17.0
"""The width of what is missing."""
UPRIGHT, ACROSS = 118.0, 130.0
"""The widths that A4 still prints in a readable size."""

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
    taken = NAMES + (GAP if gaps else 0.0)
    width, paper = _width(len(shown), taken)
    posts, codes = _posts(voice, shown, width)
    columns = (
        column(voice, "function", NAMES),
        *posts,
        *([column(voice, "gap", GAP)] if gaps else []),
    )
    rows: list[Row] = []
    for kind in ("business", "control"):
        of_kind = [entry.record for entry in scene.catalog.functions.values() if entry.record.kind == kind]
        drawn = [function for function in of_kind if whole or any(seat.key in shares[function.id].letters for seat in shown)]
        if drawn:
            heading: tuple[Content, ...] = (say(voice, f"functions.{kind}"), *(None for _ in columns[1:]))
            rows += [Row(heading, "group"), *(_row(voice, one, shares[one.id], shown, gaps, i % 2 > 0) for i, one in enumerate(drawn))]
    own = store_control(voice, "RASCI", seats)
    return [
        Sheet(
            id="matrix",
            tab=say(voice, "title.matrix"),
            title=store_heading(voice, "matrix", seats),
            store=store_title(scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.codes", codes=codes),) if codes else (),
            legend=say(voice, "note.matrix"),
            signatures=signed(voice, "drawn-up", "reviewed", "approved"),
            paper="A4" if paper else "A3",
            # A chart for a wall holds letters, hardly texts.
            smallest=0.64 if paper else 0.5,
            landscape=paper != UPRIGHT,
            frozen=1,
        )
    ]


def _width(posts: int, taken: float) -> tuple[float, float]:
    """The width of a position's column beside what is taken, and the width of A4 that has room for all; 0 for none."""
    for paper in (UPRIGHT, ACROSS):
        width = (paper - taken) / max(posts, 1) - 1
        if width >= NARROW:
            # Two of the three boxes for signatures stand below the positions.
            return min(max(ROOMY, BOX / max(posts // 2, 1)), width), paper
    return NARROW, 0.0


def _posts(voice: Voice, shown: Sequence[Seat], width: float) -> tuple[list[Column], str]:
    """A column for each position, and the departments for whose name there is no room, with their codes."""
    scene = voice.scene
    found: list[Column] = []
    codes: list[str] = []
    for department, group in groupby(enumerate(shown), lambda numbered: scene.department(numbered[1])):
        numbered = list(group)
        title = voice.department(department)
        if text_width(title) > len(numbered) * width and department in scene.catalog.departments:
            code = scene.catalog.departments[department].record.code
            codes.append(f"{code} {title}")
            title = code
        found += [
            Column(id=seat.key, label=scene.title(seat.key), width=width, centred=True, band=title, upright=True) for _, seat in numbered
        ]
    return found, voice.words("layout.comma").join(codes)


def _row(voice: Voice, function: Function, shares: Shares, shown: Sequence[Seat], gaps: bool, second: bool) -> Row:
    nobody = len(shares.gaps) > 1
    missing = say(voice, "nobody-at-all") if nobody else "".join(say(voice, gap) for gap in shares.gaps)
    letters = (_cell(strongest(shares.letters.get(seat.key, "")), second) for seat in shown)
    return Row((voice.text(function.title), *letters, *([missing] if gaps else [])))


def strongest(letters: str) -> str:
    """What a cell prints of a position's letters: who answers, and the strongest of the others; who does a thing helps with it too."""
    others = [letter for letter in letters if letter not in "Aa"]
    return "".join(letter for letter in letters if letter in "Aa") + "".join(others[:1])


def _cell(letters: str, second: bool) -> Content:
    if not letters:
        # Every second row is tinted, to follow it across a wide page.
        return Toned("", _PALE) if second else None
    return Toned(letters, next((tone for letter, tone in _TONES if letter in letters), _PALE))
