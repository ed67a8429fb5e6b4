"""`approvals`: 审批权限表, who approves what, up to which amount, and who decides beyond it.

From three places: steps that approve in the policies that hold in the store, duties of the approval
functions, and what roles may decide. Amounts that no step states are for the house to write in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dealer_cli.chart.approving import DOES, FUNCTIONS, decides, reviews, same_matter
from dealer_cli.chart.heads import heads
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import by_department, column, control, control_facts, say, signed, source, store_heading, store_title
from dealer_cli.documents.sheets.table import Content, Input, Row, Sheet, filled
from dealer_cli.model.catalog import Entry
from dealer_cli.model.holding import holds
from dealer_cli.model.policy import Limit, Policy, Step
from dealer_cli.model.role import Role
from dealer_cli.model.words import Citations, Party, Text


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


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """One table of everything that these positions approve."""
    columns = (
        column(voice, "no", 12, kind="count"),
        column(voice, "matter", 52),
        column(voice, "who", 22),
        column(voice, "limit", 13, kind="number"),
        column(voice, "limit_unit", 7, centred=True),
        column(voice, "condition", 22),
        column(voice, "escalation", 24),
        column(voice, "source", 14),
    )
    rows: list[Row] = []
    group = ""
    for no, approval in enumerate(approvals(voice, seats), 1):
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
            "source": approval.source,
        }
        rows.append(filled(cells, columns))
    own = control(voice, "AUTH")
    return [
        Sheet(
            id="approvals",
            tab=say(voice, "title.approvals"),
            title=store_heading(voice, "approvals"),
            store=store_title(voice.scene),
            control=own,
            columns=columns,
            rows=tuple(rows),
            facts=control_facts(own, voice),
            notes=(say(voice, "note.approvals"),),
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
                condition=voice.text(step.gate),
                escalation=_otherwise(voice, policy, step),
                source=source(voice, step.from_),
                group=voice.text(policy.title),
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
                    yield _of_role(voice, seat, duty, duty.from_)
            for said in granted:
                yield _of_role(voice, seat, said, said.from_)


def _of_role(voice: Voice, seat: Seat, said: Text, citations: Citations | None) -> Approval:
    scene = voice.scene
    return Approval(
        matter=voice.text(said),
        who=scene.title(seat.key),
        limit=None,
        condition="",
        escalation=scene.superior(seat.key) or voice.words("labels.none"),
        source=source(voice, citations),
        group=voice.department(scene.department(seat)),
    )


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


def _otherwise(voice: Voice, policy: Policy, step: Step) -> str:
    other = next((one for one in policy.steps if one.id == step.else_), None)
    return say(voice, "if-not", text=voice.text(other)) if other else ""
