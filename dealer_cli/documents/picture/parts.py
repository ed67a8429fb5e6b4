"""The sections of a job description as plain data: duties, indicators, requirements, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Union

from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.holding import holds, rests_on
from dealer_cli.model.phrases import target, when
from dealer_cli.model.role import Duty, Relations, Requirement, Requirements, Role, RoleIndicator, RoleIndicators, Statements
from dealer_cli.model.vocabulary import Indicator
from dealer_cli.model.words import Bounds, Statement

Value = Union[str, Sequence["Value"], Mapping[str, "Value"]]
Section = Mapping[str, Value]

_FORMULA = re.compile(r"[a-z][a-z0-9_]*|[-+*/]")
_SIGNS = {"*": " × ", "/": " ÷ ", "+": " + ", "-": " − "}


def statement(voice: Voice, said: Statement | None) -> Section:
    """One sentence; empty where there is none."""
    if said is None:
        return {"text": "", "mark": ""}
    return {"text": voice.text(said), "mark": voice.mark(said.from_)}


def statements(voice: Voice, listed: Statements | None) -> list[Section]:
    """A list of sentences."""
    return [statement(voice, said) for said in (listed.list if listed else ())]


def duties(voice: Voice, role: Role, first: int = 1) -> list[Section]:
    """The duties of a role in this store, its clauses behind them, numbered from `first`."""
    store = voice.scene.store.record
    here = [duty for duty in role.duties if holds(duty, store)]
    found = [duty_section(voice, duty) for duty in here]
    for use in (use for use in role.clauses if holds(use, store)):
        clause = voice.scene.catalog.clauses[use.clause].record
        plain = {"part": "", "frequency": "", "function": "", "records": [], "systems": []}
        found.append({"text": voice.text(clause), "mark": voice.mark(use.from_), **plain})
    return [{"no": str(no), **duty} for no, duty in enumerate(found, first)]


def duty_section(voice: Voice, duty: Duty) -> Section:
    """A duty without its number."""
    # Part, function and frequency are our classification, unless the items state them.
    classified = duty.stated or not voice.manner.sourced_only
    return {
        "text": voice.text(duty),
        "mark": voice.mark(duty.from_),
        "part": voice.words(f"labels.part.{duty.part}") if classified else "",
        "frequency": when(duty.frequency, voice.words) if classified else "",
        "function": voice.function(duty.function) if classified else "",
        "records": voice.records(duty.records),
        "systems": voice.systems(duty.systems),
    }


def indicators(voice: Voice, measured: RoleIndicators | None) -> list[Section]:
    """What the role is measured by."""
    return [_indicator(voice, use) for use in (measured.list if measured else ())]


def _indicator(voice: Voice, use: RoleIndicator) -> Section:
    indicator = voice.scene.catalog.kpis[use.kpi].record
    bounds = use.target or indicator.target
    # The items name an indicator, and now and then its target; how it is computed and weighed is ours.
    ours = not voice.manner.sourced_only
    return {
        "name": voice.text(indicator.title),
        "mark": voice.mark(use.from_),
        "definition": voice.text(indicator.definition) if ours else "",
        "formula": _formula(voice, indicator) if ours else "",
        "unit": voice.words(f"labels.unit.{indicator.unit}"),
        "direction": voice.words(f"labels.direction.{indicator.direction}") if ours else "",
        "target": target(bounds, indicator, voice.words) if bounds and (ours or rests_on(bounds.from_, voice.scene.store.record)) else "",
        "weight": f"{use.weight}%" if ours else "",
        "frequency": voice.words(f"labels.every.{indicator.frequency}") if ours else "",
        "data_source": voice.text(indicator.data_source) if ours else "",
        "scoring": voice.words(f"layout.scoring.{scoring(bounds, indicator)}") if ours else "",
    }


def scoring(bounds: Bounds | None, indicator: Indicator) -> str:
    """Which way of giving points fits an indicator and its target: the way in which the score sheet computes them.

    Without a target, which is then filled in by hand, the indicator's direction says it.
    """
    least, most = (bounds.min, bounds.max) if bounds else (None, None)
    if least is None and most is None:
        return indicator.direction
    if least is not None and most is not None:
        return "range"
    if least is not None:
        return "higher" if least > 0 else "floor"
    if most is not None and most > 0:
        return "lower"
    return "zero-percent" if indicator.unit == "percent" else "zero"


def _formula(voice: Voice, indicator: Indicator) -> str:
    """The arithmetic with its quantities called by their titles."""
    titles = {quantity.id: voice.text(quantity) for quantity in indicator.inputs}
    text = _FORMULA.sub(lambda match: _SIGNS.get(match.group()) or titles.get(match.group(), match.group()), indicator.formula or "")
    return re.sub(" {2,}", " ", text).strip()


def requirements(voice: Voice, asked: Requirements | None) -> list[Section]:
    """What a holder must bring, by kind, the kinds in the order in which they first come."""
    kinds: dict[str, list[Requirement]] = {}
    for requirement in asked.list if asked else ():
        kinds.setdefault(requirement.kind, []).append(requirement)
    return [
        {"kind": voice.words(f"labels.requirement.{kind}"), "list": [statement(voice, requirement) for requirement in group]}
        for kind, group in kinds.items()
    ]


def relations(voice: Voice, known: Relations | None) -> list[Section]:
    """Whom the role works with, and on what."""
    return [{"party": voice.party(relation.with_), **statement(voice, relation)} for relation in (known.list if known else ())]


def career(voice: Voice, role: Role) -> Section:
    """The roles before and behind this one."""
    path = role.career
    if path is None or not (path.previous or path.next):
        return {"previous": [], "next": [], "mark": ""}
    return {"previous": _titles(voice, path.previous), "next": _titles(voice, path.next), "mark": voice.mark(path.from_)}


def _titles(voice: Voice, roles: Iterable[str]) -> list[str]:
    return [voice.scene.called(role) for role in roles]


def is_marked(value: Value) -> bool:
    """Whether anything in a part of a picture carries a mark."""
    if isinstance(value, str):
        return False
    if isinstance(value, Mapping):
        return bool(value.get("mark")) or any(is_marked(part) for part in value.values())
    return any(is_marked(part) for part in value)
