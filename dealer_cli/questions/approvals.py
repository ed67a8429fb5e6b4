"""Who may approve what, up to which amount: from the steps of policies, duties of approval, and what roles may decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dealer_cli.chart.approving import DOES, FUNCTIONS, decides, reviews
from dealer_cli.chart.heads import heads
from dealer_cli.chart.scene import Scene
from dealer_cli.model.holding import holds
from dealer_cli.model.policy import Limit, Policy, Step
from dealer_cli.model.record import record
from dealer_cli.model.role import Role
from dealer_cli.model.values import values_of
from dealer_cli.model.words import Party, Text
from dealer_cli.questions.answer import Named, Post, entity_named, filled, posts, role_named, store_named
from dealer_cli.questions.search import pattern_of, role_files, within
from dealer_cli.questions.who import covering
from dealer_cli.reading.faults import Place

ASKED = ("approves", "reviews")
"""The steps that decide, or prepare the decision."""


PARTS = ("approves", "reviews", "mentions")


@record
class Amount:
    """What is to be approved."""

    value: float | int
    """How much."""
    unit: Literal["yuan", "percent"]
    """Its unit."""


@record
class Approver:
    """Somebody who may approve."""

    kind: Literal["role", "department", "external", "unit"]
    """What is named."""
    id: str | None
    """Its id; none for a unit, which is only described."""
    title: Text
    """What it is called."""
    positions: tuple[Post, ...]
    """Its positions in the store, the heads of a department; none where it has no seat."""
    covers: bool
    """Whether the position only covers the role, which has no seat."""


@record
class Approval:
    """One sentence that lets somebody approve."""

    kind: Literal["step", "duty", "authority"]
    """A step of a policy, a duty of a role, or what a role may decide."""
    owner: Named
    """The policy or the role."""
    id: str | None
    """The step or duty."""
    part: Literal["approves", "reviews", "mentions"]
    """Whether it decides, or prepares the decision, or only mentions the matter among what a role may do."""
    text: Text
    """What it says, with the store's values."""
    approvers: tuple[Approver, ...]
    """Who; several are alternatives."""
    limit: Limit | None
    """The amount up to which the approval holds; none where no amount is stated."""
    enough: bool | None
    """Whether the limit reaches the amount asked about; null where one of them is missing, or they differ in unit."""
    gate: Text | None
    """The question that decides."""
    otherwise: Text | None
    """The step that follows a no."""
    in_force: bool
    """Whether it holds in the store: its policies are named there, and not-adopted steps never hold."""
    path: str
    """The file, by its name in the catalog."""
    line: int
    """The line in it."""


@record
class Approvals:
    """Who may approve what was asked about."""

    store: Named
    """The store."""
    asked: str
    """What was asked about."""
    amount: Amount | None
    """The amount asked about."""
    approvals: tuple[Approval, ...]
    """Every approval that is about it: those in force, and those whose limit is enough, first."""


def approvals(scene: Scene, asked: str, amount: Amount | None = None) -> Approvals:
    """Every approval that is about a text: in the step, its policy, its forms, the duty or the authority."""
    pattern = pattern_of(asked)
    found = [*_steps(scene, pattern, amount), *_of_roles(scene, pattern)]
    found.sort(key=lambda one: (not one.in_force, one.enough is False, PARTS.index(one.part), any(who.covers for who in one.approvers)))
    return Approvals(store=store_named(scene), asked=asked, amount=amount, approvals=tuple(found))


def _steps(scene: Scene, pattern: re.Pattern[str], amount: Amount | None) -> Iterator[Approval]:
    for policy_id in scene.catalog.policy_ids():
        entry = scene.catalog.policy(policy_id)
        policy = entry.record
        whole = _says(scene, pattern, policy.title)
        for i, step in enumerate(policy.steps):
            forms = (entity_named(scene.catalog, "records", record).title for record in (*step.input, *step.output))
            if step.part in ASKED and (whole or _says(scene, pattern, step, step.gate, *forms)):
                place = entry.place("steps", i)
                yield Approval(
                    kind="step",
                    owner=Named(id=policy.id, title=policy.title),
                    id=step.id,
                    part="approves" if step.part == "approves" else "reviews",
                    text=filled(scene, step),
                    approvers=tuple(_approver(scene, party) for party in step.actor),
                    limit=step.limit,
                    enough=_enough(step.limit, amount),
                    gate=filled(scene, step.gate) if step.gate else None,
                    otherwise=_otherwise(scene, policy, step),
                    in_force=policy.id in scene.store.record.policies and step.status == "adopted",
                    path=within(scene.catalog, place.path),
                    line=place.line,
                )


def _of_roles(scene: Scene, pattern: re.Pattern[str]) -> Iterator[Approval]:
    store = scene.store.record
    named = [name for name in FUNCTIONS if _function_says(scene, pattern, name)]
    ways = [pattern.pattern, *(re.escape(name) for name in named)]
    values = [values_of(store, lang) for lang in ("zh", "en")]
    for role in role_files(scene.catalog, re.compile("|".join(ways)), values):
        if role not in scene.chart.seats_of_role and covering(scene, role) is None:
            continue
        entry = scene.catalog.role(role)
        for i, duty in enumerate(entry.record.duties):
            meant = duty.function in named or (duty.function in FUNCTIONS and _says(scene, pattern, duty))
            if meant and duty.part in DOES and holds(duty, store):
                yield _of_role(scene, "duty", entry.record, duty.id, duty, entry.place("duties", i))
        for i, statement in enumerate(entry.record.authority.list if entry.record.authority else ()):
            if _says(scene, pattern, statement):
                yield _of_role(scene, "authority", entry.record, None, statement, entry.place("authority", "list", i))


def _of_role(scene: Scene, kind: Literal["duty", "authority"], role: Role, id_: str | None, text: Text, place: Place) -> Approval:
    return Approval(
        kind=kind,
        owner=Named(id=role.id, title=role.title),
        id=id_,
        part=_part(kind, text),
        text=filled(scene, text),
        approvers=(_approver(scene, Party(role=role.id)),),
        limit=None,
        enough=None,
        gate=None,
        otherwise=None,
        in_force=True,
        path=within(scene.catalog, place.path),
        line=place.line,
    )


def _part(kind: Literal["duty", "authority"], text: Text) -> Literal["approves", "reviews", "mentions"]:
    if kind == "duty":
        return "reviews" if reviews(text) else "approves"
    return "approves" if decides(text) else "mentions"


def _function_says(scene: Scene, pattern: re.Pattern[str], name: str) -> bool:
    function = scene.catalog.functions.get(name)
    return function is not None and _says(scene, pattern, function.record.title, function.record.definition)


def _says(scene: Scene, pattern: re.Pattern[str], *texts: Text | None) -> bool:
    said = (filled(scene, text) for text in texts if text)
    return any(pattern.search(words) for text in said for words in (text.zh, text.en) if words)


def _enough(limit: Limit | None, amount: Amount | None) -> bool | None:
    if limit is None or amount is None or limit.unit != amount.unit:
        return None
    return amount.value <= limit.max


def _otherwise(scene: Scene, policy: Policy, step: Step) -> Text | None:
    other = next((one for one in policy.steps if one.id == step.else_), None)
    return filled(scene, other) if other else None


def _approver(scene: Scene, party: Party) -> Approver:
    catalog, chart = scene.catalog, scene.chart
    if party.role:
        seats = chart.seats_of_role.get(party.role, [])
        cover = None if seats else covering(scene, party.role)
        found = (cover,) if cover else posts(scene, [seat.key for seat in seats])
        return Approver(kind="role", id=party.role, title=role_named(catalog, party.role).title, positions=found, covers=cover is not None)
    if party.department:
        chiefs = heads(chart, scene.department, scene.level).get(party.department, [])
        named = entity_named(catalog, "departments", party.department)
        found = posts(scene, [seat.key for seat in chiefs])
        return Approver(kind="department", id=named.id, title=named.title, positions=found, covers=False)
    if party.external:
        named = entity_named(catalog, "externals", party.external)
        return Approver(kind="external", id=named.id, title=named.title, positions=(), covers=False)
    return Approver(kind="unit", id=None, title=filled(scene, party.unit or Text()), positions=(), covers=False)
