"""What an opening is: where, when and on which terms a post is to be filled. The role itself is timeless."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, Form, record
from dealer_cli.model.words import Date, Id, Line, Text

Said = Line | Text
"""A text that is the same in both languages, or one for each."""

Country = Annotated[str, Form("country", "[A-Z]{2}", "CN")]
"""A country by its two letters (ISO 3166-1)."""

Currency = Annotated[str, Form("currency", "[A-Z]{3}", "CNY")]
"""A currency by its three letters (ISO 4217)."""

Url = Annotated[str, Form("address", r"https?://[^\s\"'<>\\^`{|}]+", "https://www.example.com")]
"""An address of the web."""

Email = Annotated[str, Form("e-mail", r"[^\s@\"'<>,;:()\[\]\\]+@[^\s@\"'<>,;:()\[\]\\]+\.[^\s@\"'<>,;:()\[\]\\.]{2,}", "hr@example.com")]
"""An e-mail address."""

Employment = Literal["full-time", "part-time", "contractor", "temporary", "intern", "volunteer", "per-diem", "other"]


@record
class Address:
    """Where people work."""

    country: Country
    """The country."""
    region: Said | None = None
    """Province or state."""
    locality: Said
    """City or town."""
    street: Said | None = None
    """Street and number."""
    postal_code: Line | None = None
    """The postal code."""


@record
class Site:
    """The place of work."""

    name: Said | None = None
    """What the place is called."""
    address: Address
    """Where it is."""


@record
class Organisation:
    """Who hires."""

    name: Said
    """The employer's full name."""
    url: Url | None = None
    """The employer's own site."""


@record
class Salary:
    """What is paid."""

    min: Annotated[float | int, AtLeast(0)]
    """The least."""
    max: Annotated[float | int, AtLeast(0)]
    """The most."""
    currency: Currency = "CNY"
    """The currency."""
    unit: Literal["hour", "day", "week", "month", "year"]
    """What it is paid for."""


@record
class Contact:
    """How to apply; at least one of e-mail, phone, address and description."""

    name: Said | None = None
    """Whom to ask for."""
    email: Email | None = None
    """Where to write to."""
    phone: Line | None = None
    """Where to call."""
    url: Url | None = None
    """Where to apply."""
    how: Said | None = None
    """What to send, in words."""


@record
class Opening:
    """One opening of a post."""

    reference: Line | None = None
    """The house's own number of the opening."""
    organisation: Organisation
    """Who hires."""
    site: Site
    """Where."""
    posted: Date
    """The day from which it is published."""
    valid_through: Date
    """The last day on which it is open."""
    openings: Annotated[int, AtLeast(1, 1000)] = 1
    """How many people are looked for."""
    employment_type: Annotated[tuple[Employment, ...], AtLeast(1)]
    """On which terms."""
    salary: Salary | None = None
    """What is paid."""
    hours: Said | None = None
    """Working hours."""
    benefits: tuple[Said, ...] = ()
    """What else is given."""
    duties: Annotated[tuple[Id, ...], AtLeast(1)] | Literal["all"] | None = None
    """Which duties of the role are printed, by their ids and in this order, or `all`; where it is missing, the main ones."""
    contact: Contact
    """How to apply."""
