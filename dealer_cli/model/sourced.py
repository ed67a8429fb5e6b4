"""A role as the sources state it: without what we propose, and without our classification."""

from __future__ import annotations

import dataclasses
from typing import TypeVar

from dealer_cli.model.role import Duty, Role, RoleIndicators
from dealer_cli.model.words import Statement

S = TypeVar("S", bound=Statement)


def sourced_only(role: Role) -> Role:
    """The role with only what cites an item; part, function and frequency only where they are stated."""
    return dataclasses.replace(
        role,
        purpose=role.purpose if role.purpose and role.purpose.from_ else None,
        duties=tuple(duty_as_stated(duty) for duty in role.duties if duty.from_),
        clauses=tuple(use for use in role.clauses if use.from_),
        kpis=_indicators(role.kpis),
        authority=dataclasses.replace(role.authority, list=kept) if role.authority and (kept := _cited(role.authority.list)) else None,
        requirements=dataclasses.replace(role.requirements, list=kept_requirements)
        if role.requirements and (kept_requirements := _cited(role.requirements.list))
        else None,
        relations=dataclasses.replace(role.relations, list=kept_relations)
        if role.relations and (kept_relations := _cited(role.relations.list))
        else None,
        career=role.career if role.career and role.career.from_ else None,
        conditions=dataclasses.replace(role.conditions, list=kept_conditions)
        if role.conditions and (kept_conditions := _cited(role.conditions.list))
        else None,
    )


def duty_as_stated(duty: Duty) -> Duty:
    """A duty without our classification, unless its items state it."""
    return duty if duty.stated else dataclasses.replace(duty, part="responsible", function=None, frequency=())


def _cited(statements: tuple[S, ...]) -> tuple[S, ...]:
    return tuple(statement for statement in statements if statement.from_)


def _indicators(indicators: RoleIndicators | None) -> RoleIndicators | None:
    kept = tuple(indicator for indicator in indicators.list if indicator.from_) if indicators else ()
    return dataclasses.replace(indicators, list=kept) if indicators and kept else None
