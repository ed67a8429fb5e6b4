"""Findings for people: place, code, headline; the line itself with a caret; the other place; the mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dealer_cli.checks.rule import Finding, Severity
from dealer_cli.language import Words
from dealer_cli.reading.faults import Fault, Place, Said
from dealer_cli.writing.paths import shown_path
from dealer_cli.writing.safe import quote, show, show_parts
from dealer_cli.writing.terminal import WIDTH, clip, styled, width, wrap

LONGEST_SAID = 300
"""Characters of a reason or a law that a message quotes."""

Source = Callable[[str, int], str]
"""A line of a file, by path and number."""


def text_report(findings: Iterable[Finding], words: Words, source: Source) -> Iterator[str]:
    """The findings as lines, one blank line behind each."""
    for finding in findings:
        yield from fault_lines(finding.fault, finding.severity, words, source)
        yield ""


def fault_lines(fault: Fault, severity: Severity, words: Words, source: Source) -> Iterator[str]:
    """One fault as lines; no line begins with foreign text, so that no line is a command to a CI."""
    place = fault.place
    headline, mend = message(fault, words)
    label = styled(f"{words('labels.severity.' + severity)} {fault.code}", severity)
    at = f"{shown_path(place.path)}:{place.line}:{place.column}: "
    yield from _headline(at, label, f"{words('labels.severity.' + severity)} {fault.code}", headline)
    yield from _excerpt(place, source, "^")
    for other in fault.related:
        caption = words("findings." + other.caption)
        yield f"  {shown_path(other.place.path)}:{other.place.line}:{other.place.column}: {caption}"
        yield from _excerpt(other.place, source, "-")
    if mend:
        label = words("labels.help-line") + ("：" if words.lang == "zh" else ": ")
        yield from wrap(mend, WIDTH, "  " + label)


def message(fault: Fault, words: Words) -> tuple[str, str]:
    """Headline and mend of a fault, its foreign values made safe."""
    params: dict[str, object] = {}
    for key, value in fault.params.items():
        if key in ("expected", "found"):
            kinds = (value,) if isinstance(value, str) else value
            params[key] = _or(words, [words(f"labels.kind.{kind}") for kind in kinds])  # type: ignore[union-attr]
        elif key == "form":
            params[key] = words(f"labels.form.{value}")
        elif isinstance(value, Said):
            params[key] = quote(getattr(value, words.lang), LONGEST_SAID)
        elif isinstance(value, tuple):
            params[key] = words.join([quote(str(part)) for part in value])
        else:
            params[key] = quote(value) if isinstance(value, str) else value
    return _headline_of(fault, words).format(**params), _mend_of(fault, words).format(**params)


def _headline_of(fault: Fault, words: Words) -> str:
    variant = fault.variant
    if fault.code == "S003" and not variant and not fault.params.get("value"):
        variant = "bare"
    for key in (f"findings.{fault.code}.{variant}", f"findings.{fault.code}"):
        if (found := words.find(key)) is not None:
            return found
    raise KeyError(fault.code)


def _mend_of(fault: Fault, words: Words) -> str:
    variants = [fault.variant]
    if fault.params.get("nearest"):
        variants.append("near")
    if fault.params.get("most"):
        variants.append("most")
    if fault.params.get("control"):
        variants.append("control")
    for variant in variants:
        if variant and (found := words.find(f"findings.{fault.code}.help-{variant}")) is not None:
            return found
    return words.find(f"findings.{fault.code}.help") or ""


def _or(words: Words, names: list[str]) -> str:
    return (" 或 " if words.lang == "zh" else " or ").join(names)


def _headline(at: str, label: str, plain: str, headline: str) -> Iterator[str]:
    lines = wrap(headline, WIDTH, at + plain + " ", "  ")
    # A path too long for the line stands alone, and the headline below it.
    if len(lines) > 1 and lines[0].strip() == (at + plain).strip():
        yield at + label
        yield from lines[1:]
        return
    yield lines[0].replace(plain, label, 1)
    yield from lines[1:]


def _excerpt(place: Place, source: Source, mark: str) -> Iterator[str]:
    raw = source(place.path, place.line)
    if not raw.strip():
        return
    number = f"{place.line:5} | "
    room = WIDTH - len(number)
    start = place.column - 1
    end = max(place.end_column - 1, start + 1)
    # A long line is shown from a little before the place; the marks say that something is left out.
    first = 0
    if width(show(raw[:end])) > room:
        first = max(0, start - 20)
    _, shown_before, marked, behind = show_parts(raw, first, start, end)
    before = ("…" if first else "") + shown_before
    yield number + clip(before + marked + behind, room)
    length = max(1, min(width(marked), room - width(before)))
    yield " " * (len(number) + width(before)) + mark * length
