"""What every kind of sheet draws with: control numbers, words, the order of a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.control import numbered
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.layout import text_width
from dealer_cli.documents.sheets.table import Column, Control, Fact, Input

MOST_NAMED = 3
"""The departments that a title has room for."""

EXTRACT = "EX"
"""In the number of a sheet about some positions only, like the codes of departments the same in every language."""


def say(voice: Voice, key: str, **params: object) -> str:
    """A word of the sheets."""
    return voice.words(f"layout.sheet.{key}", **params)


def control(voice: Voice, code: str, number: str = "") -> Control:
    """The control of a sheet: GW-KPI-XS-07, or GW-RASCI for a whole store."""
    settings = voice.scene.catalog.settings.record.documents
    return Control(
        number=numbered(voice, code, number),
        version=settings.version if settings else "",
        effective=settings.effective if settings else "",
        lang=voice.words.lang,
    )


def column(voice: Voice, id_: str, width: float, **more: object) -> Column:
    """A column with the heading that the language has for it."""
    label = say(voice, f"col.{id_}")
    # A heading may break between words, never in one; it is bold, and cells have a margin.
    longest = max((text_width(word) for word in label.split()), default=0.0) if label.isascii() else 0.0
    return Column(id=id_, label=label, width=max(width, longest * 1.25 + 1), **more)  # type: ignore[arg-type]


def store_title(scene: Scene) -> str:
    """What the store is called."""
    return scene.store.record.title.say(scene.lang)


def store_heading(voice: Voice, kind: str, seats: Sequence[Seat] | None = None) -> str:
    """The title of a sheet that is about a whole store, or about some of its positions."""
    return say(voice, "of-store", store=store_title(voice.scene), title=heading(voice, kind, seats))


def heading(voice: Voice, kind: str, seats: Sequence[Seat] | None = None) -> str:
    """The same where the store is named above it."""
    title = say(voice, f"title.{kind}")
    part = extract(voice, seats).title if seats is not None else ""
    return say(voice, "of-part", part=part, title=title) if part else title


def store_control(voice: Voice, code: str, seats: Sequence[Seat]) -> Control:
    """The control of a sheet about a store, GW-HC, or about a part of it, GW-HC-SH: two sheets never have one number."""
    return control(voice, code, extract(voice, seats).number)


class Extract(NamedTuple):
    """What a sheet about a part of a store adds to title and number; both empty for a whole one."""

    title: str
    number: str


def extract(voice: Voice, seats: Sequence[Seat]) -> Extract:
    """The part of the store that these positions are: a post, whole departments, or just some of it."""
    scene = voice.scene
    keys = {seat.key for seat in seats}
    if keys == set(scene.chart.seats):
        return Extract("", "")
    if len(keys) == 1:
        return Extract(scene.title(seats[0].key), voice.numbers[seats[0].key])
    departments = list(dict.fromkeys(scene.department(seat) for seat in by_department(scene, seats)))
    codes = "-".join(scene.catalog.departments[one].record.code for one in departments if one in scene.catalog.departments)
    whole = keys == {key for key, seat in scene.chart.seats.items() if scene.department(seat) in departments}
    if len(departments) > MOST_NAMED:
        return Extract(say(voice, "extract"), EXTRACT)
    title = voice.words("layout.comma").join(map(voice.department, departments))
    if whole:
        return Extract(title, codes)
    return Extract(say(voice, "extract-of", part=title), "-".join(part for part in (codes, EXTRACT) if part))


def post_facts(voice: Voice, seat: Seat) -> tuple[Fact, ...]:
    """Which post a sheet is about."""
    scene = voice.scene
    return (
        Fact(voice.words("layout.post"), scene.full_title(seat.key), "post"),
        Fact(voice.words("layout.number"), voice.numbers[seat.key], "number"),
        Fact(voice.words("labels.department"), voice.department(scene.department(seat)), "department"),
        Fact(voice.words("labels.level"), voice.words(f"labels.level.{scene.level(seat)}"), "level"),
        Fact(voice.words("layout.superior"), scene.superior(seat.key) or voice.words("labels.none"), "superior"),
    )


def blank(voice: Voice, key: str, kind: str = "text") -> Fact:
    """A label with room to write."""
    return Fact(say(voice, key), Input(kind=kind), key)  # type: ignore[arg-type]


def by_department(scene: Scene, seats: Sequence[Seat]) -> list[Seat]:
    """Positions in the order in which documents print departments, within one in the order of the chart."""
    order = {name: i for i, name in enumerate(scene.catalog.departments)}
    place: dict[str, int] = {}
    for top in scene.chart.tops:
        for _, key in scene.chart.below(top):
            place.setdefault(key, len(place))
    return sorted(seats, key=lambda seat: (order.get(scene.department(seat), len(order)), place.get(seat.key, len(place))))


def control_facts(sheet_control: Control, voice: Voice) -> tuple[Fact, ...]:
    """Number, version and effective date, as facts of a page."""
    return (
        Fact(voice.words("layout.document"), sheet_control.number, "document"),
        Fact(voice.words("layout.version"), sheet_control.version, "version"),
        Fact(voice.words("layout.effective"), sheet_control.effective, "effective"),
    )


def signed(voice: Voice, *who: str) -> tuple[str, ...]:
    """Lines for signatures."""
    return tuple(say(voice, f"sign.{one}") for one in who)


def per_post(voice: Voice, seat: Seat) -> tuple[tuple[str, str], ...]:
    """What a list of several positions' rows begins with."""
    return (("number", voice.numbers[seat.key]), ("position", voice.scene.title(seat.key)))
