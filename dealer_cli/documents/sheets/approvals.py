"""`approvals`: 审批权限表, who approves what, up to which amount, and who decides beyond it.

From three places: steps that approve in the policies that hold in the store, duties of the approval
functions, and what roles may decide. Amounts that no step states are for the house to write in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dealer_cli.chart.approving import DOES, FUNCTIONS, decides, reviews, same_matter
from dealer_cli.chart.heads import heads
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control_facts, say, signed, store_control, store_heading, store_title
from dealer_cli.documents.sheets.table import Content, Input, Row, Sheet, filled
from dealer_cli.model.catalog import Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.policy import Limit, Policy, Step
from dealer_cli.model.role import Role
from dealer_cli.model.words import Citations, Party, Statement, Text, cited

_PASSED_ON = re.compile(
    r"，(?:超限|超额|超出)[^，。；]*?报(?P<zh>[^，。；]+)$|,? and (?:passes|refers|reports|submits) [^,.;]*? to (?:the )?(?P<en>[^,.;]+)$"
)
"""How a sentence that grants an approval ends by saying who decides beyond the limit."""

_ORDINAL = re.compile(r"^[（(]?(?:\d+|[一二三四五六七八九十]+)[）)]?[、.．]\s*")
"""What a source counts its headings with."""

_QUESTION = ("？", "?")


@dataclass(frozen=True)
class Approval:
    """One matter that somebody may approve."""

    matter: str
    who: str
    limit: Limit | None
    condition: str
    escalation: str
    source: str
    group: str
    """The policy, or the department of who approves."""
    mark: str
    """The mark of what no source states."""


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One table of everything that these positions approve."""
    listed = approvals(voice, seats)
    columns = (
        column(voice, "no", 12, kind="count"),
        column(voice, "matter", 48),
        column(voice, "who", 22),
        column(voice, "limit", 13, kind="number"),
        column(voice, "limit_unit", 7, centred=True),
        # Few steps have one: an empty column would only take room from the others.
        *((column(voice, "condition", 20),) if any(approval.condition for approval in listed) else ()),
        column(voice, "escalation", 26),
        column(voice, "source", 34),
    )
    rows: list[Row] = []
    group = ""
    for no, approval in enumerate(listed, 1):
        if approval.group != group:
            group = approval.group
            heading: tuple[Content, ...] = (group, *(None for _ in columns[1:]))
            rows.append(Row(heading, "group"))
        cells: dict[str, Content] = {
            "no": no,
            "matter": approval.matter,
            "who": approval.who,
            "limit": approval.limit.max if approval.limit else Input("number", least=0),
            "limit_unit": voice.words(f"labels.unit.{approval.limit.unit}") if approval.limit else Input(),
            "condition": approval.condition,
            "escalation": approval.escalation,
            "source": approval.source or approval.mark,
        }
        rows.append(filled(cells, columns))
    own = store_control(voice, "AUTH", seats)
    return [
        Sheet(
            id="approvals",
            tab=say(voice, "title.approvals"),
            title=store_heading(voice, "approvals", seats),
            store=store_title(voice.scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.approvals"), *([say(voice, "mark-note")] if any(approval.mark for approval in listed) else [])),
            signatures=signed(voice, "drawn-up", "reviewed", "approved"),
            frozen=2,
        )
    ]


def approvals(voice: Voice, seats: Sequence[Seat]) -> list[Approval]:
    """What these positions approve: by policy first, then by department. Raises `Refused`."""
    shown = by_department(voice.scene, seats)
    roles = sound_roles(voice, (role for seat in shown for role in seat.roles))
    return [*_steps(voice, shown), *_of_roles(voice, shown, roles)]


def _steps(voice: Voice, seats: Sequence[Seat]) -> Iterator[Approval]:
    scene = voice.scene
    keys = {seat.key for seat in seats}
    whole = len(keys) == len(scene.chart.seats)
    for policy_id in scene.store.record.policies:
        if policy_id not in scene.catalog.policy_ids():
            continue
        policy = scene.catalog.policy(policy_id).record
        for step in policy.steps:
            acting = [_acting(voice, party) for party in step.actor]
            if step.part != "approves" or step.status != "adopted" or not (whole or any(keys & set(found) for _, found in acting)):
                continue
            yield Approval(
                matter=voice.text(step),
                who=say(voice, "or").join(title for title, _ in acting),
                limit=step.limit,
                condition=_condition(voice, step),
                escalation=_otherwise(voice, policy, step),
                source=_source(voice, step.from_),
                group=voice.text(policy.title),
                mark=_mark(voice, step.from_),
            )


def _of_roles(voice: Voice, seats: Sequence[Seat], roles: Mapping[str, Entry[Role]]) -> Iterator[Approval]:
    store = voice.scene.store.record
    for seat in seats:
        for name in seat.roles:
            role = roles[name].record
            granted = [said for said in (role.authority.list if role.authority else ()) if decides(said)]
            for duty in role.duties:
                approves = duty.function in FUNCTIONS and duty.part in DOES and holds(duty, store) and not reviews(duty)
                # What an authority grants and a duty repeats is one matter.
                if approves and not any(same_matter(said, duty) for said in granted):
                    yield _of_role(voice, seat, duty)
            for said in granted:
                yield _of_role(voice, seat, said)


def _of_role(voice: Voice, seat: Seat, said: Statement) -> Approval:
    scene = voice.scene
    beyond = _named_beyond(voice, seat, said)
    matter = voice.text(said)
    return Approval(
        # Who decides beyond the limit has a column of its own. What a source says is printed as it says it.
        matter=matter if said.from_ else _PASSED_ON.sub("", matter),
        who=scene.title(seat.key),
        limit=None,
        condition="",
        escalation=beyond or scene.superior(seat.key) or voice.words("labels.none"),
        source=_source(voice, said.from_),
        group=voice.department(scene.department(seat)),
        mark=_mark(voice, said.from_),
    )


def _named_beyond(voice: Voice, seat: Seat, said: Text) -> str:
    """Who decides beyond the limit by the sentence itself; empty where it names nobody whom the store seats."""
    named = [found.group(found.lastgroup or 0) for text in (said.zh, said.en) if text and (found := _PASSED_ON.search(text))]
    scene = voice.scene
    for other in scene.chart.seats.values():
        called = [scene.catalog.role_head(other.position.role).record.title, *([other.position.title] if other.position.title else [])]
        titles = {text.casefold() for title in called for text in (title.zh, title.en) if text}
        if other.key != seat.key and titles & {name.casefold() for name in named}:
            return scene.title(other.key)
    return ""


def _mark(voice: Voice, citations: Citations | None) -> str:
    return "" if citations else voice.words("labels.mark")


def _source(voice: Voice, citations: Citations | None) -> str:
    """The items that something rests on, as a reader finds them: source, passage, number."""
    by_passage = groupby((item.partition("/") for item in cited(citations)), lambda parts: parts[0])
    return voice.words("layout.sheet.law-comma").join(
        _passage(voice, section, [number for _, _, number in items]) for section, items in by_passage
    )


def _passage(voice: Voice, section: str, numbers: Sequence[str]) -> str:
    source = section.partition(".")[0]
    record = voice.scene.catalog.source(source).record if source in voice.scene.catalog.source_ids() else None
    heading = next((one.heading for one in record.sections if one.id == section), "") if record else ""
    items = voice.words("layout.comma").join(numbers)
    # A catalog may cite what it does not hold; then the code is all that is known.
    if not record or not heading:
        return f"{section}/{items}"
    return say(voice, "passage", source=voice.text(record.title), heading=_ORDINAL.sub("", heading), items=items)


def _acting(voice: Voice, party: Party) -> tuple[str, list[str]]:
    """Who acts, by title, and the positions that are meant."""
    scene = voice.scene
    if party.role:
        found = [seat.key for seat in scene.chart.seats_of_role.get(party.role, [])]
        cover = scene.store.record.not_seated.get(party.role)
        key = cover if isinstance(cover, str) or cover is None else cover.position
        if not found and key in scene.chart.seats and key is not None:
            found = [key]
        return (say(voice, "or").join(scene.title(key) for key in found) or voice.party(party)), found
    if party.department:
        chiefs = [seat.key for seat in heads(scene.chart, scene.department, scene.level).get(party.department, [])]
        titles = voice.words("layout.comma").join(scene.title(key) for key in chiefs)
        said = voice.party(party)
        return say(voice, "head-of", department=said, titles=titles) if titles else said, chiefs
    return voice.party(party), []


def _condition(voice: Voice, step: Step) -> str:
    """What must hold for an approval; the question that the step itself answers is none."""
    gate = step.gate
    asks = gate is None or any(text.endswith(_QUESTION) for text in (gate.zh, gate.en) if text)
    return "" if asks else voice.text(gate)


def _otherwise(voice: Voice, policy: Policy, step: Step) -> str:
    """What follows a refusal: a step further on, or the way back to whoever did the step that is done again."""
    order = [one.id for one in policy.steps]
    if step.else_ not in order:
        return ""
    other = policy.steps[order.index(step.else_)]
    if order.index(other.id) > order.index(step.id):
        return say(voice, "if-not", text=voice.text(other))
    return say(voice, "sent-back", who=say(voice, "or").join(_acting(voice, party)[0] for party in other.actor))
