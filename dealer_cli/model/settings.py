"""catalog.yaml and waivers.yaml: what holds for a whole catalog."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, Form, record
from dealer_cli.model.words import Date, Line, StoreId, Text

Version = Annotated[str, Form("version", r"V?[0-9]+(?:\.[0-9]+)*", "V1.0")]


@record
class DocumentControl:
    """What the footer of a document prints."""

    prefix: Line
    """Letters that a document number begins with."""
    version: Version
    """The issue."""
    effective: Date
    """The day from which it holds."""


@record
class Limits:
    """Bounds that checks compare with."""

    span: Annotated[int, AtLeast(1, 1000)] = 12
    """People who report to one holder of a position."""
    depth: Annotated[int, AtLeast(1, 100)] = 7
    """Levels from the root down."""


CodePrefix = Annotated[str, Form("code", "[A-Z][0-9]{0,3}", "O003")]
"""A rule's code, or the beginning of several."""


@record
class Checks:
    """Which rules `dealer check` runs where the command line does not say."""

    profile: Literal["min", "standard", "strict"] = "standard"
    """How much is judged."""
    ignore: tuple[CodePrefix, ...] = ()
    """Codes, or beginnings of codes, of rules that do not run."""


@record
class Settings:
    """catalog.yaml."""

    name: Text
    """What the catalog is called."""
    version: Version
    """Its version."""
    extends: Literal["builtin"] | None = None
    """The catalog that this one adds to."""
    default_store: StoreId | None = None
    """The store that a question is about when none is named."""
    languages: Annotated[tuple[Literal["zh", "en"], ...], AtLeast(1)] = ("zh", "en")
    """The languages that every text must have; the first is that of documents."""
    documents: DocumentControl | None = None
    """Numbers and dates of documents."""
    limits: Limits = Limits()
    """Bounds for checks."""
    checks: Checks = Checks()
    """Rules that run."""


@record
class Waiver:
    """A finding that is accepted."""

    code: Annotated[str, Form("code", "[A-Z][0-9]{3}", "O003")]
    """The rule."""
    entity: Annotated[tuple[Line, ...], AtLeast(1)]
    """What the finding is about."""
    reason: Line
    """Why it is accepted."""
    approver: Line
    """Which position accepted it."""
    until: Date
    """The last day on which it holds."""


@record
class Waivers:
    """waivers.yaml."""

    waivers: tuple[Waiver, ...]
    """The waivers."""
