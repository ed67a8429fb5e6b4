"""The task sheet of a position: what comes back every hour, day, week, month, quarter, half-year and year."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from dealer_cli.chart import due
from dealer_cli.documents.picture.parts import Section
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.phrases import when
from dealer_cli.model.role import Duty
from dealer_cli.model.words import Every, Frequency

PERIODS: tuple[Every, ...] = (*due.PERIODS, "unspecified")
"""Shortest first. What is due when something occurs stands among the duties alone."""


def tasks(voice: Voice, numbered: Iterable[tuple[str, Duty]]) -> list[Section]:
    """The duties of a position by period, those with a day or time in its order, the others before them."""
    found: dict[Every, list[tuple[tuple[int, str], Section]]] = {}
    for no, duty in numbered:
        if voice.manner.sourced_only and not duty.stated:
            continue
        for frequency in duty.frequency:
            if frequency.every in PERIODS:
                time, records = _time(voice, frequency), [*voice.records(duty.records), *voice.systems(duty.systems)]
                entry: Section = {
                    "no": no,
                    "time": time,
                    "text": voice.text(duty),
                    "mark": voice.mark(duty.from_),
                    "records": records,
                    "details": [time, *records] if time else records,
                }
                found.setdefault(frequency.every, []).append((due.day_and_time(frequency), entry))
    return [
        {
            "period": _capital(voice.words(f"labels.every.{every}")),
            "list": [entry for _, entry in sorted(found[every], key=lambda pair: pair[0])],
        }
        for every in PERIODS
        if every in found
    ]


def _time(voice: Voice, frequency: Frequency) -> str:
    """When it is due within its period."""
    if not (frequency.at or frequency.on or frequency.by or frequency.within or frequency.after or frequency.before):
        return when((frequency,), voice.words) if frequency.times and frequency.every != "unspecified" else ""
    # Said of an occurrence, a frequency leaves its period out: 08:00, by the 5th.
    said = when((dataclasses.replace(frequency, every="event"),), voice.words)
    return _capital(said)


def _capital(said: str) -> str:
    """Words that stand alone in a cell or above rows."""
    return said[:1].upper() + said[1:]
