"""Which roles are in question, and which stores seat them."""

from __future__ import annotations

from collections.abc import Iterator

from dealer_cli.checks.facts import RoleFacts
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.holding import rests_on


def roles_in_question(view: View) -> Iterator[RoleFacts]:
    """All roles; where only some stores are judged, the roles that these seat."""
    if view.judged is None:
        yield from view.facts.values()
        return
    seated = {role for name in view.judged if name in view.stores for role in view.stores[name].chart.seats_of_role}
    yield from (facts for role, facts in view.facts.items() if role in seated)


def stores_of_roles(view: View) -> dict[str, list[StoreView]]:
    """Role to the stores that seat it or hold it together with another."""
    found: dict[str, list[StoreView]] = {}
    for store in view.stores.values():
        for role in store.chart.seats_of_role:
            found.setdefault(role, []).append(store)
    return found


def default_store(view: View) -> StoreView | None:
    """The store that the catalog is about, if it can be read: it must cover everything."""
    return view.stores.get(view.catalog.settings.record.default_store or "")


def done_in(view: View, store: StoreView) -> frozenset[str]:
    """The functions that somebody seated is responsible for."""
    if not view.sourced:
        charges = [view.facts[role].charge_in(store.entry.record).functions for role in store.chart.seats_of_role if role in view.facts]
        return frozenset().union(*charges)
    # What the sources do not state is left out, but a duty that they state does serve its function.
    return frozenset(
        duty.function
        for role in store.chart.seats_of_role
        if role in view.roles
        for duty in view.roles[role].record.duties
        if duty.function and duty.part == "responsible" and rests_on(duty.from_, store.entry.record)
    )
