"""Which roles are in question, and which stores seat them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.checks.view import StoreView, View
from dealer_cli.model.holding import holds, rests_on
from dealer_cli.model.role import Duty


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
    """The functions that somebody seated does: is responsible for, or answers for by a duty such as an approval."""
    if view.sourced:
        return _stated_in(view, store)
    seated = [role for role in store.chart.seats_of_role if role in view.facts]
    charges = [view.facts[role].charge_in(store.entry.record).functions for role in seated]
    claims = view.once(accountable_duties)
    return frozenset().union(*charges, (function for role in seated for function in _claimed(claims.get(role, ()), store)))


def accountable_duties(view: View) -> dict[str, tuple[Placed[Duty], ...]]:
    """Role to its duties as the accountable one of a function."""
    found: dict[str, tuple[Placed[Duty], ...]] = {}
    for role, facts in view.facts.items():
        duties = tuple(duty for duty in facts.duties if duty.record.part == "accountable" and duty.record.function)
        if duties:
            found[role] = duties
    return found


def _claimed(duties: Iterable[Placed[Duty]], store: StoreView) -> Iterator[str]:
    return (duty.record.function or "" for duty in duties if holds(duty.record, store.entry.record))


def _stated_in(view: View, store: StoreView) -> frozenset[str]:
    # What function a stated duty serves is our reading, but the duty is the source's.
    return frozenset(
        duty.function
        for role in store.chart.seats_of_role
        if role in view.roles
        for duty in view.roles[role].record.duties
        if duty.function and duty.part in ("responsible", "accountable") and rests_on(duty.from_, store.entry.record)
    )
