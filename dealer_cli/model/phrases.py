"""Facts of the model in words: when a duty is due, how good an indicator should be, how many people."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.language import Words
from dealer_cli.model.store import Position
from dealer_cli.model.vocabulary import Indicator
from dealer_cli.model.words import Bounds, Frequency


def when(frequencies: Sequence[Frequency], words: Words) -> str:
    """When a duty is due: 每日 08:00、13:30, monthly by the 5th, within 3 days after the quote."""
    separator = "；" if words.lang == "zh" else "; "
    return separator.join(_when(frequency, words) for frequency in frequencies)


def _when(frequency: Frequency, words: Words) -> str:
    parts = []
    timed = frequency.at or frequency.on or frequency.by or frequency.within
    if not (frequency.every == "event" and (timed or frequency.after or frequency.before or frequency.times)):
        parts.append(_period(frequency, words))
    elif frequency.times:
        parts.append(words("labels.when.times-event", n=frequency.times))
    if frequency.on:
        parts.append(words("labels.when.on", on=words.join([_day(day, words) for day in frequency.on])))
    if frequency.at:
        parts.append(words("labels.when.at", at=words.join(frequency.at)))
    if frequency.by:
        parts.append(words("labels.when.by", by=_day(frequency.by, words)))
    parts += _span(frequency, words)
    return ("" if words.lang == "zh" else " ").join(parts)


def _period(frequency: Frequency, words: Words) -> str:
    if frequency.times is None or frequency.every in ("event", "unspecified"):
        return words("labels.every." + frequency.every)
    period = words("labels.period." + frequency.every)
    key = {1: "once", 2: "twice"}.get(frequency.times, "times")
    return words(f"labels.when.{key}", n=frequency.times, period=period)


def _span(frequency: Frequency, words: Words) -> list[str]:
    after = frequency.after.say(words.lang) if frequency.after else ""
    before = frequency.before.say(words.lang) if frequency.before else ""
    if frequency.within:
        number, unit = frequency.within.split(" ")
        span = words(f"labels.span.{unit}-one") if number == "1" else words(f"labels.span.{unit}", n=number)
        if after:
            return [words("labels.when.within-after", span=span, after=after)]
        if before:
            return [words("labels.when.within-before", span=span, before=before)]
        return [words("labels.when.within", span=span)]
    found = [words("labels.when.after", after=after)] if after else []
    return found + ([words("labels.when.before", before=before)] if before else [])


def _day(mark: str, words: Words) -> str:
    kind, _, number = mark.partition("-")
    if kind == "month" and number.isdigit():
        return words(f"labels.month.{number}")
    if kind == "day" and number.isdigit():
        return words("labels.day.day", n=number, th=_ordinal(int(number)))
    return words.find(f"labels.day.{mark}") or mark


def _ordinal(number: int) -> str:
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def target(bounds: Bounds | None, indicator: Indicator, words: Words) -> str:
    """What is good: ≥ 95 %, ≤ 3 days, 98–100 %; empty where nothing is set."""
    if bounds is None or (bounds.min is None and bounds.max is None):
        return ""
    low = None if bounds.min is None else amount(bounds.min, indicator)
    high = None if bounds.max is None else amount(bounds.max, indicator)
    # A ratio has no unit behind a number, nor has English one for what is counted.
    said = words.find(f"labels.target-unit.{indicator.unit}")
    unit = words("labels.unit." + indicator.unit) if said is None else said
    unit = unit if unit in ("%", "") else f" {unit}"
    if low is not None and high is not None:
        return (low if low == high else f"{low}–{high}") + unit
    if bounds.max == 0 and indicator.direction == "lower":
        return f"{high}{unit}"  # nothing is less
    return (f"≥ {low}" if low is not None else f"≤ {high}") + unit


def amount(value: float, indicator: Indicator) -> str:
    """A value of an indicator as a number; a percentage is stored as its ratio."""
    number = value * 100 if indicator.unit == "percent" else value
    return f"{round(number, 6):g}"


def headcount(position: Position, words: Words) -> str:
    """How many people: 3 people, not stated; contracted ones are named so."""
    count = position.headcount
    if count == "unknown":
        text = words("labels.people-unknown")
    else:
        text = words("labels.people-one") if count == 1 else words("labels.people", n=count)
    if not position.contracted:
        return text
    contracted = words("labels.contracted")
    return f"{text}（{contracted}）" if words.lang == "zh" else f"{text} ({contracted})"
