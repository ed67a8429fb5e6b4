"""Which duties of a role hold in a store.

A role of the catalog is what several sources say together; a store that describes one source's
organisation takes only what that source states of the role, beside what is proposed for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dealer_cli.model.role import ClauseUse, Duty
from dealer_cli.model.store import Store
from dealer_cli.model.words import Citations, cited


def holds(duty: Duty | ClauseUse, store: Store) -> bool:
    """Whether a duty holds in a store.

    `stores` decides where it is given, by the store or the one that it is based on. Else a store
    with `sections` takes what cites an item of them and what cites nothing; a store without takes everything.
    """
    named = getattr(duty, "stores", ())
    if named:
        return store.id in named or store.based_on in named
    items = cited(duty.from_)
    return not store.sections or not items or _within(items, store.sections)


def rests_on(citations: Citations | None, store: Store) -> bool:
    """Whether a text is sourced as far as this store goes; what only other stores' sections state is proposed here."""
    items = cited(citations)
    return bool(items) and (not store.sections or _within(items, store.sections))


def _within(items: Iterable[str], sections: tuple[str, ...]) -> bool:
    """Whether one of the items stands in one of the sections or below it."""
    return any(item.startswith((f"{section}.", f"{section}/")) for item in items for section in sections)
