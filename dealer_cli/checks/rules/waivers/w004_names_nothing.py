"""A waiver names a rule or a thing that is not there, or a rule that cannot be waived.

## What it finds
A code that no rule has; a code of a rule that no waiver can accept (a file that cannot be read, a
waiver); and, where the waiver accepts nothing, a first name that nothing in the catalog has.

## Why it matters
It looks like an exception in force, and never was one.

## Example
    # waivers.yaml
    waivers:
      - {code: O999, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}

## Use instead
    # waivers.yaml
    waivers:
      - {code: O002, entity: [small, cashier], reason: the new controller starts in August, approver: general-manager, until: 2026-12-31}
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: cashier}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import View
from dealer_cli.checks.waivers import Ledger, Use, can_be_waived
from dealer_cli.model.decode import nearest
from dealer_cli.reading.faults import Fault


def find(ledger: Ledger) -> Iterator[Fault]:
    """One fault a waiver, at the code or the name."""
    for use in ledger.uses():
        if fault := names_nothing(ledger, use):
            yield fault


def names_nothing(ledger: Ledger, use: Use) -> Fault | None:
    """What is wrong with the names in a waiver; None if nothing is."""
    waiver = use.waiver
    rule = ledger.rules.get(waiver.code)
    place = use.entry.place("code")
    if rule is None:
        near = nearest(waiver.code, tuple(ledger.rules))
        return Fault("W004", place, {"code": waiver.code, "nearest": near}, entities=use.entities)
    if not can_be_waived(rule):
        return Fault("W004", place, {"code": waiver.code}, entities=use.entities, variant="never")
    if use.findings or waiver.code not in ledger.judged:
        return None
    known = ledger.view.once(_known)
    first = waiver.entity[0]
    if first in known:
        return None
    near = nearest(first, tuple(sorted(known)))
    return Fault("W004", use.entry.place("entity", 0), {"name": first, "nearest": near}, (), use.entities, "entity")


def _known(view: View) -> frozenset[str]:
    """Everything that a finding can be about first."""
    catalog = view.catalog
    names = {*catalog.role_ids(), *catalog.store_ids(), *catalog.policy_ids(), *catalog.source_ids(), *view.sections}
    for vocabulary in (
        view.departments,
        view.functions,
        view.kpis,
        view.systems,
        view.records,
        view.externals,
        view.clauses,
        view.separations,
        view.statutory,
        view.constraints,
    ):
        names.update(vocabulary)
    names.update(line.record.title for line in view.lines)
    names.update(title for line in view.lines for title in line.record.stated)
    names.update(entry.record.id for entry in view.resolutions)
    names.update(view.name_of(str(path)) for path, _, _ in catalog.file_kinds())
    # A finding about names that two things share begins with the kind of thing.
    names.update(("role", "department", "function", "kpi", "system", "record", "external", "policy", "store"))
    return frozenset(names)
