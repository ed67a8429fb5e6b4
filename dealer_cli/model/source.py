"""Evidence: what the sources print, kept apart from what the catalog decides."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, record
from dealer_cli.model.words import (
    Count,
    DepartmentId,
    ExternalId,
    Id,
    ItemId,
    Line,
    RoleId,
    SectionId,
    SectionRef,
    SourceId,
    StoreId,
    Text,
)


@record
class Section:
    """A passage of a source."""

    id: SectionId
    """Its number."""
    heading: Line
    """What it is headed, as printed."""
    kind: Literal["role", "department", "policy", "plan", "narrative", "boilerplate"]
    """What it holds."""
    organisation: Id
    """Whose organisation it describes."""
    scope: Literal["in", "out"]
    """Whether the catalog answers for it."""
    items: Count
    """How many numbered statements it has."""
    store: StoreId | None = None
    """The store of the catalog that it describes."""
    role: RoleId | None = None
    """The role that it describes."""
    titles: tuple[Line, ...] = ()
    """Titles of posts that it prints."""
    reason: Text | None = None
    """Why it is out of scope, or what to know of it."""


@record
class Source:
    """sources/<id>.yaml: one document."""

    id: SourceId
    """Its number."""
    title: Text
    """What it is."""
    sections: tuple[Section, ...]
    """Its passages, in order."""


@record
class StatedLine:
    """One statement about who leads or reports to whom, exactly as printed."""

    section: SectionRef
    """Where it stands."""
    title: Line
    """The post that speaks, as printed."""
    relation: Literal["superior", "subordinates", "leads", "assists", "reports-to-inferred"]
    """What it says: a field of the header (superior, subordinates), or a sentence."""
    stated: tuple[Line, ...] = ()
    """The titles named, as printed."""
    item: ItemId | None = None
    """The item, where it is a sentence."""
    note: Line | None = None
    """What to know of the reading."""


@record
class StatedLines:
    """sources/lines.yaml."""

    lines: tuple[StatedLine, ...]
    """The stated lines, in the order of the sources."""


@record
class PrintedTitle:
    """How a printed title is read; exactly one of the readings."""

    __one_of__ = ("role", "roles", "department", "unit", "external", "generic", "no_position")

    title: Line
    """The title as printed."""
    sections: tuple[SectionRef, ...] = ()
    """Where this reading holds; none named: everywhere."""
    role: RoleId | None = None
    """A role."""
    roles: tuple[RoleId, ...] = ()
    """Several roles: the title is ambiguous, or names them together."""
    department: DepartmentId | None = None
    """A department."""
    unit: Text | None = None
    """A group of people or a body."""
    external: ExternalId | None = None
    """Somebody outside the store."""
    generic: Text | None = None
    """A superior without a name (主管领导)."""
    no_position: Text | None = None
    """Not a post; why."""


@record
class PrintedTitles:
    """sources/titles.yaml."""

    titles: tuple[PrintedTitle, ...]
    """The printed titles that no role's title or alias reads by itself."""


@record
class LeftOut:
    """Items that the catalog does not take over, for one reason."""

    items: Annotated[tuple[ItemId, ...], AtLeast(1)]
    """The items."""
    reason: Text
    """Why."""


@record
class LeftOutItems:
    """sources/left-out.yaml."""

    left_out: tuple[LeftOut, ...]
    """The items left out."""


@record
class Resolution:
    """How a contradiction of the sources is settled."""

    id: Id
    """Stable name."""
    kind: Literal[
        "claimed-not-confirmed",
        "names-not-listed",
        "two-superiors",
        "undefined-title",
        "title-variant",
        "unreadable",
        "duplicate",
        "self-reference",
    ]
    """What contradicts what."""
    sections: Annotated[tuple[SectionRef, ...], AtLeast(1)]
    """Where both sides stand."""
    titles: Annotated[tuple[Line, ...], AtLeast(1)]
    """The titles concerned, as printed."""
    decision: Text
    """What the catalog takes."""
    reason: Text
    """Why."""
    recorded: bool = False
    """Whether only the text itself shows the contradiction, and no stated line does."""


@record
class Resolutions:
    """sources/resolutions.yaml."""

    resolutions: tuple[Resolution, ...]
    """The resolutions."""
