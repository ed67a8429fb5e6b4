"""Which seat needs which certificate: by law, and by what roles ask of their holders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dealer_cli.chart.scene import Scene
from dealer_cli.chart.statutory import asked_for, carriers
from dealer_cli.model.catalog import NotFound
from dealer_cli.model.holding import rests_on
from dealer_cli.model.record import record
from dealer_cli.model.words import Law, Text
from dealer_cli.questions.answer import Named, Post, filled, posts, role_named, store_named
from dealer_cli.questions.search import role_files, within


@record
class Certificate:
    """A certificate that is asked of a seat."""

    kind: Literal["law", "requirement"]
    """Whether law asks for it, or the role."""
    owner: Named
    """What law calls the position, or the role that asks."""
    certificate: Text
    """What is asked for."""
    positions: tuple[Post, ...]
    """The seats: by law, those that can carry the position, the usual one first; one of them must."""
    holds: Literal["yes", "unknown"]
    """Whether the provision holds for the store; unknown where the store does not say its size or class."""
    law: tuple[Law, ...]
    """What law says, and whether the official text was seen."""
    sourced: bool
    """Whether an item of a source states it; what law asks for is not."""
    path: str
    """The file, by its name in the catalog."""
    line: int
    """The line in it."""


@record
class Certificates:
    """The certificates that a store, or a role in it, needs."""

    store: Named
    """The store."""
    role: Named | None
    """The role asked about; none: all seats."""
    certificates: tuple[Certificate, ...]
    """The certificates, those of law first."""


def certificates(scene: Scene, name: str | None = None) -> Certificates:
    """The certificates of all seats, or of one role's. Raises `NotFound` and `Ambiguous`."""
    role = scene.find(name)[0] if name else None
    if role and scene.catalog.role_path(role) is None:
        raise NotFound(role, ())
    return Certificates(
        store=store_named(scene),
        role=role_named(scene.catalog, role) if role else None,
        certificates=(*_by_law(scene, role), *_by_roles(scene, role)),
    )


def _by_law(scene: Scene, role: str | None) -> Iterator[Certificate]:
    for entry in scene.catalog.statutory.values():
        position = entry.record
        holds = asked_for(position.when, scene.store.record)
        if position.certificate is None or holds is False or (role and role not in position.roles):
            continue
        place = entry.place("certificate")
        yield Certificate(
            kind="law",
            owner=Named(id=position.id, title=position.title),
            certificate=position.certificate,
            positions=posts(scene, list(dict.fromkeys(seat.key for seat in carriers(position, scene.chart)))),
            holds="yes" if holds else "unknown",
            law=position.law,
            sourced=False,
            path=within(scene.catalog, place.path),
            line=place.line,
        )


def _by_roles(scene: Scene, role: str | None) -> Iterator[Certificate]:
    asking = [role] if role else role_files(scene.catalog, re.compile("certificate"))
    for one in asking:
        seats = scene.chart.seats_of_role.get(one, [])
        if not seats and not role:
            continue
        entry = scene.catalog.role(one)
        for i, requirement in enumerate(entry.record.requirements.list if entry.record.requirements else ()):
            if requirement.kind == "certificate":
                place = entry.place("requirements", "list", i)
                yield Certificate(
                    kind="requirement",
                    owner=role_named(scene.catalog, one),
                    certificate=filled(scene, requirement),
                    positions=posts(scene, [seat.key for seat in seats]),
                    holds="yes",
                    law=(),
                    sourced=rests_on(requirement.from_, scene.store.record),
                    path=within(scene.catalog, place.path),
                    line=place.line,
                )
