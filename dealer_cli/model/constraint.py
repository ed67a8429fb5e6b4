"""Constraints: what the owner of a catalog wants to hold in its stores, as data."""

from typing import Annotated

from dealer_cli.model.record import AtLeast, record
from dealer_cli.model.words import FunctionId, Id, Line, RoleId, StoreId


@record
class NeverTogether:
    """What one holder must not have together; exactly one of the keys."""

    __one_of__ = ("roles", "functions")

    roles: Annotated[tuple[RoleId, ...], AtLeast(2)] | None = None
    """Roles of which one person holds at most one."""
    functions: Annotated[tuple[FunctionId, ...], AtLeast(2)] | None = None
    """Functions of which one person is responsible for at most one."""


@record
class MustHave:
    """A role that a store must seat."""

    role: RoleId
    """The role."""
    at_least: Annotated[int, AtLeast(1, 10000)] = 1
    """How many people, those who hold it beside another role included."""


@record
class AtMost:
    """A role that a store must not seat more often."""

    role: RoleId
    """The role."""
    count: Annotated[int, AtLeast(0, 10000)]
    """How many people at most."""


@record
class MustReportTo:
    """A line that must run."""

    role: RoleId
    """Who reports."""
    superior: RoleId
    """To whom."""
    direct: bool = True
    """Whether as the next superior; false: anywhere up the chain."""


@record
class Constraint:
    """A condition that a store must meet; exactly one of the four kinds."""

    __one_of__ = ("never_together", "must_have", "at_most", "must_report_to")

    id: Id
    """Stable name."""
    never_together: NeverTogether | None = None
    """What one holder must not have together."""
    must_have: MustHave | None = None
    """A role that must be seated."""
    at_most: AtMost | None = None
    """A role that must not be seated more often."""
    must_report_to: MustReportTo | None = None
    """A line that must run."""
    stores: tuple[StoreId, ...] = ()
    """The stores that it holds for; none named: all."""
    reason: Line
    """Why it must hold."""


@record
class Constraints:
    """constraints.yaml."""

    constraints: tuple[Constraint, ...]
    """The constraints."""
