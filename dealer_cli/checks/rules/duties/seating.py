"""Which roles are in question, and which stores seat them."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.holding import holds, rests_on
from dealer_cli.model.role import Duty


def roles_in_question(view: View) -> Iterable[RoleFacts]:
    """All roles; where only some stores are judged, the roles that these seat."""
    return view.once(_roles_in_question)


def _roles_in_question(view: View) -> tuple[RoleFacts, ...]:
    if view.judged is None:
        return tuple(view.facts.values())
    seated = {role for name in view.judged if name in view.stores for role in view.stores[name].chart.seats_of_role}
    return tuple(facts for role, facts in view.facts.items() if role in seated)


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
    """The functions that somebody seated does: is responsible for, or answers for by a duty such as an approval."""
    return view.alike(store, _stated_in if view.sourced else _done_in)


def _done_in(view: View, store: StoreView) -> frozenset[str]:
    charges = (charge.functions for charge in view.charges(store).values())
    return frozenset().union(*charges, (function for claims in claims_in(view, store).values() for function in claims))


def claims_in(view: View, store: StoreView) -> dict[str, dict[str, Placed[Duty]]]:
    """Seated role to the functions that it is the accountable one of by a duty, each with the first duty that says so."""
    return view.alike(store, _claims_in)


def _claims_in(view: View, store: StoreView) -> dict[str, dict[str, Placed[Duty]]]:
    found: dict[str, dict[str, Placed[Duty]]] = {}
    for role, claims in view.once(accountable_duties).items():
        if role in store.chart.seats_of_role:
            held = {claim.record.function or "": claim for claim in reversed(claims) if holds(claim.record, store.entry.record)}
            if held:
                found[role] = held
    return found


def accountable_duties(view: View) -> dict[str, tuple[Placed[Duty], ...]]:
    """Role to its duties as the accountable one of a function."""
    found: dict[str, tuple[Placed[Duty], ...]] = {}
    for role, facts in view.facts.items():
        duties = tuple(duty for duty in facts.duties if duty.record.part == "accountable" and duty.record.function)
        if duties:
            found[role] = duties
    return found


def _stated_in(view: View, store: StoreView) -> frozenset[str]:
    # What function a stated duty serves is our reading, but the duty is the source's.
    return frozenset(
        duty.function
        for role in store.chart.seats_of_role
        if role in view.roles
        for duty in view.roles[role].record.duties
        if duty.function and duty.part in ("responsible", "accountable") and rests_on(duty.from_, store.entry.record)
    )
