"""The vocabularies: departments, functions, indicators, systems, records, externals, clauses, separation, law."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, Form, record
from dealer_cli.model.store import Business
from dealer_cli.model.words import (
    Bounds,
    Citations,
    Count,
    Every,
    Frequency,
    FunctionId,
    Id,
    Law,
    Line,
    RoleId,
    Statement,
    SystemId,
    Text,
)


@record
class Department:
    """A part of a store."""

    id: Id
    """Stable name."""
    code: Annotated[str, Form("code", "[A-Z]{2,3}", "XS")]
    """Letters that post numbers begin with."""
    title: Text
    """What it is called."""
    aliases: tuple[Line, ...] = ()
    """Other names of it."""


@record
class Departments:
    """departments.yaml, in the order in which documents print them."""

    departments: tuple[Department, ...]
    """The departments."""


@record
class Function:
    """A business function or a control that a store must cover."""

    id: Id
    """Stable name."""
    title: Text
    """What it is called."""
    kind: Literal["business", "control"]
    """Whether it makes the business or watches it."""
    definition: Text | None = None
    """What belongs to it."""
    accountable: RoleId | None = None
    """The role that usually answers for it."""
    responsible: tuple[RoleId, ...] = ()
    """The roles that usually do it."""
    supports: tuple[RoleId, ...] = ()
    """The roles that usually help."""
    handles: tuple[Literal["money", "keys", "personal-data", "goods", "seals", "hazardous"], ...] = ()
    """What passes through the hands of those who do it."""
    law: tuple[Law, ...] = ()
    """What law asks for it."""
    from_: Citations | None = None
    """Items that show it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class Functions:
    """functions.yaml."""

    why: Line | None = None
    """Why what cites nothing is proposed."""
    functions: tuple[Function, ...]
    """The functions."""


@record
class FormulaInput(Text):
    """A quantity that a formula names."""

    id: Annotated[str, Form("name", "[a-z][a-z0-9_]*", "cars_delivered")]
    """The name in the formula."""


@record
class Indicator:
    """A KPI."""

    id: Id
    """Stable name."""
    title: Text
    """What it is called."""
    definition: Text | None = None
    """What it measures."""
    unit: Literal[
        "percent", "count", "cars", "orders", "people", "days", "hours", "minutes", "yuan", "points", "times", "ratio", "people-per-car"
    ]
    """The unit of its value."""
    direction: Literal["higher", "lower", "range"]
    """Which way is better."""
    frequency: Every
    """How often it is measured."""
    formula: Line | None = None
    """Arithmetic over the inputs: + - * / and brackets; percent is the ratio itself, not times 100."""
    inputs: tuple[FormulaInput, ...] = ()
    """The quantities that the formula names."""
    data_source: Text | None = None
    """Where the figures come from."""
    system: SystemId | None = None
    """The system that holds them."""
    supplied_by: RoleId | None = None
    """The role that supplies the figure; never one that is scored by it."""
    target: Bounds | None = None
    """What is usually good."""
    from_: Citations | None = None
    """Items that name it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class Indicators:
    """kpis.yaml."""

    why: Line | None = None
    """Why what cites nothing is proposed."""
    kpis: tuple[Indicator, ...]
    """The indicators."""


@record
class System:
    """A computer system by what it does; its product name is a store's value."""

    id: Id
    """Stable name."""
    title: Text
    """What it is called."""
    aliases: tuple[Line, ...] = ()
    """Product names and short forms."""
    definition: Text | None = None
    """What it is for."""
    value: Id | None = None
    """The store's value that holds the product name."""
    from_: Citations | None = None
    """Items that name it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class Systems:
    """systems.yaml."""

    why: Line | None = None
    """Why what cites nothing is proposed."""
    systems: tuple[System, ...]
    """The systems."""


@record
class Record:
    """A named form, list or report."""

    id: Id
    """Stable name."""
    title: Text
    """What it is called; in 《》 where the source prints it so."""
    aliases: tuple[Line, ...] = ()
    """Other names of it."""
    keeper: RoleId | None = None
    """The role that keeps it."""
    frequency: tuple[Frequency, ...] = ()
    """When it is made."""
    system: SystemId | None = None
    """The system that it is kept in."""
    from_: Citations | None = None
    """Items that name it."""
    why: Line | None = None
    """Why it, or its keeper, is proposed."""


@record
class Records:
    """records.yaml."""

    why: Line | None = None
    """Why what cites nothing is proposed."""
    records: tuple[Record, ...]
    """The records."""


@record
class Clause(Text):
    """A sentence that many roles carry in the same words."""

    id: Id
    """Stable name."""


@record
class Clauses:
    """clauses.yaml."""

    clauses: tuple[Clause, ...]
    """The clauses."""


@record
class Separation:
    """Two groups of functions that one person must not be responsible for."""

    id: Id
    """Stable name."""
    functions: Annotated[tuple[FunctionId, ...], AtLeast(1)]
    """The one side."""
    never_with: Annotated[tuple[FunctionId, ...], AtLeast(1)]
    """The other side."""
    scope: Annotated[tuple[Literal["role", "holder", "superior"], ...], AtLeast(1)]
    """Where it is judged: in a role, in one holder of several, in a superior of the other side."""
    severity: Literal["error", "warning"]
    """How a breach is reported."""
    reason: Text
    """What could happen."""
    control: Text | None = None
    """What helps where the two cannot be kept apart."""
    law: tuple[Law, ...] = ()
    """What law says."""


@record
class Segregation:
    """segregation.yaml."""

    separations: tuple[Separation, ...]
    """The incompatible duties."""


@record
class When:
    """The stores that a provision holds for."""

    employees_over: Count | None = None
    """More people than this."""
    employees_at_most: Count | None = None
    """Not more people than this."""
    business: tuple[Business, ...] = ()
    """Stores that do one of these."""
    repair_class: tuple[Literal[1, 2, 3], ...] = ()
    """Classes of repair firm."""


@record
class StatutoryPosition:
    """A position or an appointment that law asks for."""

    id: Id
    """Stable name."""
    title: Text
    """What law calls it."""
    roles: Annotated[tuple[RoleId, ...], AtLeast(1)]
    """The roles that can carry it, the usual one first."""
    when: When | None = None
    """The stores that need it; none named: all."""
    certificate: Text | None = None
    """The certificate that its holder needs."""
    law: Annotated[tuple[Law, ...], AtLeast(1)]
    """What law says."""
    duty: Statement | None = None
    """What it must do."""


@record
class Statutory:
    """statutory.yaml."""

    positions: tuple[StatutoryPosition, ...]
    """The positions."""
