"""A role as the sources state it: without what we propose, and without our classification."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from dealer_cli.model.holding import rests_on
from dealer_cli.model.role import Duty, Role
from dealer_cli.model.store import Store
from dealer_cli.model.words import Citations

L = TypeVar("L", bound=Any)


def sourced_only(role: Role, store: Store | None = None) -> Role:
    """The role with only what cites an item; of a store with sections, only an item of these.

    Part, function and frequency of a duty stay only where they are stated.
    """

    def kept(citations: Citations | None) -> bool:
        return bool(citations) if store is None else rests_on(citations, store)

    return dataclasses.replace(
        role,
        purpose=role.purpose if role.purpose and kept(role.purpose.from_) else None,
        duties=tuple(duty_as_stated(duty) for duty in role.duties if kept(duty.from_)),
        clauses=tuple(use for use in role.clauses if kept(use.from_)),
        kpis=_listed(role.kpis, kept),
        authority=_listed(role.authority, kept),
        requirements=_listed(role.requirements, kept),
        relations=_listed(role.relations, kept),
        career=role.career if role.career and kept(role.career.from_) else None,
        conditions=_listed(role.conditions, kept),
    )


def duty_as_stated(duty: Duty) -> Duty:
    """A duty without our classification, unless its items state it."""
    return duty if duty.stated else dataclasses.replace(duty, part="responsible", function=None, frequency=())


def _listed(group: L | None, kept: Callable[[Citations | None], bool]) -> L | None:
    """A list with its sourced entries; None where nothing is left."""
    entries = tuple(entry for entry in group.list if kept(entry.from_)) if group else ()
    return dataclasses.replace(group, list=entries) if group and entries else None
