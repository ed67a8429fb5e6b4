"""The file of an opening: read, and judged by what no posting may say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dealer_cli.model.catalog import Entry
from dealer_cli.model.decode import decode
from dealer_cli.model.opening import Opening
from dealer_cli.model.record import record_fields, yaml_key
from dealer_cli.model.role import Role
from dealer_cli.model.wording import ASKS_MONEY, DISCRIMINATING
from dealer_cli.model.words import Text
from dealer_cli.reading.faults import Fault, Param, Refused
from dealer_cli.reading.tree import Step
from dealer_cli.reading.yaml import read

WAYS = ("email", "phone", "url", "how")
"""The ways to apply; one of them is due."""


def read_opening(path: Path) -> Entry[Opening]:
    """An opening. Raises `Refused` with everything that is wrong with it, each at its place."""
    document = read(path, path.parent)
    opening, faults = decode(document, Opening)
    if opening is None:
        raise Refused(faults)
    entry = Entry(opening, document)
    if faults := [*_terms(entry), *_wording(entry)]:
        raise Refused(faults)
    return entry


def unfair(entry: Entry[Role]) -> list[Fault]:
    """What a role says that no posting may: its texts are printed too."""
    role = entry.record
    listed: list[tuple[Text, tuple[Step, ...]]] = [(duty, ("duties", i)) for i, duty in enumerate(role.duties)]
    for name in ("requirements", "conditions"):
        section = getattr(role, name)
        listed += [(said, (name, "list", i)) for i, said in enumerate(section.list if section else ())]
    if role.purpose:
        listed.append((role.purpose, ("purpose",)))
    faults = []
    for said, steps in listed:
        if found := DISCRIMINATING.found_in(said):
            lang, phrase = found
            faults.append(Fault("D020", entry.place(*steps, lang), {"role": role.id, "phrase": phrase}, entities=(role.id, phrase)))
    return faults


def _terms(entry: Entry[Opening]) -> Iterator[Fault]:
    opening = entry.record
    if opening.valid_through < opening.posted:
        params: dict[str, Param] = {"value": opening.valid_through, "least": opening.posted, "most": ""}
        yield Fault("S006", entry.place("valid_through"), params, variant="number")
    salary = opening.salary
    if salary and salary.max < salary.min:
        params = {"value": f"{salary.max:g}", "least": f"{salary.min:g}", "most": ""}
        yield Fault("S006", entry.place("salary", "max"), params, variant="number")
    if not any(getattr(opening.contact, way) for way in WAYS):
        yield Fault("S002", entry.place("contact"), {"key": WAYS[0]})


def _wording(entry: Entry[Opening]) -> Iterator[Fault]:
    for text, steps in _texts(entry.record, ()):
        if steps[0] == "duties":
            continue  # ids, which nobody sees: `collect-deposits` asks no applicant for money
        for code, variant, phrases in (("D020", "opening", DISCRIMINATING), ("S005", "money", ASKS_MONEY)):
            if found := phrases.found_in(text):
                place = entry.place(*steps, found[0])
                yield Fault(code, place, {"phrase": found[1]}, entities=("opening", found[1]), variant=variant)


def _texts(value: object, steps: tuple[Step, ...]) -> Iterator[tuple[Text, tuple[Step, ...]]]:
    """Every text of an opening, and where it stands."""
    if isinstance(value, str):
        yield Text(zh=value, en=value), steps
    elif isinstance(value, Text):
        yield value, steps
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _texts(part, (*steps, i))
    else:
        for name in record_fields(type(value)):
            yield from _texts(getattr(value, name), (*steps, yaml_key(name)))
