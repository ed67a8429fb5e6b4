"""What a role is: purpose, duties, indicators, authority, requirements."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, record
from dealer_cli.model.words import (
    Bounds,
    Citations,
    ClauseId,
    DepartmentId,
    Frequency,
    FunctionId,
    Id,
    KpiId,
    Line,
    Party,
    RecordId,
    RoleId,
    Statement,
    StoreId,
    SystemId,
    Text,
)

Level = Literal["executive", "director", "manager", "supervisor", "specialist", "skilled", "staff"]
LEVELS: tuple[Level, ...] = ("executive", "director", "manager", "supervisor", "specialist", "skilled", "staff")
"""The levels, highest first."""

Part = Literal["accountable", "responsible", "supports", "consulted", "informed"]


@record
class ScopedAlias:
    """Another title of the role that holds in named stores only."""

    name: Line
    """The title."""
    stores: Annotated[tuple[StoreId, ...], AtLeast(1)]
    """The stores that use it."""


Alias = Line | ScopedAlias


@record
class Duty(Statement):
    """One responsibility of a role."""

    id: Id
    """Stable name, unique in the role; it survives rewording."""
    part: Part = "responsible"
    """The share in the function."""
    stated: bool = False
    """Whether the items themselves state part, function and frequency."""
    function: FunctionId | None = None
    """The business function that the duty serves."""
    frequency: tuple[Frequency, ...] = ()
    """When it is due."""
    records: tuple[RecordId, ...] = ()
    """Forms and reports that the duty fills in, keeps or reads."""
    systems: tuple[SystemId, ...] = ()
    """Systems that the duty works in."""
    stores: tuple[StoreId, ...] = ()
    """The stores in which it holds; none named: all."""


@record
class ClauseUse:
    """A clause of the catalog that this role carries."""

    clause: ClauseId
    """The clause."""
    from_: Citations | None = None
    """The items that state it for this role."""
    why: Line | None = None
    """Why it is proposed."""


@record
class RoleIndicator:
    """An indicator that the role is measured by."""

    kpi: KpiId
    """The indicator."""
    weight: Annotated[int, AtLeast(1, 100)]
    """Its share of 100."""
    target: Bounds | None = None
    """The role's own target, instead of the indicator's."""
    from_: Citations | None = None
    """The items that name it for this role."""
    why: Line | None = None
    """Why it is proposed."""


@record
class RoleIndicators:
    """The indicators of a role."""

    list: Annotated[tuple[RoleIndicator, ...], AtLeast(1)]
    """The indicators."""
    why: Line | None = None
    """Why what cites nothing is proposed."""


@record
class Statements:
    """A list of statements with one reason."""

    list: Annotated[tuple[Statement, ...], AtLeast(1)]
    """The statements."""
    why: Line | None = None
    """Why what cites nothing is proposed."""


@record
class Requirement(Statement):
    """What a holder must bring."""

    kind: Literal["education", "experience", "knowledge", "skill", "certificate", "quality"]
    """What is asked for."""


@record
class Requirements:
    """The requirements of a role."""

    list: Annotated[tuple[Requirement, ...], AtLeast(1)]
    """The requirements."""
    why: Line | None = None
    """Why what cites nothing is proposed."""


@record
class Relation(Statement):
    """Somebody whom the role works with, and on what."""

    with_: Party
    """The other side."""


@record
class Relations:
    """The working relations of a role, beside its line."""

    list: Annotated[tuple[Relation, ...], AtLeast(1)]
    """The relations."""
    why: Line | None = None
    """Why what cites nothing is proposed."""


@record
class Career:
    """The step before this role and the step after it."""

    previous: tuple[RoleId, ...] = ()
    """Roles that lead here."""
    next: tuple[RoleId, ...] = ()
    """Roles that this one leads to."""
    from_: Citations | None = None
    """The items that state it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class RoleHead:
    """What a role file says first; a look-up reads no further."""

    id: Id
    """Stable name; the file's name."""
    title: Text
    """What the role is called."""
    aliases: tuple[Alias, ...] = ()
    """Other titles of it, in any language."""
    department: DepartmentId
    """Where it usually sits."""
    level: Level
    """Its rank."""


@record
class Role(RoleHead):
    """A kind of position, whichever store it sits in."""

    purpose: Statement | None = None
    """Why the role exists, in one sentence."""
    duties: tuple[Duty, ...] = ()
    """What it does."""
    clauses: tuple[ClauseUse, ...] = ()
    """Clauses that the catalog words once for many roles."""
    kpis: RoleIndicators | None = None
    """What it is measured by."""
    authority: Statements | None = None
    """What it may decide."""
    requirements: Requirements | None = None
    """What its holder must bring."""
    relations: Relations | None = None
    """Whom it works with."""
    career: Career | None = None
    """Where it comes from and leads to."""
    conditions: Statements | None = None
    """Working conditions: hours, place, hazards."""
