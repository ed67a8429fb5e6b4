"""Every text, every element that can cite, and every name in use, of a whole catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.policy import Policy, PolicyRule
from dealer_cli.model.policy import Step as PolicyStep
from dealer_cli.model.references import references
from dealer_cli.model.role import Role
from dealer_cli.model.texts import texts
from dealer_cli.model.words import Citations, Text
from dealer_cli.reading.faults import Place
from dealer_cli.reading.tree import Step


@dataclass(frozen=True)
class Said:
    """A text and where it stands."""

    text: Text
    entry: Entry[Any]
    steps: tuple[Step, ...]

    @property
    def name(self) -> tuple[str, ...]:
        """What it is, by names that stay when entries change their order."""
        return (str(getattr(self.entry.record, "id", "")), *_stable(self.entry.record, self.steps))

    def place(self, *steps: Step) -> Place:
        """The place of the text, or of its wording in a language."""
        return self.entry.place(*self.steps, *steps)


def _stable(record: Any, steps: tuple[Step, ...]) -> Iterator[str]:
    """The way to a part of a record, each entry of a list called by its id, or by what it says."""
    for step in steps:
        if isinstance(step, int):
            record = record[step]
            yield _called(record) or str(step)
        else:
            record = record[step] if isinstance(record, dict) else getattr(record, step, None) or getattr(record, f"{step}_", None)
            yield step


def _called(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    return next((str(name) for key in ("id", "kpi", "clause", "role", "zh", "en") if (name := getattr(entry, key, None))), "")


def every_text(view: View) -> tuple[Said, ...]:
    """Every text of the catalog."""
    vocabularies = (view.departments, view.externals, view.clauses)
    entries = [*view.entries(), *(entry for vocabulary in vocabularies for entry in vocabulary.values())]
    return tuple(Said(text, entry, steps) for entry in entries for text, steps in texts(entry.record))


@dataclass(frozen=True)
class Element:
    """A part of a role, a policy or a vocabulary that rests on items or is proposed."""

    entry: Entry[Any]
    steps: tuple[Step, ...]
    name: str
    """What it is called: its id, else its list and place."""
    from_: Citations | None
    why: str | None
    reason: str | None
    """The reason of the list that it stands in."""

    @property
    def owner(self) -> str:
        """The id of what it is a part of."""
        return str(self.entry.record.id)

    @property
    def stable(self) -> tuple[str, ...]:
        """What it is, by names that stay when entries change their order."""
        return (self.owner, *_stable(self.entry.record, self.steps)) if self.steps else (self.owner, self.name)

    def place(self, *steps: Step) -> Place:
        """Its place, or that of something in it."""
        return self.entry.place(*self.steps, *steps)


def every_element(view: View) -> tuple[Element, ...]:
    """The elements of roles and policies, and the entries of the vocabularies that cite."""
    found: list[Element] = []
    for role in view.roles.values():
        found += _of_role(role)
    for policy in view.policies.values():
        found += _of_policy(policy)
    for vocabulary in (view.functions, view.kpis, view.systems, view.records):
        for entry in vocabulary.values():
            record: Any = entry.record
            file_why = entry.document.data.get("why")
            found.append(Element(entry, (), record.id, record.from_, record.why, file_why if isinstance(file_why, str) else None))
    return tuple(found)


def _of_role(entry: Entry[Role]) -> Iterator[Element]:
    role = entry.record
    if role.purpose:
        yield Element(entry, ("purpose",), "purpose", role.purpose.from_, role.purpose.why, None)
    for i, duty in enumerate(role.duties):
        yield Element(entry, ("duties", i), duty.id, duty.from_, duty.why, None)
    for i, clause in enumerate(role.clauses):
        yield Element(entry, ("clauses", i), clause.clause, clause.from_, clause.why, None)
    if role.kpis:
        for i, kpi in enumerate(role.kpis.list):
            yield Element(entry, ("kpis", "list", i), kpi.kpi, kpi.from_, kpi.why, role.kpis.why)
    groups: tuple[tuple[str, Any], ...] = (
        ("authority", role.authority),
        ("requirements", role.requirements),
        ("relations", role.relations),
        ("conditions", role.conditions),
    )
    for key, group in groups:
        for i, one in enumerate(group.list if group else ()):
            yield Element(entry, (key, "list", i), f"{key}/{i + 1}", one.from_, one.why, group.why)
    if role.career:
        yield Element(entry, ("career",), "career", role.career.from_, role.career.why, None)


def _of_policy(entry: Entry[Policy]) -> Iterator[Element]:
    policy = entry.record
    reason = policy.why or ("cites as a whole" if policy.from_ else None)
    if policy.purpose:
        yield Element(entry, ("purpose",), "purpose", policy.purpose.from_, policy.purpose.why, reason)
    listed: tuple[tuple[str, tuple[PolicyRule | PolicyStep, ...]], ...] = (("rules", policy.rules), ("steps", policy.steps))
    for key, parts in listed:
        for i, part in enumerate(parts):
            yield Element(entry, (key, i), part.id, part.from_, part.why, reason)


def names_in_work(view: View) -> frozenset[tuple[str, str]]:
    """Kind and name of everything that a role or a policy names."""
    entries: tuple[Entry[Any], ...] = (*view.roles.values(), *view.policies.values())
    return frozenset((kind, name) for entry in entries for kind, name, _ in references(entry.record) if kind != "item")
