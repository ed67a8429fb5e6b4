"""Which duties of a role a posting prints: those that the opening names, or the main ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dealer_cli.documents.picture.parts import duties as all_duties
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.catalog import Entry
from dealer_cli.model.decode import nearest
from dealer_cli.model.holding import holds
from dealer_cli.model.opening import Opening
from dealer_cli.model.role import Duty, Role
from dealer_cli.reading.faults import Fault, Param, Refused

MOST = 8
"""Duties that a posting prints unasked: who reads it on a phone wants the work at a glance; a role has up to 35."""

OWN = ("accountable", "responsible")
"""The parts in a function by which the work is the role's own."""


class Chosen(NamedTuple):
    """The duties of a posting."""

    texts: list[str]
    whole: bool
    """Whether nothing was left out."""


def choice(voice: Voice, role: Role) -> list[Duty]:
    """The duties that an opening may name: those that hold in the store."""
    return [duty for duty in role.duties if holds(duty, voice.scene.store.record)]


def chosen(voice: Voice, role: Role, terms: Entry[Opening]) -> Chosen:
    """What is printed. Raises `Refused` for a duty that the role does not have in the store."""
    opening = terms.record
    told = all_duties(voice, role)
    texts = [str(one["text"]) for one in told]
    # The clauses of the house stand behind the duties of the role.
    here = choice(voice, role)
    by_id = {duty.id: texts[place] for place, duty in enumerate(here)}
    if opening.duties == "all" or (opening.duties is None and len(texts) <= MOST):
        return Chosen(texts, whole=True)
    if opening.duties is None:
        return Chosen([by_id[duty.id] for duty in main(here)], whole=False)
    if faults := [_unknown(terms, at, role, tuple(by_id)) for at, name in enumerate(opening.duties) if name not in by_id]:
        raise Refused(faults)
    found = [by_id[name] for name in dict.fromkeys(opening.duties)]
    return Chosen(found, whole=len(found) == len(texts))


def main(duties: Sequence[Duty]) -> list[Duty]:
    """The first of a role's own duties, in the role's order: a role says first what it is there for."""
    own = sorted(duties, key=lambda duty: duty.part not in OWN)[:MOST]
    return [duty for duty in duties if duty in own]


def _unknown(terms: Entry[Opening], at: int, role: Role, known: tuple[str, ...]) -> Fault:
    name = (terms.record.duties or ())[at]
    params: dict[str, Param] = {"value": name, "choices": known, "nearest": nearest(name, known)}
    return Fault("S004", terms.place("duties", at), params, entities=(role.id, name))
