"""catalog.yaml and waivers.yaml: what holds for a whole catalog."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, Form, record
from dealer_cli.model.words import Date, Line, StoreId, Text

Version = Annotated[str, Form("version", r"V?[0-9]+(?:\.[0-9]+)*", "V1.0")]

Issue = Annotated[str, Form("issue", r"V?[0-9]+(?:\.[0-9]+)*|[A-Z]/[0-9]+", "V1.0")]
"""V1.0, or as quality manuals count: A/0, A/1, B/0."""

FileName = Annotated[
    str,
    Form(
        "file name",
        r"(?:[^$/\\:*?\"<>|\x00-\x1f]|\$(?:number|title|version|department|layout|name|lang|prefix)(?![a-z]))+",
        "$number $title $version",
    ),
]
"""What files of documents are called; `$number` and its like stand for fields of the document."""


@record
class DocumentControl:
    """What the footer of a document prints."""

    prefix: Line
    """Letters that a document number begins with."""
    version: Issue
    """The issue: V1.0, or A/0."""
    effective: Date
    """The day from which it holds."""
    file_name: FileName | None = None
    """What a document's file is called, without its end; else its number, title and kind."""


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


LogoPath = Annotated[
    str, Form("logo", r"(?!/)(?!.*(?:^|/)\.{1,2}(?:/|$))[^\\:*?\"<>|]+\.(?:[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg])", "images/logo.png")
]
"""A picture's file below the folder of the catalog."""

Colour = Annotated[str, Form("colour", "#[0-9A-Fa-f]{6}", "#1F4E79")]
"""A colour by its parts of red, green and blue."""

FontName = Annotated[str, Form("font", r"[^\s\"'<>&;{}\\,](?:[^\"'<>&;{}\\,]{0,29}[^\s\"'<>&;{}\\,])?", "微软雅黑")]
"""What a font is called; Word knows names of up to 31 characters."""

ACCENT = "#1F4E79"
"""The colour of headings where the house has none of its own; the shipped templates are drawn in it."""


@record
class House:
    """The look of every document: whose it is, and in which colours and letters."""

    name: Line | Text | None = None
    """Whose documents they are; else the store."""
    logo: LogoPath | None = None
    """A PNG or JPEG below the folder of the catalog, printed at the top."""
    accent: Colour = ACCENT
    """The colour of headings and rules."""
    font: FontName | None = None
    """The font of texts; else that of the template."""
    heading_font: FontName | None = None
    """The font of headings; else that of the template."""
    header: Line | Text | None = None
    """What stands at the top of every page; else the name."""
    footer: Line | Text | None = None
    """What stands at the foot of every page, beside number and version."""


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
    house: House = House()
    """The look of documents."""
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
