"""Positions that law asks for: whether a provision holds for a store, and who carries it there."""

from __future__ import annotations

from dealer_cli.chart.tree import Chart, Seat
from dealer_cli.model.store import Size, Store
from dealer_cli.model.vocabulary import StatutoryPosition, When


def asked_for(when: When | None, store: Store) -> bool | None:
    """Whether a provision holds for a store; None where the store does not say what it depends on."""
    if when is None:
        return True
    if when.business and not set(when.business) & set(store.business):
        return False
    size = store.size or Size()
    answers = [_employees(when, size.employees), _repair_class(when, size.repair_class)]
    return False if False in answers else None if None in answers else True


def carriers(position: StatutoryPosition, chart: Chart) -> list[Seat]:
    """The seats that can carry a statutory position, the usual role's first."""
    return [seat for role in position.roles for seat in chart.seats_of_role.get(role, ())]


def appointed(position: StatutoryPosition, chart: Chart) -> list[Seat]:
    """The seats that carry a statutory position: those of the first role that can and has any."""
    return next((seats for role in position.roles if (seats := chart.seats_of_role.get(role))), [])


def _employees(when: When, employees: int | None) -> bool | None:
    if when.employees_over is None and when.employees_at_most is None:
        return True
    if employees is None:
        return None
    over = when.employees_over is None or employees > when.employees_over
    return over and (when.employees_at_most is None or employees <= when.employees_at_most)


def _repair_class(when: When, repair_class: int | None) -> bool | None:
    if not when.repair_class:
        return True
    return None if repair_class is None else repair_class in when.repair_class
