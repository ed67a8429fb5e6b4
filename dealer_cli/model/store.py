"""What a store is: its positions, who reports to whom, who is accountable for what."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, record
from dealer_cli.model.words import (
    Citations,
    Count,
    DepartmentId,
    ExternalId,
    FunctionId,
    Id,
    Line,
    PolicyId,
    PositionId,
    RoleId,
    SectionRef,
    StoreId,
    Text,
)


@record
class ExternalSuperior:
    """A superior outside the store."""

    external: ExternalId
    """The board, the owner, the group."""


Superior = PositionId | ExternalSuperior


@record
class DottedLine:
    """A second line, with its reason."""

    position: PositionId
    """The other superior."""
    from_: Citations | None = None
    """The items that state it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class HeldRole:
    """A role held together with the position's own."""

    role: RoleId
    """The role."""
    seats: Annotated[int, AtLeast(1, 1000)] | None = None
    """On how many of the seats; none named: all of them."""
    from_: Citations | None = None
    """The items that state it."""
    why: Line | None = None
    """Why it is proposed."""


@record
class Position:
    """A role placed in a store."""

    role: RoleId
    """What the position is."""
    id: Id | None = None
    """Its name in the store, where the role sits there twice; else the role's id."""
    number: Line | None = None
    """The post number that documents print, such as XS-07."""
    title: Text | None = None
    """What this store calls it, where it differs from the role's title."""
    department: DepartmentId | None = None
    """Where it sits, where it differs from the role's department."""
    reports_to: Superior | None = None
    """The position it reports to, or somebody outside."""
    also_reports_to: tuple[PositionId | DottedLine, ...] = ()
    """Dotted lines."""
    headcount: Annotated[int, AtLeast(1, 10000)] | Literal["unknown"] = 1
    """How many people; `unknown` where a source says 若干."""
    contracted: bool = False
    """Whether an outside firm supplies them."""
    also_holds: tuple[RoleId | HeldRole, ...] = ()
    """Roles that the same person holds."""
    deputy: PositionId | None = None
    """The position that stands in."""
    from_: Citations | None = None
    """The items that state the position or its line."""
    why: Line | None = None
    """Why the position or its line is proposed, or runs outside its department."""

    @property
    def key(self) -> str:
        """The position's name in its store."""
        return self.id or self.role


@record
class Size:
    """How large a store is; what law asks for depends on it."""

    employees: Count | None = None
    """People, contracted ones included."""
    new_cars: Count | None = None
    """New cars a year."""
    repair_orders: Count | None = None
    """Repair orders a month."""
    repair_class: Literal[1, 2, 3] | None = None
    """Class of repair firm."""


Business = Literal["new-cars", "used-cars", "service", "body-paint", "insurance", "new-energy"]


@record
class CoveredBy:
    """Who does the work of a role that the store does not seat."""

    position: PositionId
    """The position."""
    why: Line | None = None
    """Why the role has no seat."""


@record
class Store:
    """One organisation."""

    id: Id
    """Stable name; the file's name."""
    title: Text
    """What it is called."""
    description: Text | None = None
    """What kind of store it is."""
    based_on: StoreId | None = None
    """The store that this one began as: duties and titles that hold there hold here too."""
    sections: tuple[SectionRef, ...] = ()
    """The sections of the sources that describe it."""
    business: tuple[Business, ...] = ()
    """What it does."""
    size: Size | None = None
    """How large it is."""
    values: dict[Id, Line | Text] = {}
    """Names of brand and products that texts mention as `$key`."""
    policies: tuple[PolicyId, ...] = ()
    """The policies that hold here."""
    positions: Annotated[tuple[Position, ...], AtLeast(1)]
    """The positions."""
    accountable: dict[FunctionId, PositionId] = {}
    """Function to the one position that answers for it."""
    not_seated: dict[RoleId, PositionId | CoveredBy] = {}
    """Roles of the inventory without a seat, and who covers them."""
