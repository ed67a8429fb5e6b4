"""What every kind of sheet draws with: control numbers, words, the order of a store."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.control import numbered
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.layout import text_width
from dealer_cli.documents.sheets.table import Column, Control, Fact, Input
from dealer_cli.model.words import Citations, cited


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


def store_heading(voice: Voice, kind: str) -> str:
    """The title of a sheet that is about a whole store."""
    return say(voice, "of-store", store=store_title(voice.scene), title=say(voice, f"title.{kind}"))


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


def source(voice: Voice, citations: Citations | None) -> str:
    """The items that something rests on, or that it is proposed."""
    return ", ".join(cited(citations)) or voice.words("labels.proposed")


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
