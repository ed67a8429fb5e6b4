"""One thing of the catalog, whole: what it is, what it names, and where it is used."""

from __future__ import annotations

from typing import Literal

from dealer_cli.model.external import External
from dealer_cli.model.policy import Policy
from dealer_cli.model.record import record
from dealer_cli.model.role import Role
from dealer_cli.model.store import Store
from dealer_cli.model.vocabulary import Department, Function, Indicator, Record, System
from dealer_cli.model.words import Bounds, Text
from dealer_cli.questions.answer import Named, Post
from dealer_cli.questions.shares import Covered
from dealer_cli.questions.tree import Branch, People
from dealer_cli.questions.uses import Use


@record
class Mention(Named):
    """Something that a record names, with its title."""

    kind: str
    """What it is."""


@record
class ShownRole:
    """A role."""

    kind: Literal["role"] = "role"
    store: Named
    """The store whose seats and values it is shown with."""
    values: dict[str, Text]
    """The store's values that texts mention as `$key`."""
    role: Role
    """The role, as its file has it."""
    duties_here: tuple[str, ...]
    """The duties that hold in the store."""
    seats: tuple[Post, ...]
    """Its positions in the store."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownPolicy:
    """A policy."""

    kind: Literal["policy"] = "policy"
    store: Named
    """The store whose values it is shown with."""
    values: dict[str, Text]
    """The store's values that texts mention as `$key`."""
    in_force: bool
    """Whether the store names it."""
    policy: Policy
    """The policy, as its file has it."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class Carrier:
    """A role that an indicator measures."""

    role: Named
    """The role."""
    weight: int
    """Its share of 100."""
    target: Bounds | None
    """The role's own target, else the indicator's."""
    own_target: bool
    """Whether the target is the role's own."""
    seats: tuple[Post, ...]
    """The role's positions in the store."""


@record
class ShownIndicator:
    """An indicator."""

    kind: Literal["kpi"] = "kpi"
    store: Named
    """The store whose positions are named."""
    indicator: Indicator
    """The indicator, as its file has it."""
    carriers: tuple[Carrier, ...]
    """Who is measured by it, the heaviest weight first."""
    uses: tuple[Use, ...]
    """Rules that name it."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownRecord:
    """A form or report."""

    kind: Literal["record"] = "record"
    record: Record
    """The form, as its file has it."""
    uses: tuple[Use, ...]
    """Duties, rules and steps that fill it in, keep it or read it."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownSystem:
    """A system."""

    kind: Literal["system"] = "system"
    store: Named
    """The store whose product is named."""
    product: Text | None
    """What the system is called in the store."""
    system: System
    """The system, as its file has it."""
    uses: tuple[Use, ...]
    """Duties, rules, steps, records and indicators that need it."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownFunction:
    """A function."""

    kind: Literal["function"] = "function"
    store: Named
    """The store in which it is covered."""
    function: Function
    """The function, as its file has it."""
    covered: Covered
    """Who covers it in the store."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownDepartment:
    """A department."""

    kind: Literal["department"] = "department"
    store: Named
    """The store."""
    department: Department
    """The department, as its file has it."""
    heads: tuple[Post, ...]
    """Its head in the store; two are a tie."""
    positions: tuple[Branch, ...]
    """Its positions."""
    people: People
    """How many people."""


@record
class DepartmentCount:
    """A department of a store."""

    department: Named
    """The department."""
    heads: tuple[Post, ...]
    """Its head; two are a tie."""
    people: People
    """How many people."""


@record
class ShownStore:
    """A store."""

    kind: Literal["store"] = "store"
    store: Store
    """The store, as its file has it."""
    people: People
    """How many people."""
    departments: tuple[DepartmentCount, ...]
    """Its departments."""
    mentions: tuple[Mention, ...]
    """The titles of what it names."""


@record
class ShownExternal:
    """Somebody outside the store."""

    kind: Literal["external"] = "external"
    store: Named
    """The store."""
    external: External
    """Who it is, as its file has it."""
    reports: tuple[Post, ...]
    """The positions that report to it."""
    uses: tuple[Use, ...]
    """Roles and policies that deal with it."""


Shown = ShownRole | ShownPolicy | ShownIndicator | ShownRecord | ShownSystem | ShownFunction | ShownDepartment | ShownStore | ShownExternal
