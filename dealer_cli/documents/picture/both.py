"""The pictures of two languages as one: every text in Chinese, and under it or behind it in English.

The two are drawn from the same things in the same order, so they have the same shape; what says the
same in both languages is said once. The templates do not know that there are two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.directions import settled
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.model.catalog import Catalog

BOTH = "zh+en"
"""The language of documents that say everything in Chinese and in English."""

_ONE_LINE = frozenset({"document", "house", "post", "person", "labels", "issuer", "term"})
"""Sections of names, numbers and headings: short texts that read better one behind the other."""

_HEADINGS = frozenset({"held.title", "tasks.period", "commitments.party"})
"""The same among sections of sentences."""

_TWO_LINES = frozenset({"document.note", "labels.statement", "house.header", "house.footer", "term.text"})
"""Sentences in them."""

_NAMES = frozenset({"subordinates", "dotted", "holds", "records", "details", "systems", "previous", "next", "distribution"})
"""Lists of names, which templates join in a line; other lists are of sentences."""

_STACKED = frozenset(
    {
        "labels.post",
        "labels.number",
        "labels.department",
        "labels.level",
        "labels.superior",
        "labels.subordinates",
        "labels.dotted",
        "labels.headcount",
        "labels.holds",
        "labels.deputy",
        "labels.store",
        "labels.no",
        "labels.duty",
        "labels.part",
        "labels.frequency",
        "labels.function",
        "labels.records",
        "labels.systems",
        "labels.indicator",
        "labels.formula",
        "labels.unit",
        "labels.target",
        "labels.weight",
        "labels.period",
        "labels.data_source",
        "labels.kind",
        "labels.requirement",
        "labels.party",
        "labels.matter",
        "labels.signatory",
        "labels.signature",
        "labels.date",
        "labels.name",
        "labels.person",
        "labels.time",
        "labels.task_records",
        "labels.task_details",
        "labels.scoring",
        "labels.phone",
        "labels.staff_number",
        "labels.appointment",
        "labels.law_duty",
        "labels.law",
        "labels.certificate",
        "labels.term",
        "labels.distribution",
        *(f"labels.{name}" for name in ("outgoing_person", "incoming_person", "last_day", "handover_day", "reason", "limit", "source")),
        "labels.notice_department",
        "labels.notice_post",
        "labels.notice_scope",
        "labels.notice_phone",
        "labels.notice_place",
        "labels.notice_hours",
        "labels.notice_authority",
    }
)
"""Heads of rows and columns: narrow, so that English goes under Chinese."""

_CHINESE = frozenset({"document.lang", "labels.comma", "labels.colon"})
"""What Chinese decides: the language of the page, and the signs between names."""

_PAGES = {"labels.page_before": "页 Page ", "labels.page_between": " / ", "labels.page_after": ""}
"""Numbers stand once, so the words around them cannot stand twice."""


def voices(catalog: Catalog, store: str | None, lang: str, manner: Manner) -> list[Voice]:
    """Who tells a store in a document language: one voice, or two for both."""
    return [Voice(Scene(catalog, store, one), manner) for one in lang.split("+")]


def told(voices: Sequence[Voice], draw: Callable[[Voice], Section]) -> Section:
    """The picture that a voice draws, or the two of them together."""
    drawn = [settled(draw(voice), voice.shared) for voice in voices]
    return drawn[0] if len(drawn) == 1 else both(*drawn)


def both(chinese: Section, english: Section) -> Section:
    """One picture of two that were drawn from the same things."""
    return {name: _merged(chinese[name], english[name], name, " " if name in _ONE_LINE else "\n") for name in chinese}


def _merged(chinese: Value, english: Value, field: str, between: str) -> Value:
    if isinstance(chinese, str) and isinstance(english, str):
        return _text(chinese, english, field, between)
    if isinstance(chinese, Mapping) and isinstance(english, Mapping):
        return {name: _merged(chinese[name], english[name], f"{field}.{name}", between) for name in chinese}
    if isinstance(chinese, Sequence) and isinstance(english, Sequence):
        inside = " " if field.rpartition(".")[2] in _NAMES else between
        return [_merged(one, other, field, inside) for one, other in zip(chinese, english, strict=True)]
    raise TypeError(field)


def _text(chinese: str, english: str, field: str, between: str) -> str:
    if field in _PAGES:
        return _PAGES[field]
    if field == "document.name":
        return _name(chinese.split(), english.split())
    if chinese == english or not english or field in _CHINESE:
        return chinese
    if not chinese:
        return english
    if field in _STACKED or field in _TWO_LINES:
        between = "\n"
    elif field in _HEADINGS:
        between = " "
    return f"{chinese}{between}{english}"


def _name(chinese: list[str], english: list[str]) -> str:
    """The name of a file: the number before and the person behind are the same in both."""
    first = next((n for n, (one, other) in enumerate(zip(chinese, english, strict=False)) if one != other), len(chinese))
    last = next((n for n, (one, other) in enumerate(zip(chinese[:first:-1], english[:first:-1], strict=False)) if one != other), 0)
    end = len(chinese) - last
    return " ".join([*chinese[:end], *english[first : len(english) - last], *chinese[end:]])
