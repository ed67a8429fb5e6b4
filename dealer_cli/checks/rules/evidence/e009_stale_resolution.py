"""A resolution settles nothing any more.

## What it finds
A resolution that matches no contradiction of its kind in the stated lines: the sections or titles that
it names contradict nothing. One with `recorded: true` rests on the text itself and is never stale.

## Why it matters
It looks like a decision that is still needed, and would silence the next contradiction of these titles.

## Example
    # sources/resolutions.yaml
    resolutions:
      - id: consultant-not-listed
        kind: names-not-listed
        sections: [D9.2, D9.3]
        titles: [销售顾问]
        decision: {zh: 销售顾问由销售总监领导, en: The sales director leads the consultants}
        reason: {zh: 总监的下级栏漏列, en: The director's list left them out}

## Use instead
    # sources/resolutions.yaml
    resolutions: []
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.rules.evidence import (
    e001_claimed_not_confirmed,
    e002_names_not_listed,
    e003_two_superiors,
    e004_undefined_title,
    e005_title_variant,
    e006_self_reference,
    e007_unreadable_superior,
    e008_listed_twice,
    e010_line_not_followed,
    e011_blank_field,
    e012_sentence_against_header,
)
from dealer_cli.checks.rules.evidence.contradictions import Finder, Found, settles
from dealer_cli.checks.view import View
from dealer_cli.reading.faults import Fault

FINDERS: tuple[Finder, ...] = (
    e001_claimed_not_confirmed.contradictions,
    e002_names_not_listed.contradictions,
    e003_two_superiors.contradictions,
    e004_undefined_title.contradictions,
    e005_title_variant.contradictions,
    e006_self_reference.contradictions,
    e007_unreadable_superior.contradictions,
    e008_listed_twice.contradictions,
    e010_line_not_followed.contradictions,
    e011_blank_field.contradictions,
    e012_sentence_against_header.contradictions,
)


def find(view: View) -> Iterator[Fault]:
    """One fault a resolution, at its id."""
    if not view.resolutions:
        return
    found = [one for finder in FINDERS for _, one in view.once(Found).by(finder)]
    for entry in view.resolutions:
        if not entry.record.recorded and not any(settles(entry.record, one) for one in found):
            yield Fault("E009", entry.place("id"), {"id": entry.record.id}, entities=(entry.record.id,))
