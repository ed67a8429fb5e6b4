"""`handover`: what passes from one holder of a position to the next, item by item, with three signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dealer_cli.chart.approving import DOES
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import (
    blank,
    column,
    control,
    per_post,
    post_facts,
    say,
    signed,
    store_title,
)
from dealer_cli.documents.sheets.table import Content, Input, Row, Sheet, filled
from dealer_cli.model.catalog import Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.phrases import when
from dealer_cli.model.role import Duty, Role
from dealer_cli.model.vocabulary import Function
from dealer_cli.model.words import Text

OPEN_ITEMS = 6
"""Empty lines for what is not finished."""

_EQUIPMENT = ("access", "devices", "accounts")
"""What everybody has of the store, whatever the post."""


class _Thing(NamedTuple):
    """A kind of thing in hand that gets a line of its own."""

    key: str
    matters: tuple[str, ...]
    """The matters whose functions it belongs to."""
    words: str = ""
    """How a text speaks of it; empty: whatever of its matters no other kind speaks of."""
    by_duties: bool = False
    """Whether a duty or an authority that speaks of it is enough, beside titles and definitions of functions."""


_THINGS = (
    _Thing("cash", ("money",)),
    _Thing("petty-cash", ("money",), r"备用金|petty cash", by_duties=True),
    _Thing("checks", ("money",), r"支票|票据|承兑|\bche(?:ck|que)s\b|acceptance bills?", by_duties=True),
    _Thing("bank-tokens", ("money",), r"网银|bank tokens?", by_duties=True),
    _Thing("invoices", (), r"空白发票|blank (?:stock|invoices)"),
    _Thing("seals", ("seals",)),
    _Thing("seals", ("money", "seals"), r"[”」]章|印章|公章|专用章|\bstamps\b|\bseals?\b", by_duties=True),
    _Thing("safe", ("money", "keys"), r"保险柜|保险箱|钥匙柜|\bthe safe\b|\bkey cabinet", by_duties=True),
    _Thing("keys", ("keys",)),
    _Thing("certificates", ("goods",), r"合格证|certificates"),
    _Thing("parts", ("goods",), r"备件|旧件|\bparts\b"),
    _Thing("tools", ("goods",), r"工具|\btools\b"),
    _Thing("cars", ("goods",), r"商品车|新车|二手车|试驾车|网点的车辆|检查车辆|车辆放行|\bcars?\b|vehicles?\b"),
    _Thing("accessories", ("goods",), r"精品|accessories"),
    _Thing("goods", ("goods",)),
    _Thing("hazardous", ("hazardous",)),
    _Thing("personal-data", ("personal-data",)),
)
"""What can get lost, as the lines of a handover name it. Of goods, the first kind that fits a function is its kind."""

_KEEPING = re.compile(r"(?:保管|掌管)|(?:keeps|holds)\b", re.IGNORECASE)
"""How an authority begins that puts a thing into its holder's hands."""


class Item(NamedTuple):
    """Something to hand over."""

    what: str
    detail: str


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """A handover sheet for every position. Raises `Refused`."""
    roles = sound_roles(voice, (role for seat in seats for role in seat.roles))
    return [_sheet(voice, seat, roles) for seat in seats]


def handed_over(voice: Voice, seat: Seat, roles: Mapping[str, Entry[Role]]) -> dict[str, list[Item]]:
    """What a position hands over, by section; the open items are for its holder to write."""
    own = [roles[name].record for name in seat.roles]
    store = voice.scene.store.record
    duties = [duty for role in own for duty in role.duties if holds(duty, store)]
    # What can get lost comes first; duties, which stay as they are, last.
    return {
        "matters": _in_hand(voice, own),
        "equipment": [Item(say(voice, f"equipment.{one}"), "") for one in _EQUIPMENT],
        "systems": _systems(voice, duties),
        "records": list(_records(voice, seat, duties)),
        "open": [],
        "duties": [Item(voice.text(duty), when(duty.frequency, voice.words)) for duty in duties],
    }


def _systems(voice: Voice, duties: Sequence[Duty]) -> list[Item]:
    """An account in every system that the duties work in; a line to fill in where they name none."""
    named = voice.systems(dict.fromkeys(system for duty in duties for system in duty.systems))
    return [Item(name, "") for name in named] or [Item(say(voice, "any-system"), say(voice, "any-system-none"))]


def _records(voice: Voice, seat: Seat, duties: Sequence[Duty]) -> Iterator[Item]:
    """The forms that the position keeps, then those that its duties work with."""
    kept = [entry.record for entry in voice.scene.catalog.records.values() if entry.record.keeper in seat.roles]
    for record in kept:
        yield Item(voice.text(record.title), say(voice, "keeps"))
    known = {record.id for record in kept}
    used = dict.fromkeys(record for duty in duties for record in duty.records if record not in known)
    for title in voice.records(used):
        yield Item(title, say(voice, "uses"))


def _in_hand(voice: Voice, own: Sequence[Role]) -> list[Item]:
    """Things that pass through the hands of who does a function or answers for it, or that a sentence names."""
    store = voice.scene.store.record
    duties = [duty for role in own for duty in role.duties if duty.part in DOES and holds(duty, store)]
    catalog = voice.scene.catalog.functions
    functions = [catalog[name].record for name in dict.fromkeys(duty.function for duty in duties) if name and name in catalog]
    does = {duty.function for duty in duties if duty.part == "responsible"}
    granted = [said for role in own if role.authority for said in role.authority.list if _keeps(said)]
    found: dict[str, list[str]] = {}
    for thing in _THINGS:
        through = [function for function in functions if _belongs(thing, function)]
        named = [
            voice.function(one.id) if one.id in does else say(voice, "answers-for", function=voice.function(one.id)) for one in through
        ]
        if thing.by_duties:
            known = {one.id for one in through}
            # A function that speaks of a thing says enough; else the sentence that does.
            named += [voice.text(said) for said in (*_speaking(thing, duties, catalog, known), *granted) if _speaks(thing, said)]
        found.setdefault(thing.key, []).extend(one for one in named if one not in found.get(thing.key, ()))
    return [Item(say(voice, f"thing.{key}"), say(voice, "law-comma").join(why)) for key, why in found.items() if why]


def _belongs(thing: _Thing, function: Function) -> bool:
    """Whether a function is one through which such a thing passes."""
    if thing.matters and not set(thing.matters) & set(function.handles):
        return False
    if thing.words:
        return _speaks(thing, function.definition or function.title, function.title)
    # What is left of goods: those of functions that speak of no kind of their own.
    return thing.key != "goods" or not any(_belongs(other, function) for other in _THINGS if other.words and other.matters == ("goods",))


def _speaking(thing: _Thing, duties: Sequence[Duty], functions: Mapping[str, Entry[Function]], known: set[str]) -> Iterator[Text]:
    """The duties of functions of a thing's matters, those left out that name the thing themselves."""
    for duty in duties:
        entry = functions.get(duty.function or "")
        if entry and duty.function not in known and set(thing.matters) & set(entry.record.handles):
            yield duty


def _speaks(thing: _Thing, *texts: Text) -> bool:
    """Whether texts speak of a thing; told from the Chinese where there is one, so that every language lists the same."""
    return any(re.search(thing.words, text.zh or text.en or "", re.IGNORECASE) for text in texts)


def _keeps(said: Text) -> bool:
    return bool(_KEEPING.match(said.zh or said.en or ""))


def _sheet(voice: Voice, seat: Seat, roles: Mapping[str, Entry[Role]]) -> Sheet:
    columns = (
        column(voice, "no", 12, kind="count"),
        column(voice, "item", 44),
        column(voice, "detail", 24),
        column(voice, "state", 20),
        column(voice, "received", 9, centred=True),
    )
    rows: list[Row] = []
    for section, listed in handed_over(voice, seat, roles).items():
        if not listed and section != "open":
            continue
        heading: tuple[Content, ...] = (say(voice, f"section.{section}"), *(None for _ in columns[1:]))
        rows.append(Row(heading, "group"))
        entries: Sequence[Item | None] = listed or [None] * OPEN_ITEMS
        for no, item in enumerate(entries, 1):
            cells: dict[str, Content] = {
                "no": no,
                "item": item.what if item else Input(),
                "detail": item.detail if item else Input(),
                "state": Input(),
                "received": Input("choice", choices=(say(voice, "yes"), say(voice, "no"))),
            }
            rows.append(filled(cells, columns))
    own = control(voice, "HO", voice.numbers[seat.key])
    return Sheet(
        id=seat.key,
        tab=f"{voice.numbers[seat.key]} {voice.scene.title(seat.key)}",
        title=say(voice, "title.handover"),
        store=store_title(voice.scene),
        control=own,
        columns=columns,
        rows=tuple(rows),
        facts=(
            *post_facts(voice, seat),
            blank(voice, "outgoing-person"),
            blank(voice, "incoming-person"),
            blank(voice, "handover-reason"),
            blank(voice, "last-day", "date"),
            blank(voice, "handover-day", "date"),
        ),
        notes=(say(voice, "note.handover"),),
        signatures=signed(voice, "outgoing", "incoming", "witness"),
        landscape=False,
        keys=per_post(voice, seat),
    )
