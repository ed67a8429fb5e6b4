"""The words that records are made of: ids, texts in two languages, citations, statements."""

from typing import Annotated, Literal

from dealer_cli.model.record import AtLeast, DayForm, Form, Ref, record

Id = Annotated[str, Form("id", "(?!(?:con|nul|aux|prn|com[0-9]|lpt[0-9])$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*", "sales-director")]
"""A stable name: lower-case Latin letters, digits and single hyphens; never a Windows device name."""

Line = Annotated[str, Form("text", r"[^\s](?:[\s\S]*[^\s])?", "展厅经理")]
"""A text that is not empty and does not begin or end with a blank."""

ItemId = Annotated[str, Form("item", r"D[0-9]+(?:\.[0-9]+)*/[1-9][0-9]*", "D3.8.6.2/8"), Ref("item")]
"""One numbered statement of a source: section, stroke, ordinal."""

SectionId = Annotated[str, Form("section", r"D[0-9]+(?:\.[0-9]+)*", "D3.8.6.2")]
"""A passage of a source."""

SectionRef = Annotated[SectionId, Ref("section")]
RoleId = Annotated[Id, Ref("role")]
DepartmentId = Annotated[Id, Ref("department")]
FunctionId = Annotated[Id, Ref("function")]
KpiId = Annotated[Id, Ref("kpi")]
RecordId = Annotated[Id, Ref("record")]
SystemId = Annotated[Id, Ref("system")]
ExternalId = Annotated[Id, Ref("external")]
ClauseId = Annotated[Id, Ref("clause")]
StoreId = Annotated[Id, Ref("store")]
PolicyId = Annotated[Id, Ref("policy")]
PositionId = Annotated[Id, Ref("position")]
"""A position of the same store."""
StepId = Annotated[Id, Ref("step")]
"""A step of the same policy."""

SourceId = Annotated[str, Form("source", "D[0-9]+", "D3")]
"""A source document."""

_Y = "(?:19|20|21)"
Date = Annotated[
    str,
    DayForm(
        "date",
        f"{_Y}[0-9]{{2}}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
        "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
        f"|(?:{_Y}(?:0[48]|[2468][048]|[13579][26])|2000)-02-29",
        "2026-12-01",
    ),
]
"""A day of the calendar, year-month-day."""

Count = Annotated[int, AtLeast(0, 1_000_000)]
"""A whole number, not negative."""


@record
class Text:
    """A text in the catalog's languages."""

    zh: Line | None = None
    """Chinese, simplified script."""
    en: Line | None = None
    """English."""

    def say(self, lang: str) -> str:
        """The text in a language, or in the other one where it is missing; empty if it has neither."""
        return (self.zh or self.en or "") if lang == "zh" else (self.en or self.zh or "")


@record
class PartlyCited:
    """A citation of an item that is taken over only in part."""

    item: ItemId
    """The item."""
    partly: Line
    """What is left out of it, or added, and why."""


Citation = ItemId | PartlyCited
Citations = Annotated[tuple[Citation, ...], AtLeast(1)]


def cited(citations: tuple[str | PartlyCited, ...] | None) -> tuple[str, ...]:
    """The items that citations name."""
    return tuple(c if isinstance(c, str) else c.item for c in citations or ())


@record
class Statement(Text):
    """One sentence of the catalog, with what it rests on."""

    from_: Citations | None = None
    """The items that it restates; without it the sentence is ours (proposed)."""
    why: Line | None = None
    """Why it is proposed, or why it cites as it does."""


@record
class Law:
    """A provision of law or of a standard."""

    law: Text
    """Its name."""
    article: Line | None = None
    """Article, section or clause."""
    edition: Line | None = None
    """Edition or year."""
    verified: bool = False
    """Whether the official text was seen."""


@record
class Party:
    """Somebody who acts or is dealt with; exactly one of the keys."""

    __one_of__ = ("role", "department", "external", "unit")

    role: RoleId | None = None
    """A role."""
    department: DepartmentId | None = None
    """A department of the store."""
    external: ExternalId | None = None
    """Somebody outside the store."""
    unit: Text | None = None
    """A group that is neither: a committee, all staff, the person concerned, the superior."""


Every = Literal["event", "hour", "day", "week", "month", "quarter", "half-year", "year", "unspecified"]

DayMark = Annotated[
    str,
    Form(
        "day",
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|workday|first-day|last-day|first-workday"
        "|last-workday|day-(?:[1-9]|[12][0-9]|3[01])|month-(?:[1-9]|1[0-2])",
        "day-5",
    ),
]
"""A day of the week, a day of the month (`day-5`), a month of the year (`month-12`)."""

Clock = Annotated[str, Form("time of day", "(?:[01][0-9]|2[0-3]):[0-5][0-9]", "13:30")]
"""A time of day, 24 hours."""

Deadline = Annotated[
    str,
    Form(
        "deadline",
        "(?:[01][0-9]|2[0-3]):[0-5][0-9]|monday|tuesday|wednesday|thursday|friday|saturday|sunday|first-day|last-day"
        "|first-workday|last-workday|day-(?:[1-9]|[12][0-9]|3[01])|month-(?:[1-9]|1[0-2])",
        "day-5",
    ),
]
"""A day mark or a time of day by which something is due."""

Span = Annotated[str, Form("span", "[1-9][0-9]* (?:minutes|hours|days|working-days|weeks|months|years)", "3 days")]
"""A span of time: number and unit, the unit always in the plural."""


@record
class Frequency:
    """When a duty is due."""

    every: Every
    """The period; `event` is whenever it occurs, `unspecified` is 定期 without more."""
    times: Annotated[int, AtLeast(1, 1000)] | None = None
    """How many times in the period."""
    at: tuple[Clock, ...] = ()
    """Times of the day: the 08:00, 13:30 and 17:00 checks."""
    on: tuple[DayMark, ...] = ()
    """Days of the period."""
    by: Deadline | None = None
    """The day or time by which it is due."""
    within: Span | None = None
    """The time that it may take."""
    after: Text | None = None
    """The occurrence that `within` counts from."""
    before: Text | None = None
    """The occurrence that `within` counts back from."""


@record
class Bounds:
    """A target: the least and the most that is good, in the indicator's unit."""

    min: float | int | None = None
    """The least."""
    max: float | int | None = None
    """The most."""
    from_: Citations | None = None
    """The items that state it."""
    why: Line | None = None
    """Why it is proposed."""
