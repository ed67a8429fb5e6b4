"""Policies and workflows: rules, and steps with gates."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, record
from dealer_cli.model.words import (
    Citations,
    Frequency,
    FunctionId,
    Id,
    KpiId,
    Line,
    Party,
    RecordId,
    Statement,
    StepId,
    SystemId,
    Text,
)


@record
class PolicyRule(Statement):
    """One rule of a policy."""

    id: Id
    """Stable name, unique in the policy."""
    status: Literal["adopted", "not-adopted"] = "adopted"
    """A rule that should not be adopted is recorded with its reason in `why`."""
    party: tuple[Party, ...] = ()
    """Who must follow or do it."""
    function: FunctionId | None = None
    """The function that it serves."""
    frequency: tuple[Frequency, ...] = ()
    """When it is due."""
    records: tuple[RecordId, ...] = ()
    """Forms that it names."""
    systems: tuple[SystemId, ...] = ()
    """Systems that it names."""
    kpis: tuple[KpiId, ...] = ()
    """Indicators that it names."""


@record
class Limit:
    """An amount up to which a step may decide."""

    max: float | int
    """The most."""
    unit: Literal["yuan", "percent"]
    """Its unit."""


@record
class Step(Statement):
    """One step of a workflow."""

    id: Id
    """Stable name, unique in the policy."""
    actor: Annotated[tuple[Party, ...], AtLeast(1)]
    """Who does it; several are alternatives (either may)."""
    part: Literal["does", "reviews", "approves", "informed"] = "does"
    """What kind of step it is."""
    input: tuple[RecordId, ...] = ()
    """Forms that it needs."""
    output: tuple[RecordId, ...] = ()
    """Forms that it makes."""
    systems: tuple[SystemId, ...] = ()
    """Systems that it works in."""
    deadline: tuple[Frequency, ...] = ()
    """When it is due."""
    gate: Text | None = None
    """A question that decides where the flow goes."""
    then: StepId | None = None
    """The step after a yes, or after this one where there is no gate; none named: the next in the list."""
    else_: StepId | None = None
    """The step after a no."""
    limit: Limit | None = None
    """The amount up to which an approval holds."""
    status: Literal["adopted", "not-adopted"] = "adopted"
    """A step that should not be adopted is recorded with its reason in `why`."""


@record
class Policy:
    """A rule of the company, with or without a role."""

    id: Id
    """Stable name; the file's name."""
    title: Text
    """What it is called."""
    kind: Literal["policy", "workflow", "standard", "plan"]
    """What it is."""
    owner: Party | None = None
    """Who keeps it."""
    function: FunctionId | None = None
    """The function that it serves."""
    purpose: Statement | None = None
    """What it is for."""
    rules: tuple[PolicyRule, ...] = ()
    """Its rules."""
    steps: tuple[Step, ...] = ()
    """Its steps, in order."""
    from_: Citations | None = None
    """Items that the policy as a whole rests on."""
    why: Line | None = None
    """Why what cites nothing is proposed."""
