"""A step of a policy has nobody to do it.

## What it finds
A policy that holds in a store has a step whose actors are all roles that the store neither seats
nor covers under `not_seated`.

## Why it matters
The flow stops there: the form waits for somebody who does not exist.

## Example
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: financial-controller, reports_to: general-manager}

## Use instead
    # stores/small.yaml
    positions:
      - {role: general-manager, reports_to: {external: board}}
      - {role: sales-director, reports_to: general-manager}
      - {role: sales-consultant, reports_to: sales-director}
      - {role: financial-controller, reports_to: general-manager}
"""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.view import StoreView, View
from dealer_cli.reading.faults import Fault, Param, Related


def find(view: View, store: StoreView) -> Iterator[Fault]:
    """One fault a step, where the store names the policy; the step is the related place."""
    there = store.chart.seats_of_role.keys() | store.entry.record.not_seated.keys()
    for i, name in enumerate(store.entry.record.policies):
        policy = view.policies.get(name)
        if policy is None:
            continue
        for j, step in enumerate(policy.record.steps):
            roles = [party.role or "" for party in step.actor]
            if step.status == "adopted" and all(roles) and there.isdisjoint(roles):
                params: dict[str, Param] = {"policy": name, "step": step.id, "roles": tuple(roles), "store": store.id}
                related = (Related(policy.place("steps", j, "actor"), "also-here"),)
                yield Fault("D018", store.entry.place("policies", i), params, related, (store.id, name, step.id))
